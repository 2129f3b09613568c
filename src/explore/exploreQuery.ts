import type { ActorId } from '../schema/actor.ts';
import type { IsoDay } from '../schema/isoDate.ts';
import type { Confidence, Question } from '../schema/vocabulary.ts';
import type { Evidence } from '../record/standing.ts';
import type { ExploreRecord } from './exploreRecord.ts';

/** What a reader looks at: all that the address of a view says. */
export interface ExploreQuery {
  /** The day the map is true for. */
  readonly date: IsoDay;
  /** Which soldiers. */
  readonly question: Question;
  /** Whose history is open; empty for none. */
  readonly actor: ActorId;
  /** Show statements of this grade alone; empty for all. */
  readonly confidence: Confidence | '';
  /** Show statements known this way alone; empty for all. */
  readonly evidence: Evidence | '';
  /** A second day to compare the first with; empty for none. */
  readonly compare: IsoDay;
}

/** What a filter may ask for. */
export const FILTERS = {
  confidence: ['high', 'medium', 'low'],
  evidence: ['on-record', 'reported'],
} as const satisfies { confidence: readonly Confidence[]; evidence: readonly Evidence[] };

/** The view that a page without a query shows: the record's own day and its first question. */
export function defaultQuery({ asOf, questions }: ExploreRecord): ExploreQuery {
  const [question = 'post-ceasefire-force'] = questions;
  return { date: asOf, question, actor: '', confidence: '', evidence: '', compare: '' };
}

/**
 * Reads a view from the search part of an address. What is unknown is taken as if it did not stand there;
 * a day outside of the record as the nearest one in it.
 */
export function parseExplore(address: string, record: ExploreRecord): ExploreQuery {
  const values = new URLSearchParams(address);
  const start = defaultQuery(record);
  const one = <T extends string>(key: string, known: readonly T[]): T | undefined =>
    known.find((value) => value === values.get(key));
  const actor = values.get('actor')?.toUpperCase();
  return {
    date: dayIn(values.get('date'), record) ?? start.date,
    question: one('question', record.questions) ?? start.question,
    actor: record.actors.find(({ id }) => id === actor)?.id ?? '',
    confidence: one('confidence', FILTERS.confidence) ?? '',
    evidence: one('evidence', FILTERS.evidence) ?? '',
    compare: dayIn(values.get('compare'), record) ?? '',
  };
}

/**
 * The search part of an address that describes a view. Day and question always stand in it: the view stays
 * the same when the record has grown.
 */
export function formatExplore(query: ExploreQuery): string {
  const { date, question, actor, confidence, evidence, compare } = query;
  const all = { date, question, actor: actor.toLowerCase(), confidence, evidence, compare };
  const said = Object.entries(all).filter(([, value]) => value !== '');
  return `?${new URLSearchParams(said).toString()}`;
}

/** A real day, moved into the record's span; undefined for anything else. */
function dayIn(text: string | null, { from, asOf }: ExploreRecord): IsoDay | undefined {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) return undefined;
  if (text < from) return from;
  return text > asOf ? asOf : text;
}
