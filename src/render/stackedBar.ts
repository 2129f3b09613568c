/** A part of the stacked bar, in per cent of its width. */
export interface BarPart {
  readonly count: number;
  readonly start: number;
  readonly width: number;
}

/** Counts, in their fixed order, as parts of a bar that they fill together; a zero has no width. */
export function stackedBar(counts: readonly number[]): readonly BarPart[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const share = (count: number): number => (total === 0 ? 0 : (100 * count) / total);
  return counts.map((count, index) => ({
    count,
    start: share(counts.slice(0, index).reduce((sum, before) => sum + before, 0)),
    width: share(count),
  }));
}
