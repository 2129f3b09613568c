import { describe, expect, it } from 'vitest';
import {
  isOnHorizon,
  pullToHorizon,
  visibleLines,
  withoutHairs,
} from '../../../src/geometry/horizon.ts';
import type { Point, Ring } from '../../../src/geometry/points.ts';
import { HORIZON_RADIUS, PLANE_CENTRE, roundPoint } from '../../../src/geometry/projection.ts';

/** A point at an angle in degrees and a share of the horizon's radius. */
const polar = (degrees: number, share: number): Point => {
  const angle = (degrees * Math.PI) / 180;
  const [x, y] = PLANE_CENTRE;
  const radius = HORIZON_RADIUS * share;
  return roundPoint([x + radius * Math.cos(angle), y + radius * Math.sin(angle)]);
};

describe('pullToHorizon(point)', () => {
  it('leaves the visible world alone and pulls the rest onto the circle', () => {
    expect(pullToHorizon(polar(40, 0.8))).toEqual(polar(40, 0.8));
    const pulled = pullToHorizon(polar(40, 1.3));
    expect(Math.hypot(pulled[0] - polar(40, 1)[0], pulled[1] - polar(40, 1)[1])).toBeLessThan(2);
    expect(isOnHorizon(pullToHorizon(polar(200, 1.1)))).toBe(true);
    expect(isOnHorizon(polar(200, 0.99))).toBe(false);
  });
});

describe('withoutHairs(ring)', () => {
  it('goes straight along the horizon from where land leaves to where it returns', () => {
    const out = [polar(0, 0.9), polar(10, 0.9)];
    const behind = [polar(10, 1), polar(20, 1), polar(5, 1), polar(-8, 1), polar(0, 1)];
    const kept = [polar(10, 1), polar(5, 1), polar(0, 1)];
    expect(withoutHairs([...out, ...behind])).toEqual([...out, ...kept]);
  });

  it('gives the same ring wherever it starts', () => {
    const ring: Ring = [polar(10, 1), polar(20, 1), polar(0, 1), polar(0, 0.9), polar(10, 0.9)];
    expect(withoutHairs(ring)).toEqual([polar(0, 0.9), polar(10, 0.9), polar(10, 1), polar(0, 1)]);
  });

  it('is empty for land behind the horizon', () => {
    expect(withoutHairs([polar(10, 1), polar(20, 1), polar(15, 1)])).toEqual([]);
  });
});

describe('visibleLines(line)', () => {
  it('cuts a line where it runs along the horizon', () => {
    const first = [polar(0, 0.8), polar(0, 0.9)];
    const second = [polar(9, 0.9), polar(9, 0.8)];
    const line = [...first, polar(0, 1), polar(5, 1), polar(9, 1), ...second];
    expect(visibleLines(line)).toEqual([first, second]);
  });
});
