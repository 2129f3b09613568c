import { scaleUtc, utcMonth, type ScaleTime } from 'd3';
import type { IsoDay } from '../schema/isoDate.ts';
import type { TroopRecord } from '../record/troopRecord.ts';
import { stack } from './stack.ts';
import { timeMarks, type TimeMark, type TimeQuestion, type TimeRow } from './timeMarks.ts';

/** Where and how large a picture of time is drawn, in its own pixels. */
export interface TimeSize {
  readonly width: number;
  /** Room for the rows' names at the left; 0 where they stand over the rows. */
  readonly gutter: number;
  /** Radius of a mark. */
  readonly radius: number;
  /** Months between the ticks of the axis. */
  readonly months: number;
}

/** A picture for a desk, and one for a phone. */
export const TIME_SIZES = {
  wide: { width: 1120, gutter: 216, radius: 5, months: 3 },
  narrow: { width: 350, gutter: 0, radius: 4, months: 6 },
} as const satisfies Readonly<Record<string, TimeSize>>;

/** A mark with its place. */
export interface PlacedMark extends TimeMark {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  /** Where its month begins and ends, when its day is not known. */
  readonly span: readonly [number, number] | undefined;
}

/** A row with its place: marks stand on its foot. */
export interface PlacedRow {
  readonly id: TimeRow['id'];
  readonly top: number;
  readonly foot: number;
  readonly marks: readonly PlacedMark[];
}

/** A tick of the axis: a month's first day. */
export interface TimeTick {
  readonly x: number;
  readonly day: IsoDay;
}

/** One question's picture. */
export interface TimeChart {
  readonly question: TimeQuestion['question'];
  readonly size: TimeSize;
  readonly height: number;
  /** Height of the lowest row's foot: the axis. */
  readonly axis: number;
  readonly rows: readonly PlacedRow[];
  readonly ticks: readonly TimeTick[];
}

/** Room between a mark and the edges, over a row and under the axis. */
const EDGE = 8;
const OVER_ROW = { wide: 14, narrow: 30 } as const;
const UNDER_AXIS = 28;
const LEAST_ROW = 46;

/** The pictures of all questions of a record in one size, on one axis from its first month to its as-of day. */
export function layoutTime(record: TroopRecord, size: TimeSize): readonly TimeChart[] {
  const questions = timeMarks(record);
  const days = questions.flatMap(({ rows }) => rows.flatMap(({ marks }) => marks)).map(firstDay);
  const start = utcMonth.floor(dateOf(days.toSorted()[0] ?? record.asOf));
  const x = scaleUtc([start, dateOf(record.asOf)], [size.gutter + EDGE, size.width - EDGE]);
  const ticks = x.ticks(utcMonth.every(size.months) ?? utcMonth).map((date) => ({
    x: round(x(date)),
    day: date.toISOString().slice(0, 10),
  }));
  return questions.map((question) => layoutQuestion(question, size, x, ticks));
}

function layoutQuestion(
  { question, rows }: TimeQuestion,
  size: TimeSize,
  x: ScaleTime<number, number>,
  ticks: readonly TimeTick[],
): TimeChart {
  let top = 0;
  const placed = rows.map((row) => {
    const one = layoutRow(row, size, x, top);
    top = one.foot;
    return one;
  });
  return { question, size, rows: placed, ticks, axis: top, height: top + UNDER_AXIS };
}

function layoutRow(
  { id, marks }: TimeRow,
  { radius, gutter }: TimeSize,
  x: ScaleTime<number, number>,
  top: number,
): PlacedRow {
  const xs = marks.map(({ day }) => round(x(dateOf(day))));
  const heights = stack(xs, 2 * radius + 0.8);
  const over = gutter > 0 ? OVER_ROW.wide : OVER_ROW.narrow;
  const tall = over + Math.max(0, ...heights) + 2 * radius + 3;
  const foot = Math.round(top + Math.max(tall, gutter > 0 ? LEAST_ROW : 0));
  return {
    id,
    top,
    foot,
    marks: marks.map((mark, index) => ({
      ...mark,
      x: xs[index] ?? 0,
      y: round(foot - radius - 2 - (heights[index] ?? 0)),
      r: mark.isWeak ? radius * 0.6 : radius,
      span: mark.month && [round(x(dateOf(mark.month[0]))), round(x(dateOf(mark.month[1])))],
    })),
  };
}

function firstDay({ day, month }: TimeMark): IsoDay {
  return month?.[0] ?? day;
}

function dateOf(day: IsoDay): Date {
  return new Date(`${day}T00:00:00Z`);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
