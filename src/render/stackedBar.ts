import { STANCES, type Stance } from '../schema/vocabulary.ts';

/** A part of the stacked bar, in per cent of its width. */
export interface BarPart {
  readonly stance: Stance;
  readonly count: number;
  readonly start: number;
  readonly width: number;
}

/** The ledger's counts as a stacked bar over its whole width, in the fixed order; zeros have no width. */
export function stackedBar(counts: ReadonlyMap<string, number>): readonly BarPart[] {
  const total = STANCES.reduce((sum, stance) => sum + (counts.get(stance) ?? 0), 0);
  let start = 0;
  return STANCES.map((stance) => {
    const count = counts.get(stance) ?? 0;
    const part = { stance, count, start, width: total === 0 ? 0 : (100 * count) / total };
    start += part.width;
    return part;
  });
}
