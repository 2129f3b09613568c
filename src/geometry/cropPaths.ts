import type { Box } from '../map/camera.ts';
import type { MapPaths } from '../render/renderDefinitions.ts';
import { pathForRings } from './paths.ts';
import { ringsFromPath } from './pathRings.ts';
import type { Ring } from './points.ts';

/**
 * The paths of a page whose maps show nothing outside of a box of the plane: rings that do not reach it are
 * left out, so that a page about one country does not carry the world. Rings that reach it stay whole, and
 * every shape keeps its id, empty where nothing of it is left.
 */
export function cropPaths(paths: MapPaths, box: Box): MapPaths {
  const crop = (path: string): string =>
    pathForRings(ringsFromPath(path).filter((ring) => reaches(ring, box)));
  const cropAll = (all: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(Object.entries(all).map(([id, path]) => [id, crop(path)]));
  return {
    ...paths,
    actors: cropAll(paths.actors),
    places: cropAll(paths.places),
    context: crop(paths.context),
  };
}

function reaches(ring: Ring, [x0, y0, x1, y1]: Box): boolean {
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  return (
    Math.max(...xs) >= x0 && Math.min(...xs) <= x1 && Math.max(...ys) >= y0 && Math.min(...ys) <= y1
  );
}
