import { beforeAll, describe, expect, it } from 'vitest';
import {
  BORDER_PROBES,
  checkBorders,
  placesAt,
  planeRings,
} from '../../../src/geometry/borderProbes.ts';
import { buildPlane, type Plane } from '../../../src/geometry/plane.ts';
import type { Box, Point, Rings } from '../../../src/geometry/points.ts';
import { HORIZON_RADIUS, PLANE_CENTRE, project } from '../../../src/geometry/projection.ts';
import { boxOf, distanceToEdge, ringsContain } from '../../../src/geometry/rings.ts';

let plane: Plane;
let places: ReadonlyMap<string, Rings>;

beforeAll(() => {
  plane = buildPlane();
  places = planeRings(plane);
});

/** The plane with other paths for some shapes. */
const redrawn = (paths: Readonly<Record<string, string>>): Plane => ({
  ...plane,
  shapes: plane.shapes.map(({ id, d }) => ({ id, d: paths[id] ?? d })),
});
const pathOf = (id: string) => plane.shapes.find((shape) => shape.id === id)!.d;

describe('checkBorders(plane)', () => {
  it.each(BORDER_PROBES)('finds $town in $owner alone, in the emitted paths', ({ at, owner }) => {
    expect(placesAt(places, project(at))).toEqual([owner]);
  });

  it('has nothing to say about the plane as it is built', () => {
    expect(checkBorders(plane)).toEqual([]);
  });

  it('names each town that a path has lost or that two paths share', () => {
    expect(checkBorders(redrawn({ KOS: '' }))).toEqual([
      'Pristina lies in no shape, expected KOS alone',
    ]);
    expect(checkBorders(redrawn({ RUS: pathOf('RUS') + plane.lines.crimea }))).toEqual([
      'Simferopol lies in RUS and UKR, expected UKR alone',
      'Sevastopol lies in RUS and UKR, expected UKR alone',
      'Kerch lies in RUS and UKR, expected UKR alone',
      'Yalta lies in RUS and UKR, expected UKR alone',
    ]);
  });

  it('looks into the context too', () => {
    const spilt = { ...plane, context: plane.context + pathOf('MDA') };
    expect(checkBorders(spilt)).toEqual(['Tiraspol lies in MDA and context, expected MDA alone']);
  });
});

describe('the emitted paths', () => {
  // Borders are simplified once for both sides, so there is no sliver between neighbours. Lines that
  // do not touch may cross after simplification by the grid's width, and the Vatican's square, two
  // units wide, lies on Italy: hence points within 8 units of an edge are not held against them.
  const TOLERANCE = 8;

  it('have no point in two places, at 12,000 points of Europe and of the visible world', () => {
    const boxes = [...places].map(([id, rings]) => ({ id, rings, box: boxOf(rings.flat()) }));
    const shared = samplePoints(12_000).flatMap((point) => {
      const found = boxes.filter(
        ({ rings, box }) => boxHas(box, point) && ringsContain(rings, point),
      );
      const isDeep = found.every(({ rings }) => distanceToEdge(rings, point) > TOLERANCE);
      return found.length > 1 && isDeep
        ? [`${point.join()}: ${found.map(({ id }) => id).join()}`]
        : [];
    });
    expect(shared).toEqual([]);
  });

  it('stay within the horizon', () => {
    const [x, y] = PLANE_CENTRE;
    const reach = [...places.values()]
      .flat(2)
      .reduce((most, [px, py]) => Math.max(most, Math.hypot(px - x, py - y)), 0);
    expect(reach).toBeLessThan(HORIZON_RADIUS + 8);
  });
});

function boxHas([x0, y0, x1, y1]: Box, [x, y]: Point): boolean {
  return x >= x0 && x <= x1 && y >= y0 && y <= y1;
}

/** Always the same scattered points: half in Europe's frame, half in the visible world. */
function samplePoints(count: number): readonly Point[] {
  let state = 20260228;
  const random = () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
  return Array.from({ length: count }, (_, i): Point => {
    const [u, v] = [random(), random()];
    if (i % 2 === 0) return [u * 10000, v * 8200];
    const [x, y] = PLANE_CENTRE;
    return [x + (2 * u - 1) * HORIZON_RADIUS, y + (2 * v - 1) * HORIZON_RADIUS];
  });
}
