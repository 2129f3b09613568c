import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stack } from '../../../src/time/stack.ts';

describe('stack(places, pitch)', () => {
  it('leaves marks on the ground that do not touch', () => {
    expect(stack([0, 10, 25], 10)).toEqual([0, 0, 0]);
  });

  it('puts marks of one day upon one another', () => {
    expect(stack([5, 5, 5], 10)).toEqual([0, 10, 20]);
  });

  it('lifts a near mark only until it is clear', () => {
    expect(stack([0, 6], 10)).toEqual([0, 8]);
  });

  it('covers no mark with another, whatever the dates, and keeps one on the ground', () => {
    const places = fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(places, (unsorted) => {
        const xs = unsorted.toSorted((a, b) => a - b);
        const heights = stack(xs, 10);
        const distances = xs.flatMap((x, i) =>
          xs
            .slice(i + 1)
            .map((other, j) => Math.hypot(x - other, heights[i]! - heights[i + 1 + j]!)),
        );
        expect(Math.min(...distances, Infinity)).toBeGreaterThan(9.99);
        expect(Math.min(...heights)).toBe(0);
      }),
    );
  });
});
