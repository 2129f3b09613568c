import type { MapPaths } from '../render/renderDefinitions.ts';
import { ringsFromPath } from '../map/pathRings.ts';
import { pathForRings } from './paths.ts';
import type { Box, Point, Ring } from './points.ts';
import { at, boxOf } from './rings.ts';

/**
 * The paths of a world cut to a box of the plane, for a file that shows no more than it: rings outside are
 * gone, others follow the box's edge. Each id stays, with an empty path where nothing is left.
 */
export function pathsWithin(paths: MapPaths, box: Box): MapPaths {
  const cut = (d: string): string =>
    pathForRings(ringsFromPath(d).map((ring) => cutRing(ring, box)));
  return {
    ...paths,
    actors: cutEach(paths.actors, cut),
    places: cutEach(paths.places, cut),
    context: cut(paths.context),
    crimea: cut(paths.crimea),
    smallPlaces: paths.smallPlaces.filter((point) => isWithin(point, box)),
  };
}

function cutEach(
  paths: Readonly<Record<string, string>>,
  cut: (d: string) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(paths).map(([id, d]) => [id, cut(d)]));
}

/** A ring cut to a box, one side after the other (Sutherland and Hodgman), corners in whole units. */
function cutRing(ring: Ring, box: Box): Ring {
  const [x0, y0, x1, y1] = boxOf(ring);
  if (x0 > box[2] || x1 < box[0] || y0 > box[3] || y1 < box[1]) return [];
  if (isWithin([x0, y0], box) && isWithin([x1, y1], box)) return ring;
  const sides = [
    [0, box[0], 1],
    [0, box[2], -1],
    [1, box[1], 1],
    [1, box[3], -1],
  ] as const;
  return sides.reduce<Ring>((left, [axis, edge, sign]) => cutSide(left, axis, edge, sign), ring);
}

/** What of a ring lies on the inner side of a line across an axis; `sign` points inwards. */
function cutSide(ring: Ring, axis: 0 | 1, edge: number, sign: 1 | -1): Ring {
  const depth = (point: Point): number => (point[axis] - edge) * sign;
  return ring.flatMap((point, index) => {
    const before = at(ring, index - 1);
    const [here, there] = [depth(point), depth(before)];
    const isCrossed = here >= 0 !== there >= 0;
    const crossing = isCrossed ? [between(before, point, there / (there - here))] : [];
    return here >= 0 ? [...crossing, point] : crossing;
  });
}

function between([ax, ay]: Point, [bx, by]: Point, share: number): Point {
  return [Math.round(ax + (bx - ax) * share), Math.round(ay + (by - ay) * share)];
}

function isWithin([x, y]: Point, [x0, y0, x1, y1]: Box): boolean {
  return x >= x0 && x <= x1 && y >= y0 && y <= y1;
}
