import type { Actor } from '../schema/actor.ts';

const OUTSIDE: ReadonlySet<string> = new Set(['host', 'belligerent', 'ally-of-belligerent']);

/** True when the actor's stance may be filled and counted: not the host, a belligerent or its ally. */
export function isOnScale(actor: Pick<Actor, 'role'>): boolean {
  return actor.role === undefined || !OUTSIDE.has(actor.role);
}
