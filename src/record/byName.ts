import type { Actor } from '../schema/actor.ts';

/** Actors in the alphabetical order of their English names, the order of every list for readers. */
export function byName(actors: Iterable<Actor>): readonly Actor[] {
  return [...actors].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
