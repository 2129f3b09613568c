import { describe, expect, it } from 'vitest';
import {
  HORIZON_RADIUS,
  PLANE_CENTRE,
  project,
  unproject,
} from '../../../src/geometry/projection.ts';

/** Snyder's formula for the Lambert azimuthal equal-area projection, in units. */
function lambert(lon: number, lat: number): readonly [number, number] {
  const [phi0, phi, turn] = [52, lat, lon - 20].map((degrees) => (degrees * Math.PI) / 180) as [
    number,
    number,
    number,
  ];
  const across = Math.cos(phi) * Math.sin(turn);
  const up = Math.cos(phi0) * Math.sin(phi) - Math.sin(phi0) * Math.cos(phi) * Math.cos(turn);
  const toward = Math.sin(phi0) * Math.sin(phi) + Math.cos(phi0) * Math.cos(phi) * Math.cos(turn);
  const scale = 12060 * Math.sqrt(2 / (1 + toward));
  return [Math.round(4920 + scale * across), Math.round(4430 - scale * up)];
}

describe('project(lonLat)', () => {
  it.each([
    ['Lisbon', -9.14, 38.72],
    ['Nicosia', 33.36, 35.15],
    ['Baku', 49.87, 40.41],
    ['Pyongyang', 125.75, 39.02],
    ['San Francisco', -122.42, 37.77],
  ])('puts %s where the formula of the projection does, in whole units', (_, lon, lat) => {
    expect(project([lon, lat])).toEqual(lambert(lon, lat));
  });

  it('has its centre in the middle of the plane', () => {
    expect(project([20, 52])).toEqual(PLANE_CENTRE);
  });

  it('keeps areas: a degree cell covers as many units in Finland as its share of the Earth', () => {
    const cell = (lon: number, lat: number) => {
      const [ax, ay] = project([lon, lat]);
      const [bx, by] = project([lon + 1, lat]);
      const [cx, cy] = project([lon, lat + 1]);
      return Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay));
    };
    const share = Math.cos((62.5 * Math.PI) / 180) / Math.cos((40.5 * Math.PI) / 180);
    expect(cell(26, 62) / cell(-4, 40)).toBeCloseTo(share, 1);
  });

  it('puts San Francisco before and Sydney behind the horizon', () => {
    const reach = (lonLat: readonly [number, number]) => {
      const [x, y] = project(lonLat);
      return Math.hypot(x - PLANE_CENTRE[0], y - PLANE_CENTRE[1]) / HORIZON_RADIUS;
    };
    expect(reach([-122.42, 37.77])).toBeLessThan(1);
    expect(reach([151.2, -33.87])).toBeGreaterThan(1);
  });

  it('throws on a place that is no number', () => {
    expect(() => project([NaN, 50])).toThrow('no plane point for NaN, 50');
  });
});

describe('unproject(point)', () => {
  it('is the way back from project, to a few hundredths of a degree', () => {
    const [lon, lat] = unproject(project([37.8, 48]));
    expect(lon).toBeCloseTo(37.8, 1);
    expect(lat).toBeCloseTo(48, 1);
  });
});
