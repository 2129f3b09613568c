import type { IsoDayOrMonth } from '../schema/isoDate.ts';
import type { Statement } from './statement.ts';

/**
 * The date of a record as a day or a month; as precise as the record without a form. Undefined when
 * a day is asked for and only the month is established.
 */
export function dayFor(statement: Statement, form?: 'day' | 'month'): IsoDayOrMonth | undefined {
  if (form === 'month') return statement.date.slice(0, 7);
  return form === 'day' && statement.date.length === 7 ? undefined : statement.date;
}
