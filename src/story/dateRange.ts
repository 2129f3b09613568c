import type { IsoDayOrMonth } from '../schema/isoDate.ts';
import type { ParsedContent } from './parsedContent.ts';

/** The record starts with the year in which the question was first put; an earlier date is a slip. */
const FIRST_MONTH = '2024-01';

/** True when a date lies between January 2024 and the record's as-of day; a month counts as its start. */
export function isInRange(date: IsoDayOrMonth, { standings }: ParsedContent): boolean {
  const asOf = standings?.value.as_of ?? '9999-12-31';
  return date.slice(0, 7) >= FIRST_MONTH && date <= asOf;
}

/** The allowed range in the words of a message. */
export function rangeOf({ standings }: ParsedContent): string {
  return `a date from ${FIRST_MONTH} to ${standings?.value.as_of ?? 'the as-of day'}`;
}
