import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathForRings } from '../../../src/geometry/paths.ts';
import { ringsFromPath } from '../../../src/map/pathRings.ts';
import { pathsWithin } from '../../../src/geometry/pathsWithin.ts';
import type { Box, Ring } from '../../../src/geometry/points.ts';
import { boxOf, ringArea, ringsContain } from '../../../src/geometry/rings.ts';
import type { MapPaths } from '../../../src/render/renderDefinitions.ts';

const square = (x: number, y: number, side: number): Ring => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
];

const PATHS: MapPaths = {
  actors: { IN: pathForRings([square(10, 10, 5)]), OUT: pathForRings([square(500, 0, 9)]) },
  places: { EDGE: pathForRings([square(-50, 20, 100)]) },
  context: pathForRings([square(-90, -90, 20), square(0, 0, 300)]),
  horizon: 'M-9 0a9 9 0 1 0 18 0z',
  graticule: 'M0 0h9',
  dashed: 'M0 0l1 1',
  crimea: pathForRings([square(95, 95, 50)]),
  smallPlaces: [
    [50, 50],
    [101, 50],
  ],
};
const BOX: Box = [0, 0, 100, 100];

/** Rings like coasts: corners in a row around a middle, far or near. */
const coasts = fc
  .tuple(
    fc.integer({ min: -200, max: 300 }),
    fc.integer({ min: -200, max: 300 }),
    fc.array(fc.integer({ min: 20, max: 250 }), { minLength: 5, maxLength: 24 }),
  )
  .map(([x, y, radii]): Ring =>
    radii.map((radius, index) => {
      const angle = (index / radii.length) * 2 * Math.PI;
      return [Math.round(x + radius * Math.cos(angle)), Math.round(y + radius * Math.sin(angle))];
    }),
  );

describe('pathsWithin(paths, box)', () => {
  it('leaves what lies inside as it is, and follows the edge of the box elsewhere', () => {
    const { actors, places, context, crimea } = pathsWithin(PATHS, BOX);
    expect(actors.IN).toBe(PATHS.actors.IN);
    expect(boxOf(ringsFromPath(places.EDGE!).flat())).toEqual([0, 20, 50, 100]);
    expect(boxOf(ringsFromPath(context).flat())).toEqual(BOX);
    expect(boxOf(ringsFromPath(crimea).flat())).toEqual([95, 95, 100, 100]);
  });

  it('keeps each id, with an empty path where nothing is left, so that no reference breaks', () => {
    expect(pathsWithin(PATHS, BOX).actors).toEqual({ IN: PATHS.actors.IN, OUT: '' });
  });

  it('leaves the box itself of land that has the whole of it inside', () => {
    const land = { ...PATHS, context: pathForRings([square(-900, -900, 1800)]) };
    const [ring = [], ...others] = ringsFromPath(pathsWithin(land, BOX).context);
    expect(others).toEqual([]);
    expect([boxOf(ring), ringArea(ring)]).toEqual([BOX, 100 * 100]);
  });

  it('drops points outside and keeps the lines that cost next to nothing', () => {
    const { smallPlaces, horizon, graticule, dashed } = pathsWithin(PATHS, BOX);
    expect(smallPlaces).toEqual([[50, 50]]);
    expect([horizon, graticule, dashed]).toEqual([PATHS.horizon, PATHS.graticule, PATHS.dashed]);
  });

  it('has no corner outside of the box, and every point inside is land or sea as before', () => {
    fc.assert(
      fc.property(
        coasts,
        fc.integer({ min: 3, max: 97 }),
        fc.integer({ min: 3, max: 97 }),
        (ring, x, y) => {
          const path = pathForRings([ring]);
          const rings = ringsFromPath(pathsWithin({ ...PATHS, context: path }, BOX).context);
          const corners = rings.flat();
          expect(corners.filter(([a, b]) => a < 0 || b < 0 || a > 100 || b > 100)).toEqual([]);
          // Corners are whole units: next to an edge a point may change sides.
          const near = [-2, 2].flatMap((step) => [
            ringsContain([ring], [x + step, y + 0.5]),
            ringsContain([ring], [x + 0.5, y + step]),
          ]);
          const isClear = new Set(near).size === 1;
          if (isClear && ringArea(ring) > 0) {
            expect(ringsContain(rings, [x + 0.37, y + 0.41])).toBe(
              ringsContain([ring], [x + 0.37, y + 0.41]),
            );
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
