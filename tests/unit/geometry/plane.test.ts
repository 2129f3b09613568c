import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { placesAt, planeRings } from '../../../src/geometry/borderProbes.ts';
import { buildPlane, derivePlane, type Plane } from '../../../src/geometry/plane.ts';
import type { Point, Rings } from '../../../src/geometry/points.ts';
import { projectRoot } from '../../../src/cache/projectRoot.ts';
import { HORIZON_RADIUS, PLANE_CENTRE, project } from '../../../src/geometry/projection.ts';
import { boxOf, distanceToEdge, ringsContain } from '../../../src/geometry/rings.ts';
import { outerBorder } from '../../../src/map/outerBorder.ts';
import { actors } from '../../../src/schema/actor.ts';

let plane: Plane;
let places: ReadonlyMap<string, Rings>;

beforeAll(() => {
  plane = buildPlane();
  places = planeRings(plane);
});

const actorIds = (): readonly string[] => {
  const file = join(projectRoot(), 'content', 'record', 'actors.yml');
  const countries = actors
    .parse(parse(readFileSync(file, 'utf8')))
    .filter((a) => a.kind === 'country');
  // These two lie behind the horizon.
  return countries.map(({ id }) => id).filter((id) => id !== 'AUS' && id !== 'NZL');
};

describe('buildPlane()', () => {
  it('gives, cached or not, what the same data always gives', () => {
    expect(JSON.stringify(plane) === JSON.stringify(derivePlane())).toBe(true);
  });

  it('draws everything in at most 43 kB of paths, compressed', () => {
    const { shapes, context, lines, graticule, horizon } = plane;
    const paths = [
      ...shapes.map(({ d }) => d),
      context,
      ...Object.values(lines),
      graticule,
      horizon,
    ];
    expect(gzipSync(paths.join('\n'), { level: 9 }).length).toBeLessThanOrEqual(43_000);
  });

  it('has every country of the record that is not behind the horizon', () => {
    const ids = actorIds();
    expect(ids.length).toBeGreaterThan(40);
    const drawn = plane.shapes.filter(({ d }) => d !== '').map(({ id }) => id);
    expect(ids.filter((id) => !drawn.includes(id))).toEqual([]);
    expect(ids.filter((id) => !plane.anchors[id] || !plane.bounds[id])).toEqual([]);
  });

  it('has its shapes once each, sorted by id', () => {
    const ids = plane.shapes.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(ids).toContain('KOS');
    expect(ids).not.toContain('AUS');
  });

  it('anchors every label inside its own land', () => {
    const outside = Object.entries(plane.anchors).filter(
      ([id, point]) => !ringsContain(places.get(id)!, point),
    );
    expect(outside).toEqual([]);
  });

  it('marks the small states with dots on their land', () => {
    expect(Object.keys(plane.dots)).toEqual([
      ...['AND', 'CYP', 'LIE', 'LUX', 'MCO', 'MLT', 'SMR', 'VAT'],
    ]);
    for (const [id, point] of Object.entries(plane.dots)) {
      const rings = places.get(id)!;
      expect(ringsContain(rings, point) || distanceToEdge(rings, point) < 4, id).toBe(true);
    }
  });

  it('draws land overseas neutral: French Guiana is context', () => {
    expect(placesAt(places, project([-53, 4]))).toEqual(['context']);
    expect(placesAt(places, project([2.35, 48.86]))).toEqual(['FRA']);
    const [, , , south] = boxOf(places.get('FRA')!.flat());
    expect(south).toBeLessThan(project([9.2, 41])[1]);
  });

  it('draws land beyond the record as context', () => {
    expect(placesAt(places, project([31.2, 27]))).toEqual(['context']); // Egypt
    expect(placesAt(places, project([-40, 72]))).toEqual(['context']); // Greenland
    expect(placesAt(places, project([134, -25]))).toEqual([]); // Australia, behind the horizon
  });

  it('keeps every anchor of a label within the bounds that a camera shows', () => {
    for (const [id, [x0, y0, x1, y1]] of Object.entries(plane.bounds)) {
      const [x, y] = plane.anchors[id]!;
      expect(x > x0 && x < x1 && y > y0 && y < y1, id).toBe(true);
    }
  });
});

describe('plane.bounds', () => {
  const within = (id: string, [x, y]: Point) => {
    const [x0, y0, x1, y1] = plane.bounds[id]!;
    return x >= x0 && x <= x1 && y >= y0 && y <= y1;
  };

  it('holds large islands beside a country', () => {
    expect(within('ITA', project([14, 37.5]))).toBe(true); // Sicily
    expect(within('FRA', project([9.1, 42]))).toBe(true); // Corsica
    expect(within('UKR', project([34.1, 44.95]))).toBe(true); // Crimea
  });

  it('leaves out far ones, and Russia beyond the Urals', () => {
    expect(within('ESP', project([-16, 28.2]))).toBe(false); // the Canaries
    expect(within('NOR', project([16, 78.5]))).toBe(false); // Svalbard
    expect(within('USA', project([-150, 64]))).toBe(false); // Alaska
    expect(within('RUS', project([37.6, 55.75]))).toBe(true); // Moscow
    expect(within('RUS', project([92.9, 56]))).toBe(false); // Krasnoyarsk
  });
});

describe('plane.lines', () => {
  it('has Crimea as Ukraine has it: every corner but those of the isthmus is one of its own', () => {
    const crimea = planeRings({ ...plane, shapes: [{ id: 'UKR', d: plane.lines.crimea }] });
    const ukraine = new Set(places.get('UKR')!.flat().map(String));
    const corners = crimea.get('UKR')!.flat();
    const own = corners.filter((corner) => ukraine.has(String(corner)));
    expect(crimea.get('UKR')!.length).toBe(1);
    expect(own.length / corners.length).toBeGreaterThan(0.85);
  });

  it('has Kosovo’s border with Serbia and the line across Cyprus where they are', () => {
    const start = (path: string) => (/^M(-?\d+)[ ]?(-?\d+)/.exec(path) ?? []).slice(1).map(Number);
    const [kx, ky] = start(plane.lines.kosovo) as [number, number];
    expect(distanceToEdge(places.get('KOS')!, [kx, ky])).toBe(0);
    expect(distanceToEdge(places.get('SRB')!, [kx, ky])).toBe(0);
    const [cx, cy] = start(plane.lines.greenLine) as [number, number];
    expect(distanceToEdge(places.get('CYP')!, [cx, cy])).toBeLessThan(8);
  });
});

describe('the outer border of several shapes of the plane', () => {
  it('has nothing of the Benelux states but their coast and their borders to others', () => {
    const ringsOf = (id: string) => places.get(id)!;
    const [belgium, luxembourg, netherlands] = outerBorder(['BEL', 'LUX', 'NLD'].map(ringsOf));
    const around = outerBorder(['BEL', 'LUX', 'NLD', 'DEU', 'FRA'].map(ringsOf));
    expect(around[1], 'Luxembourg amid its neighbours').toBe('');
    // With Germany and France too, coasts alone are left; they were there before.
    const corners = (path = '') => path.match(/-?\d+ -?\d+/g) ?? [];
    for (const [all, coast] of [
      [belgium, around[0]],
      [netherlands, around[2]],
    ]) {
      expect(corners(coast).length).toBeGreaterThan(3);
      expect(corners(all).length).toBeGreaterThan(corners(coast).length + 10);
      expect(corners(all)).toEqual(expect.arrayContaining(corners(coast)));
    }
    expect(corners(luxembourg).length).toBeGreaterThan(3);
  });
});

describe('plane.horizon and plane.graticule', () => {
  it('are a circle around the centre and curves that stay within it', () => {
    const r = Math.round(HORIZON_RADIUS);
    expect(plane.horizon).toContain(`M${PLANE_CENTRE[0] - r} ${PLANE_CENTRE[1]}a${r} ${r}`);
    const starts = [...plane.graticule.matchAll(/M(-?\d+)[ ]?(-?\d+)/g)];
    expect(starts.length).toBe(18 + 12);
    for (const [, x, y] of starts) {
      const reach = Math.hypot(Number(x) - PLANE_CENTRE[0], Number(y) - PLANE_CENTRE[1]);
      expect(reach).toBeLessThan(HORIZON_RADIUS + 10);
    }
  });
});
