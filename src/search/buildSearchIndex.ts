import { formatDate } from '../i18n/dates.ts';
import {
  ATTRIBUTION_NAME,
  moreSources,
  QUESTION_NAME,
  roleOutside,
  STANCE_GLYPH,
  stancePhraseOf,
} from '../i18n/words.ts';
import { byName } from '../record/byName.ts';
import { evidenceOf } from '../record/evidenceOf.ts';
import { isOnScale } from '../record/isOnScale.ts';
import { canStand, standingOf } from '../record/positionsOn.ts';
import { questionsOf } from '../record/questionsOf.ts';
import type { TroopRecord } from '../record/troopRecord.ts';
import { actorAddress, positionAddress } from '../render/addresses.ts';
import type { Actor } from '../schema/actor.ts';
import type { Position } from '../schema/position.ts';
import type { ActorEntry, SearchIndex, StatementEntry } from './searchIndex.ts';

/** The index of the search page; a position without a known actor or source is left out. */
export function buildSearchIndex(record: TroopRecord): SearchIndex {
  return {
    asOf: formatDate(record.asOf),
    actors: byName(record.actors.values()).map((actor) => actorEntry(record, actor)),
    statements: record.positions
      .flatMap((position) => statementEntry(record, position) ?? [])
      .toReversed(),
  };
}

function actorEntry(record: TroopRecord, actor: Actor): ActorEntry {
  const outside = roleOutside(actor);
  const standing = questionsOf(record).flatMap((question) =>
    standingOf(record, actor.id, record.asOf, question).map(({ position }) => position),
  );
  return {
    id: actor.id,
    name: actor.name,
    codes: [...new Set([actor.code, actor.id])].join(' '),
    address: actorAddress(actor.id),
    ...(outside === undefined ? {} : { outside }),
    standing,
  };
}

function statementEntry(record: TroopRecord, position: Position): StatementEntry | undefined {
  const actor = record.actors.get(position.actor);
  const [source, ...more] = position.sources.flatMap((id) => record.sources.get(id) ?? []);
  if (!actor || !source) return undefined;
  const { id, date, about, stance, speaker, paraphrase } = position;
  return {
    id,
    actor: actor.id,
    address: positionAddress(position),
    date,
    day: formatDate(date),
    question: QUESTION_NAME[about],
    phrase: stancePhraseOf(actor, stance),
    ...(isOnScale(actor) ? { stance, glyph: STANCE_GLYPH[stance] } : {}),
    evidence: evidenceOf(position),
    known: knownOf(position),
    speaker: speaker.name,
    role: speaker.role,
    text: paraphrase,
    ...wordsOf(position, record),
    outlet: source.outlet,
    source: source.url,
    ...(more.length > 0 ? { more: moreSources(more.length) } : {}),
  };
}

/** "On the record", "Reported · does not set a colour". */
function knownOf(position: Position): string {
  const name = ATTRIBUTION_NAME[position.attribution];
  return canStand(position) ? name : `${name} · does not set a colour`;
}

function wordsOf(
  { quote, conditions }: Position,
  { vocabulary }: TroopRecord,
): Pick<StatementEntry, 'quote' | 'language' | 'conditions'> {
  const named = conditions.map((id) => vocabulary.conditions[id] ?? id).join('; ');
  return {
    ...(quote ? { quote: quote.text, language: quote.language } : {}),
    ...(named ? { conditions: named } : {}),
  };
}
