import type { Box } from './camera.ts';
import { viewFor } from './camera.ts';
import type { Plane } from './plane.ts';

/** The box of the plane that a map shows for a list of actors, regions and lines; throws on an unknown id. */
export function viewOf(plane: Plane, view: readonly string[]): Box {
  return viewFor(
    view.map((id) => {
      const box = plane.bounds[id] ?? plane.regions[id];
      if (!box) throw new Error(`viewOf: nothing on the plane is called "${id}"`);
      return box;
    }),
  );
}
