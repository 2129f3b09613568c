import { z } from 'astro/zod';

/** True for a real calendar day written `YYYY-MM-DD`; never goes through local time. */
export function isIsoDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= lastDayOf(year, month);
}

/** True for `YYYY-MM-DD` or, where the day is not established, `YYYY-MM`. */
export function isIsoDayOrMonth(text: string): boolean {
  return /^\d{4}-\d{2}$/.test(text) ? isIsoDay(`${text}-01`) : isIsoDay(text);
}

/** Number of the last day (28–31) of a month (1–12) of the Gregorian calendar. */
export function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** A day, `YYYY-MM-DD`, kept as a string so that no time zone can move it. */
export const isoDay = z
  .string()
  .refine(isIsoDay, { message: 'expected a real date, quoted, as "YYYY-MM-DD"' });

/** A day or a month, `YYYY-MM-DD` or `YYYY-MM`. A month means that the day is not established. */
export const isoDayOrMonth = z.string().refine(isIsoDayOrMonth, {
  message: 'expected a real date, quoted, as "YYYY-MM-DD" or "YYYY-MM"',
});

/** `YYYY-MM-DD`. */
export type IsoDay = string;
/** `YYYY-MM-DD` or `YYYY-MM`. */
export type IsoDayOrMonth = string;
