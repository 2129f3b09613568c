/** A part of the stacked bar, in per cent of its width. */
export interface BarPart {
  readonly count: number;
  readonly start: number;
  readonly width: number;
}

/** Least width of a part that is there, in per cent: room for its sign and count on a phone. */
const LEAST = 9;

/**
 * Counts, in their fixed order, as parts of a bar that they fill together; a zero has no width. Every other
 * part has the least width, and what is left is shared by the counts.
 */
export function stackedBar(counts: readonly number[]): readonly BarPart[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const left = 100 - LEAST * counts.filter((count) => count > 0).length;
  const widths = counts.map((count) => (count === 0 ? 0 : LEAST + (left * count) / total));
  return counts.map((count, index) => ({
    count,
    start: widths.slice(0, index).reduce((sum, width) => sum + width, 0),
    width: widths[index] ?? 0,
  }));
}
