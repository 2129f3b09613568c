import type { ActorId } from '../schema/actor.ts';
import type { IsoDay } from '../schema/isoDate.ts';
import type { Question } from '../schema/vocabulary.ts';
import type { ExploreQuery } from './exploreQuery.ts';
import type { ExploreRecord, Statement } from './exploreRecord.ts';

/** What a view shows: a map state's standings, and whose standings the filters keep out of sight. */
export interface ExploreState {
  readonly asOf: IsoDay;
  readonly question: Question;
  /** Every standing that is shown, by actor, an actor's own first. */
  readonly standings: ReadonlyMap<ActorId, readonly Statement[]>;
  /** Actors that stand somewhere, all of it left out by the filters: no fill, and never "nothing found". */
  readonly leftOut: ReadonlySet<ActorId>;
}

/** What decides a view's state. */
export type StateQuery = Pick<ExploreQuery, 'date' | 'question' | 'confidence' | 'evidence'>;

/** Who stands where on a day, as filters narrow it; a filter never changes a stance. */
export function exploreState(record: ExploreRecord, query: StateQuery): ExploreState {
  const all = standingsOn(record, query.question, query.date);
  const standings = new Map<ActorId, readonly Statement[]>();
  const leftOut = new Set<ActorId>();
  for (const [actor, own] of all) {
    const isWhole = own.every((statement) => passes(statement, query));
    const shown = isWhole ? own : own.filter((statement) => passes(statement, query));
    if (shown.length > 0) standings.set(actor, shown);
    else leftOut.add(actor);
  }
  return { asOf: query.date, question: query.question, standings, leftOut };
}

/** True for a statement that the filters show. */
export function passes(
  { confidence, evidence }: Statement,
  query: Pick<ExploreQuery, 'confidence' | 'evidence'>,
): boolean {
  return (
    (query.confidence === '' || query.confidence === confidence) &&
    (query.evidence === '' || query.evidence === evidence)
  );
}

/** The last change of each actor up to the day. */
function standingsOn(
  record: ExploreRecord,
  question: Question,
  day: IsoDay,
): ReadonlyMap<ActorId, readonly Statement[]> {
  const standings = new Map<ActorId, readonly Statement[]>();
  for (const change of record.changes[question] ?? []) {
    if (change.day > day) break;
    for (const [actor, places] of change.standings) {
      standings.set(actor, statementsAt(record, places));
    }
  }
  return standings;
}

/** Equal standings are one array for as long as the record lives: who shows them knows them again. */
const known = new WeakMap<readonly number[], readonly Statement[]>();

function statementsAt(
  { statements }: ExploreRecord,
  places: readonly number[],
): readonly Statement[] {
  const own = known.get(places) ?? places.flatMap((place) => statements[place] ?? []);
  known.set(places, own);
  return own;
}
