import type { Actor, ActorId } from '../schema/actor.ts';
import type { Box } from './camera.ts';
import type { Plane } from './plane.ts';
import { viewOf } from './viewOf.ts';

/**
 * What a map must show so that each actor whose land lies outside of the common view is in it: the view and
 * the actor. Actors that the view holds, or that lie off the plane, have none.
 */
export function exploreViews(
  plane: Plane,
  actors: readonly Actor[],
  view: readonly string[],
): Readonly<Record<ActorId, Box>> {
  const common = viewOf(plane, view);
  return Object.fromEntries(
    actors.flatMap(({ id, role }) => {
      const bounds = plane.bounds[id];
      if (!bounds || role === 'belligerent' || holds(common, bounds)) return [];
      return [[id, viewOf(plane, [...view, id])] as const];
    }),
  );
}

/** True where most of a box can be seen. */
function holds(view: Box, box: Box): boolean {
  const [cx, cy] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  return cx >= view[0] && cx <= view[2] && cy >= view[1] && cy <= view[3];
}
