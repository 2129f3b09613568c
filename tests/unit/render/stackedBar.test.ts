import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stackedBar } from '../../../src/render/stackedBar.ts';

describe('stackedBar(counts)', () => {
  it('gives every count there is room for its sign, and shares the rest by count, in order', () => {
    expect(stackedBar([6, 3, 0, 3])).toEqual([
      { count: 6, start: 0, width: 45.5 },
      { count: 3, start: 45.5, width: 27.25 },
      { count: 0, start: 72.75, width: 0 },
      { count: 3, start: 72.75, width: 27.25 },
    ]);
    expect(stackedBar([36, 1]).at(-1)!.width).toBeGreaterThanOrEqual(9);
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
