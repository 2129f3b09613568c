import type { IsoDay } from '../schema/isoDate.ts';
import type { StateQuery } from './exploreState.ts';
import { passes } from './exploreState.ts';
import type { ExploreRecord } from './exploreRecord.ts';

const DAY = 86_400_000;

/** Days of the axis that have a statement the view would show, oldest first, each once. */
export function statementDays(
  { statements, asOf }: ExploreRecord,
  query: Omit<StateQuery, 'date'>,
): readonly IsoDay[] {
  const asked = statements.filter(
    (one) => one.question === query.question && one.day <= asOf && passes(one, query),
  );
  return [...new Set(asked.map(({ day }) => day))].sort();
}

/** The statement's day that comes next, or came before (`way` −1); undefined at the end. */
export function dayBeside(days: readonly IsoDay[], day: IsoDay, way: 1 | -1): IsoDay | undefined {
  return way === 1 ? days.find((one) => one > day) : days.findLast((one) => one < day);
}

/**
 * The day that a key of a slider leads to: arrows to statements, Page Up and Down a month, Home and End to
 * the ends. Undefined past the last statement, null for keys without a meaning.
 */
export function dayForKey(
  key: string,
  day: IsoDay,
  days: readonly IsoDay[],
  { from, asOf }: Pick<ExploreRecord, 'from' | 'asOf'>,
): IsoDay | undefined | null {
  if (key === 'ArrowRight' || key === 'ArrowUp') return dayBeside(days, day, 1);
  if (key === 'ArrowLeft' || key === 'ArrowDown') return dayBeside(days, day, -1);
  if (key === 'Home') return from;
  if (key === 'End') return asOf;
  if (key !== 'PageUp' && key !== 'PageDown') return null;
  const later = monthsLater(day, key === 'PageUp' ? 1 : -1);
  if (later < from) return from;
  return later > asOf ? asOf : later;
}

/** The same day some months later, the month's last where it has no such day. */
export function monthsLater(day: IsoDay, months: number): IsoDay {
  const date = new Date(`${day}T00:00:00Z`);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return isoOf(Date.UTC(year, month, Math.min(date.getUTCDate(), last)));
}

/** Days from one day to another. */
export function daysBetween(from: IsoDay, to: IsoDay): number {
  return (Date.parse(to) - Date.parse(from)) / DAY;
}

/** The day that is some days after another. */
export function daysLater(from: IsoDay, days: number): IsoDay {
  return isoOf(Date.parse(from) + days * DAY);
}

function isoOf(time: number): IsoDay {
  return new Date(time).toISOString().slice(0, 10);
}
