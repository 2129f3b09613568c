import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doCross, lengthOf, shareWithin, type Segment } from '../../../src/map/segments.ts';

const part = fc.integer({ min: -50, max: 150 });
const segment: fc.Arbitrary<Segment> = fc.tuple(part, part, part, part);
const box = [0, 0, 100, 100] as const;
const turned = ([x0, y0, x1, y1]: Segment): Segment => [x1, y1, x0, y0];

describe('lengthOf(segment)', () => {
  it('is the distance between its ends', () => {
    expect(lengthOf([1, 2, 4, 6])).toBe(5);
  });
});

describe('shareWithin(segment, box)', () => {
  it.each<[string, Segment, number | null]>([
    ['inside', [10, 10, 90, 90], 1],
    ['half inside', [50, 50, 150, 50], 0.5],
    ['through both sides', [-50, 20, 150, 20], 0.5],
    ['upright, from above', [30, -100, 30, 100], 0.5],
    ['along the edge', [0, 0, 100, 0], 1],
    ['a point inside', [5, 5, 5, 5], 1],
    ['outside, upright', [120, 0, 120, 100], null],
    ['past a corner', [90, -30, 130, 30], null],
  ])('%s', (_, line, share) => {
    expect(shareWithin(line, box)).toBe(share);
  });

  it('is the share of points of the segment that are in the box', () => {
    fc.assert(
      fc.property(
        segment.filter((one) => lengthOf(one) > 0),
        ([x0, y0, x1, y1]) => {
          const points = Array.from({ length: 2000 }, (_, index) => {
            const at = (index + 0.5) / 2000;
            return [x0 + (x1 - x0) * at, y0 + (y1 - y0) * at] as const;
          });
          const within = points.filter(([x, y]) => x >= 0 && x <= 100 && y >= 0 && y <= 100);
          const share = shareWithin([x0, y0, x1, y1], box) ?? 0;
          expect(Math.abs(share - within.length / 2000)).toBeLessThanOrEqual(0.001);
        },
      ),
    );
  });
});

describe('doCross(a, b)', () => {
  it.each<[string, Segment, Segment, boolean]>([
    ['an X', [0, 0, 10, 10], [0, 10, 10, 0], true],
    ['side by side', [0, 0, 10, 0], [0, 5, 10, 5], false],
    ['one ends short of the other', [0, 0, 4, 4], [0, 10, 10, 0], false],
    ['one touches the other', [0, 0, 5, 5], [0, 10, 10, 0], false],
    ['from one point', [0, 0, 10, 10], [0, 0, 10, 0], false],
    ['one on the other', [0, 0, 10, 0], [2, 0, 8, 0], false],
  ])('%s', (_, a, b, crossing) => {
    expect(doCross(a, b)).toBe(crossing);
  });

  it('is the same whichever is first and from whichever end', () => {
    fc.assert(
      fc.property(segment, segment, (a, b) => {
        const crossing = doCross(a, b);
        expect([doCross(b, a), doCross(turned(a), b), doCross(a, turned(b))]).toEqual([
          crossing,
          crossing,
          crossing,
        ]);
      }),
    );
  });
});
