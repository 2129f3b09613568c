import type { Quote } from '../schema/position.ts';
import type { Statement } from './statement.ts';

/** The words on record, with their language and where the wording comes from; undefined for none. */
export function quoteFor(statement: Statement): Quote | undefined {
  return statement.quote;
}
