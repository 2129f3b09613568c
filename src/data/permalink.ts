import type { ActorId } from '../schema/actor.ts';
import type { Correction } from '../schema/correction.ts';
import type { Position } from '../schema/position.ts';

/** Path of an actor's page from the root of the site. */
export function actorPath(id: ActorId): string {
  return `/actors/${id.toLowerCase()}/`;
}

/** Path of a position from the root of the site. It does not change once published. */
export function positionPath({ actor, id }: Pick<Position, 'actor' | 'id'>): string {
  return `${actorPath(actor)}#${id}`;
}

/** Path of an entry of the log of corrections from the root of the site. */
export function correctionPath({ id }: Pick<Correction, 'id'>): string {
  return `/method/#${id}`;
}

/** The full address of a path on a site, whose own address may name a folder. */
export function fullAddress(path: string, site: string): string {
  return new URL(path.replace(/^\//, ''), site).href;
}
