import type { Actor } from '../schema/actor.ts';
import { isOnScale } from './isOnScale.ts';

/**
 * True for an actor that a ledger lists outside the scale: the host and a belligerent always, an ally of a
 * belligerent only where it has said something.
 */
export function standsOutside(actor: Pick<Actor, 'role'>, hasSpoken: boolean): boolean {
  return !isOnScale(actor) && (hasSpoken || actor.role !== 'ally-of-belligerent');
}
