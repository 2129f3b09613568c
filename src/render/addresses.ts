import type { ActorId } from '../schema/actor.ts';
import type { Position } from '../schema/position.ts';

/** Address of an actor's page, from the root of the site: "/actors/fra/". */
export function actorAddress(id: ActorId): string {
  return `/actors/${id.toLowerCase()}/`;
}

/** Permanent address of a position, on its actor's page: "/actors/fra/#fra-2024-02-26". */
export function positionAddress({ actor, id }: Pick<Position, 'actor' | 'id'>): string {
  return `${actorAddress(actor)}#${id}`;
}

/** Address of the picture of time with an actor's statements traced through it. */
export function traceAddress(id: ActorId): string {
  return `/time/?actor=${id.toLowerCase()}`;
}

/** Address of the explored map with a question asked or an actor's history open. */
export function exploreAddress(
  asked: Readonly<Partial<Record<'question' | 'actor', string>>>,
): string {
  return `/explore/?${new URLSearchParams(asked).toString().toLowerCase()}`;
}
