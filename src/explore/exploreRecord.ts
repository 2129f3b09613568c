import type { Actor, ActorId } from '../schema/actor.ts';
import type { IsoDay, IsoDayOrMonth } from '../schema/isoDate.ts';
import type { Position, PositionId } from '../schema/position.ts';
import type { Confidence, Question } from '../schema/vocabulary.ts';
import { effectiveDay } from '../record/effectiveDay.ts';
import { evidenceOf } from '../record/evidenceOf.ts';
import { canStand, positionsOn } from '../record/positionsOn.ts';
import { questionsOf } from '../record/questionsOf.ts';
import type { Standing } from '../record/standing.ts';
import type { TroopRecord } from '../record/troopRecord.ts';

/** What the page needs of an actor. */
export type ExploreActor = Pick<Actor, 'id' | 'name' | 'code' | 'role'>;

/** A statement of the record, reduced to what a map, a histogram and a filter ask of it. */
export interface Statement extends Standing {
  readonly question: Question;
  readonly confidence: Confidence;
  /** When it was said; a month where the day is not known. */
  readonly date: IsoDayOrMonth;
  /** The day it counts from. */
  readonly day: IsoDay;
  /** True where it never sets a colour: graded low, or by a speaker who does not set the position. */
  readonly isWeak: boolean;
}

/** What each of the actors whose standing changes on a day holds from then on: places in `statements`. */
export interface DayChange {
  readonly day: IsoDay;
  readonly standings: readonly (readonly [actor: ActorId, statements: readonly number[]])[];
}

/** The record as the page that explores it carries it: plain JSON, every standing settled at build. */
export interface ExploreRecord {
  /** First day of the axis: of the month of the oldest statement. */
  readonly from: IsoDay;
  /** The record's own day, the last of the axis. */
  readonly asOf: IsoDay;
  /** The questions that may be asked, in their order. */
  readonly questions: readonly Question[];
  /** In the order of `actors.yml`. */
  readonly actors: readonly ExploreActor[];
  /** By the day they count from. */
  readonly statements: readonly Statement[];
  /** Changes by question, oldest first. */
  readonly changes: Readonly<Partial<Record<Question, readonly DayChange[]>>>;
}

/** Fewer actors than this leave nothing to compare: such a question is told in histories alone. */
const LEAST_ACTORS = 2;

/** The record for exploring: the standing rule is applied here, at build, once for every day it matters. */
export function buildExploreRecord(record: TroopRecord): ExploreRecord {
  const questions = exploredQuestions(record);
  const asked = record.positions.filter(({ about }) => questions.includes(about));
  const places = new Map(asked.map(({ id }, place) => [id, place]));
  const months = record.positions.map(({ date }) => date.slice(0, 7));
  return {
    from: `${months.toSorted()[0] ?? record.asOf.slice(0, 7)}-01`,
    asOf: record.asOf,
    questions,
    actors: [...record.actors.values()].map(pickActor),
    statements: asked.map(statementOf),
    changes: Object.fromEntries(
      questions.map((question) => [question, changesOn(record, question, places)]),
    ),
  };
}

/** The questions that more than one actor has answered, in their order. */
export function exploredQuestions(record: TroopRecord): readonly Question[] {
  return questionsOf(record).filter((question) => isComparable(record, question));
}

function isComparable(record: TroopRecord, question: Question): boolean {
  const actors = record.positions.flatMap(({ about, actor }) => (about === question ? actor : []));
  return new Set(actors).size >= LEAST_ACTORS;
}

function pickActor({ id, name, code, role }: Actor): ExploreActor {
  return { id, name, code, ...(role ? { role } : {}) };
}

function statementOf(position: Position): Statement {
  const { id, actor, about, stance, confidence, date } = position;
  return {
    position: id,
    actor,
    question: about,
    stance,
    evidence: evidenceOf(position),
    confidence,
    date,
    day: effectiveDay(date),
    isWeak: !canStand(position),
  };
}

/** The days on which standings change, each with what is new on it. */
function changesOn(
  record: TroopRecord,
  question: Question,
  places: ReadonlyMap<PositionId, number>,
): readonly DayChange[] {
  const days = record.positions
    .filter(({ about, date }) => about === question && effectiveDay(date) <= record.asOf)
    .map(({ date }) => effectiveDay(date));
  const held = new Map<ActorId, string>();
  return [...new Set(days)].flatMap((day) => {
    const byActor = Map.groupBy(positionsOn(record, day, question), ({ actor }) => actor);
    const standings = [...byActor].flatMap(([actor, own]) => {
      const on = own.flatMap(({ position }) => places.get(position) ?? []);
      if (held.get(actor) === on.join()) return [];
      held.set(actor, on.join());
      return [[actor, on] as const];
    });
    return standings.length > 0 ? [{ day, standings }] : [];
  });
}
