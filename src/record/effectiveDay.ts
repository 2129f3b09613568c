import { lastDayOf, type IsoDay, type IsoDayOrMonth } from '../schema/isoDate.ts';

/** The day a position counts from: its own day, or the last day of a month whose day is not known. */
export function effectiveDay(date: IsoDayOrMonth): IsoDay {
  if (date.length === 10) return date;
  const [year, month] = date.split('-').map(Number);
  return `${date}-${String(lastDayOf(year ?? 0, month ?? 0)).padStart(2, '0')}`;
}
