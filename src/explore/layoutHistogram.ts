import type { IsoDay } from '../schema/isoDate.ts';
import type { Stance } from '../schema/vocabulary.ts';
import { isOnScale } from '../record/isOnScale.ts';
import type { Evidence } from '../record/standing.ts';
import { STANCE_NAME } from '../i18n/words.ts';
import { daysBetween, monthsLater } from './statementDays.ts';
import { passes, type StateQuery } from './exploreState.ts';
import type { ExploreRecord, Statement } from './exploreRecord.ts';

/** A part of a column: statements of one month, stance and evidence class. */
export interface HistogramPart {
  readonly id: Stance | 'outside';
  readonly evidence: Evidence;
  readonly count: number;
  /** Top and height, in per cent of the picture's height. */
  readonly y: number;
  readonly height: number;
}

/** A month's column, in per cent of the picture's width. */
export interface HistogramColumn {
  /** First day of the month. */
  readonly month: IsoDay;
  readonly x: number;
  readonly width: number;
  readonly count: number;
  /** From the foot up, in the order of the scale. */
  readonly parts: readonly HistogramPart[];
}

/** Statements a month on one question. */
export interface Histogram {
  readonly columns: readonly HistogramColumn[];
  /** Statements in the fullest month: the height of the picture. */
  readonly most: number;
  readonly total: number;
}

const ROWS = [...(Object.keys(STANCE_NAME) as Stance[]), 'outside'] as const;

/** Share of a month's width that its column leaves free at each side. */
const GAP = 0.08;

/** Every statement that a view's question and filters pass, by month and stance, on the axis of days. */
export function layoutHistogram(record: ExploreRecord, query: Omit<StateQuery, 'date'>): Histogram {
  const outside = new Set(record.actors.flatMap((one) => (isOnScale(one) ? [] : one.id)));
  const asked = record.statements.filter(
    (one) => one.question === query.question && passes(one, query),
  );
  const byMonth = Map.groupBy(asked, ({ date }) => `${date.slice(0, 7)}-01`);
  const most = Math.max(1, ...[...byMonth.values()].map(({ length }) => length));
  const columns = monthsOf(record).map((month) => {
    const own = byMonth.get(month) ?? [];
    return {
      ...placeOf(month, record),
      month,
      count: own.length,
      parts: stackOf(own, outside, most),
    };
  });
  return { columns, most, total: asked.length };
}

function monthsOf({ from, asOf }: ExploreRecord): readonly IsoDay[] {
  const months: IsoDay[] = [];
  for (let month = from; month <= asOf; month = monthsLater(month, 1)) months.push(month);
  return months;
}

function placeOf(
  month: IsoDay,
  { from, asOf }: ExploreRecord,
): Pick<HistogramColumn, 'x' | 'width'> {
  const all = daysBetween(from, asOf) || 1;
  const start = (100 * daysBetween(from, month)) / all;
  const end = Math.min(100, (100 * daysBetween(from, monthsLater(month, 1))) / all);
  const gap = GAP * (end - start);
  return { x: round(start + gap), width: round(end - start - 2 * gap) };
}

function stackOf(
  statements: readonly Statement[],
  outside: ReadonlySet<string>,
  most: number,
): readonly HistogramPart[] {
  let under = 0;
  return ROWS.flatMap((id) =>
    (['on-record', 'reported'] as const).flatMap((evidence) => {
      const count = statements.filter(
        (one) =>
          one.evidence === evidence && (outside.has(one.actor) ? 'outside' : one.stance) === id,
      ).length;
      if (count === 0) return [];
      under += count;
      const [y, height] = [round(100 - (100 * under) / most), round((100 * count) / most)];
      return [{ id, evidence, count, y, height }];
    }),
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
