import type { ActorId } from '../schema/actor.ts';
import type { IsoDay } from '../schema/isoDate.ts';
import type { Position, PositionId } from '../schema/position.ts';
import type { Confidence, Question, Stance } from '../schema/vocabulary.ts';
import { effectiveDay } from '../record/effectiveDay.ts';
import { evidenceOf } from '../record/evidenceOf.ts';
import { historyOf } from '../record/historyOf.ts';
import { isOnScale } from '../record/isOnScale.ts';
import type { Evidence } from '../record/standing.ts';
import type { TroopRecord } from '../record/troopRecord.ts';
import { formatDate } from '../i18n/dates.ts';
import { knownLine } from '../i18n/knownLine.ts';
import { QUESTION_NAME, STANCE_PHRASE } from '../i18n/words.ts';

/** A source as a history names it. */
export interface HistorySource {
  /** The outlet, and who republished it. */
  readonly outlet: string;
  readonly url: string;
  readonly title: string;
  readonly language: string;
}

/** A statement in the words of a history panel: nothing is left to resolve. */
export interface HistoryRow {
  readonly position: PositionId;
  /** The day it counts from. */
  readonly day: IsoDay;
  /** Its date in words; a month where the day is not known. */
  readonly said: string;
  readonly question: Question;
  /** What it is about, in words. */
  readonly about: string;
  /** Undefined for an actor outside the scale. */
  readonly stance?: Stance;
  /** The stance in words, likewise. */
  readonly phrase?: string;
  readonly evidence: Evidence;
  readonly confidence: Confidence;
  readonly paraphrase: string;
  readonly quote?: { readonly text: string; readonly language: string };
  readonly conditions: readonly string[];
  readonly note?: string;
  /** Attribution, speaker and grade. */
  readonly known: string;
  readonly sources: readonly HistorySource[];
}

/** Histories by actor, oldest first; actors of whom nothing was found have none. */
export type Histories = Readonly<Record<ActorId, readonly HistoryRow[]>>;

/** Every statement of the record in the words of a history panel. */
export function buildHistories(record: TroopRecord): Histories {
  return Object.fromEntries(
    [...record.actors.keys()].map((actor) => [
      actor,
      historyOf(record, actor).map((position) => rowOf(record, position)),
    ]),
  );
}

function rowOf(record: TroopRecord, position: Position): HistoryRow {
  const { id, about, stance, confidence, paraphrase, quote, note, conditions } = position;
  const actor = record.actors.get(position.actor);
  return {
    position: id,
    day: effectiveDay(position.date),
    said: formatDate(position.date),
    question: about,
    about: QUESTION_NAME[about],
    ...(actor && isOnScale(actor) ? { stance, phrase: STANCE_PHRASE[stance] } : {}),
    evidence: evidenceOf(position),
    confidence,
    paraphrase,
    ...(quote ? { quote: { text: quote.text, language: quote.language } } : {}),
    conditions: conditions.map((one) => record.vocabulary.conditions[one] ?? one),
    ...(note ? { note } : {}),
    known: knownLine(position),
    sources: position.sources.flatMap((source) => sourceOf(record, source)),
  };
}

function sourceOf({ sources }: TroopRecord, id: string): readonly HistorySource[] {
  const source = sources.get(id);
  if (!source) return [];
  const { outlet, via, url, title, language } = source;
  return [{ outlet: via ? `${outlet} (via ${via})` : outlet, url, title, language }];
}
