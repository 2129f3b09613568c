import type { Standing } from './standing.ts';

/** The one of an actor's standings that fills its shape: what is on record, else its first report. */
export function shownStanding<T extends Pick<Standing, 'evidence'>>(
  own: readonly T[],
): T | undefined {
  return own.find(({ evidence }) => evidence === 'on-record') ?? own[0];
}
