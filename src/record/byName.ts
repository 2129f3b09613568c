import type { Actor } from '../schema/actor.ts';

/** Actors in the alphabetical order of their English names, the order of every list for readers. */
export function byName<T extends Pick<Actor, 'name'>>(actors: Iterable<T>): readonly T[] {
  return [...actors].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
