import { describe, expect, it } from 'vitest';
import { inscribedPoint } from '../../../src/geometry/inscribed.ts';
import type { Ring } from '../../../src/geometry/points.ts';
import { boxOf, distanceToEdge, ringArea, ringsContain } from '../../../src/geometry/rings.ts';

const square = (x: number, y: number, side: number): Ring => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
];

describe('ringArea(ring)', () => {
  it('is the same in both directions', () => {
    expect(ringArea(square(100, 100, 20))).toBe(400);
    expect(ringArea(square(100, 100, 20).toReversed())).toBe(400);
  });
});

describe('ringsContain(rings, point)', () => {
  const withLake = [square(0, 0, 100), square(40, 40, 20)];

  it('is true on land and false in a hole and outside', () => {
    expect(ringsContain(withLake, [10, 10])).toBe(true);
    expect(ringsContain(withLake, [50, 50])).toBe(false);
    expect(ringsContain(withLake, [150, 50])).toBe(false);
  });
});

describe('distanceToEdge(rings, point)', () => {
  it('measures to the nearest edge or corner of any ring', () => {
    const rings = [square(0, 0, 100), square(200, 0, 10)];
    expect(distanceToEdge(rings, [30, 50])).toBe(30);
    expect(distanceToEdge(rings, [196, -3])).toBe(5);
    expect(distanceToEdge([], [0, 0])).toBe(Infinity);
  });
});

describe('boxOf(points)', () => {
  it('is the smallest box around them', () => {
    expect(boxOf([...square(3, 4, 5), [-2, 6]])).toEqual([-2, 4, 8, 9]);
  });
});

describe('inscribedPoint(polygon)', () => {
  it('is the middle of the widest place, not of the whole', () => {
    const spoon: Ring = [
      [0, 0],
      [100, 0],
      [100, 45],
      [500, 45],
      [500, 55],
      [100, 55],
      [100, 100],
      [0, 100],
    ];
    const [x, y] = inscribedPoint([spoon]);
    expect(Math.hypot(x - 50, y - 50)).toBeLessThan(6);
  });

  it('stays out of a hole', () => {
    const ring = [square(0, 0, 100), square(25, 25, 60)];
    expect(ringsContain(ring, inscribedPoint(ring))).toBe(true);
  });

  it('throws when there is no land', () => {
    expect(() => inscribedPoint([square(5, 5, 0)])).toThrow(
      'no point lies inside an empty polygon',
    );
  });
});
