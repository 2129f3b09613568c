import { describe, expect, it } from 'vitest';
import { cropPaths } from '../../../src/geometry/cropPaths.ts';
import { ringsFromPath } from '../../../src/geometry/pathRings.ts';
import { pathForRings } from '../../../src/geometry/paths.ts';
import type { Ring } from '../../../src/geometry/points.ts';
import { PATHS } from '../render/taleStates.ts';

const square = (x: number, y: number): Ring => [
  [x, y],
  [x + 10, y],
  [x + 10, y + 10],
  [x, y + 10],
];

const paths = {
  ...PATHS,
  actors: {
    NEAR: pathForRings([square(0, 0), square(500, 500), square(20, 20)]),
    FAR: pathForRings([square(500, 0)]),
  },
  places: { GRF: pathForRings([square(5, 5)]) },
  context: pathForRings([square(900, 900), square(-5, -5)]),
};

describe('cropPaths(paths, box)', () => {
  const cropped = cropPaths(paths, [0, 0, 100, 100]);

  it('leaves out rings that do not reach the box, and keeps the others whole', () => {
    expect(ringsFromPath(cropped.actors.NEAR!)).toEqual([square(0, 0), square(20, 20)]);
    expect(ringsFromPath(cropped.places.GRF!)).toEqual([square(5, 5)]);
    expect(ringsFromPath(cropped.context)).toEqual([square(-5, -5)]);
  });

  it('keeps the id of a shape of which nothing is left, since marks refer to it', () => {
    expect(cropped.actors).toHaveProperty('FAR', '');
  });

  it('keeps a ring that has the whole box inside', () => {
    const land = pathForRings([
      [
        [-900, -900],
        [900, -900],
        [900, 900],
        [-900, 900],
      ],
    ]);
    expect(cropPaths({ ...paths, context: land }, [0, 0, 1, 1]).context).toBe(land);
  });
});
