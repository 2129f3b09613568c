import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stackedBar } from '../../../src/render/stackedBar.ts';

describe('stackedBar(counts)', () => {
  it('has a part a count, in their order, each as wide as its share', () => {
    expect(stackedBar([6, 3, 0, 3])).toEqual([
      { count: 6, start: 0, width: 50 },
      { count: 3, start: 50, width: 25 },
      { count: 0, start: 75, width: 0 },
      { count: 3, start: 75, width: 25 },
    ]);
  });

  it('is empty when there is nothing to count', () => {
    expect(stackedBar([])).toEqual([]);
    expect(stackedBar([0, 0]).map(({ width }) => width)).toEqual([0, 0]);
  });

  it('fills its width without gaps, for any counts', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { minLength: 1, maxLength: 8 }), (counts) => {
        const bar = stackedBar(counts);
        for (const [index, part] of bar.slice(1).entries()) {
          expect(part.start).toBeCloseTo(bar[index]!.start + bar[index]!.width, 9);
        }
        const { start, width } = bar.at(-1)!;
        const isEmpty = counts.every((count) => count === 0);
        expect(start + width).toBeCloseTo(isEmpty ? 0 : 100, 9);
      }),
      { numRuns: 1000 },
    );
  });
});
