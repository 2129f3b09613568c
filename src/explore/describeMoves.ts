import { formatDate } from '../i18n/dates.ts';
import {
  EVIDENCE_NAME,
  joinNames,
  LEFT_OUT_NAME,
  NOTHING_FOUND_NAME,
  QUESTION_NAME,
  stancePhraseOf,
} from '../i18n/words.ts';
import type { ExploreActor, Statement } from './exploreRecord.ts';
import type { ExploreState } from './exploreState.ts';
import { isChange, type Move } from './movesBetween.ts';

/** What stands for an actor in words, each with its evidence class: "would send, on the record". */
export function describeHeld(
  actor: ExploreActor,
  standings: readonly Statement[],
  isLeftOut: boolean,
): string {
  if (standings.length === 0) return (isLeftOut ? LEFT_OUT_NAME : NOTHING_FOUND_NAME).toLowerCase();
  const parts = standings.map(
    ({ stance, evidence }) => `${stancePhraseOf(actor, stance)}, ${EVIDENCE_NAME[evidence]}`,
  );
  return joinNames(parts);
}

/** What stands for an actor with dates: "would send, on the record, 4 September 2025". */
export function describeDated(
  actor: ExploreActor,
  standings: readonly Statement[],
  isLeftOut: boolean,
): string {
  if (standings.length === 0) return describeHeld(actor, standings, isLeftOut);
  const parts = standings.map(
    (one) => `${describeHeld(actor, [one], false)}, ${formatDate(one.date)}`,
  );
  return joinNames(parts);
}

/** One actor's way between two days in words. */
export function describeMove({ actor, from, to, before, after }: Move): string {
  const start = describeHeld(actor, before, from === 'left-out');
  return `${actor.name}: from ${start} to ${describeDated(actor, after, to === 'left-out')}.`;
}

/** So many changes are told by name when a view comes to rest; of the others only their number. */
const TOLD = 4;

/** What a reader who does not see the map is told at rest: the view, and what is new in it. */
export function describeRest({ question, asOf }: ExploreState, moves: readonly Move[]): string {
  const changes = moves.filter(isChange);
  const told = changes
    .slice(0, TOLD)
    .map(
      ({ actor, after, to }) => `${actor.name}: ${describeHeld(actor, after, to === 'left-out')}.`,
    );
  const more = changes.length - told.length;
  return [
    `${QUESTION_NAME[question]}, as of ${formatDate(asOf)}.`,
    ...(changes.length === 0 ? ['Nothing changed.'] : told),
    ...(more > 0 ? [`And ${String(more)} more changed.`] : []),
  ].join(' ');
}
