import { formatDate } from '../i18n/dates.ts';
import {
  EVIDENCE_NAME,
  joinNames,
  OUTSIDE_NAME,
  STANCE_NAME,
  stancePhraseOf,
  statementCount,
} from '../i18n/words.ts';
import type { TimeMark, TimeQuestion, TimeRow } from './timeMarks.ts';

/** A statement in one line, as a mark's name: who, when, what, how it is known. */
export function describeMark({ actor, position, evidence, isWeak }: TimeMark): string {
  const parts = [
    actor.name,
    formatDate(position.date),
    stancePhraseOf(actor, position.stance),
    EVIDENCE_NAME[evidence],
    ...(isWeak ? ['does not set a colour'] : []),
  ];
  return parts.join(', ');
}

/** The picture of a question in words: how many statements, by stance, from when to when, the fullest month. */
export function describeTime({ rows }: TimeQuestion): string {
  const marks = rows.flatMap((row) => row.marks);
  const days = marks.map(({ position }) => position.date).toSorted();
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const when =
    marks.length === 1
      ? `of ${formatDate(first)}`
      : `from ${formatDate(first)} to ${formatDate(last)}`;
  const byRow = rows.map((row) => `${rowName(row)} ${String(row.marks.length)}`);
  const reported = marks.filter(({ evidence }) => evidence === 'reported').length;
  return [
    `${statementCount(marks.length)} ${when}.`,
    `By position: ${byRow.join(', ')}.`,
    ...(reported > 0 ? [`Reported, not said on the record: ${String(reported)}.`] : []),
    ...fullestMonth(days),
  ].join(' ');
}

/** What a row is called. */
export function rowName({ id }: Pick<TimeRow, 'id'>): string {
  return id === 'outside' ? OUTSIDE_NAME : STANCE_NAME[id];
}

/** From this number on a month's statements are a peak worth a word. */
const TELLING = 5;

function fullestMonth(days: readonly string[]): readonly string[] {
  const counts = [...Map.groupBy(days, (day) => day.slice(0, 7))].map(
    ([month, own]) => [month, own.length] as const,
  );
  const most = Math.max(...counts.map(([, count]) => count));
  if (most < TELLING) return [];
  const months = counts.filter(([, count]) => count === most).map(([month]) => formatDate(month));
  return [`Most in one month: ${String(most)}, in ${joinNames(months)}.`];
}
