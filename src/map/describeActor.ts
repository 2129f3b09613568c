import type { Actor } from '../schema/actor.ts';
import type { ActorStanding } from '../record/actorStandings.ts';
import { historyOf } from '../record/historyOf.ts';
import type { TroopRecord } from '../record/troopRecord.ts';
import { formatDate } from '../i18n/dates.ts';
import {
  EVIDENCE_NAME,
  NOT_A_NO,
  NOTHING_FOUND_NAME,
  QUESTION_NAME,
  stancePhraseOf,
  statementCount,
} from '../i18n/words.ts';

/** An actor's page in a few sentences, for previews: where it stands on each question, and how much is on record. */
export function describeActor(
  record: TroopRecord,
  actor: Actor,
  standings: readonly ActorStanding[],
): string {
  const said = standings.flatMap(({ question, standings: own }) =>
    own.length === 0 ? [] : [`${QUESTION_NAME[question]}: ${own.map(phraseFor).join('; ')}.`],
  );
  const asOf = formatDate(record.asOf);
  const count = historyOf(record, actor.id).length;
  const rest = count === 0 ? '' : ` ${statementCount(count)} with date and source.`;
  if (said.length === 0) {
    return `${actor.name}: ${NOTHING_FOUND_NAME.toLowerCase()} as of ${asOf}. ${NOT_A_NO}${rest}`;
  }
  return `${actor.name} as of ${asOf}. ${said.join(' ')}${rest}`;

  function phraseFor({ standing, position }: ActorStanding['standings'][number]): string {
    const phrase = stancePhraseOf(actor, standing.stance);
    return `${phrase} (${EVIDENCE_NAME[standing.evidence]}, ${formatDate(position.date)})`;
  }
}
