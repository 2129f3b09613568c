import { lastDayOf, type IsoDay, type IsoDayOrMonth } from '../schema/isoDate.ts';
import type { Actor } from '../schema/actor.ts';
import type { Position } from '../schema/position.ts';
import { STANCES, type Question, type Stance } from '../schema/vocabulary.ts';
import { evidenceOf } from '../record/evidenceOf.ts';
import { isOnScale } from '../record/isOnScale.ts';
import { canStand } from '../record/positionsOn.ts';
import { questionsOf } from '../record/questionsOf.ts';
import type { Evidence } from '../record/standing.ts';
import type { TroopRecord } from '../record/troopRecord.ts';

/** A dated statement as the picture of time shows it. */
export interface TimeMark {
  readonly actor: Actor;
  readonly position: Position;
  readonly evidence: Evidence;
  /** False for the host, a belligerent and its ally, who take no colour of the scale. */
  readonly isScaled: boolean;
  /** True where it never sets a colour: graded low, or by a speaker who does not set the position. */
  readonly isWeak: boolean;
  /** True where a line may join it to the actor's others: said on the record by the actor's own voice. */
  readonly isJoined: boolean;
  /** Its day, or the middle of its month where the day is not known. */
  readonly day: IsoDay;
  /** First and last day of its month, where the day is not known. */
  readonly month: readonly [IsoDay, IsoDay] | undefined;
}

/** A stance, or the actors outside the scale, with its statements by date. */
export interface TimeRow {
  readonly id: Stance | 'outside';
  readonly marks: readonly TimeMark[];
}

/** The statements on one question, by stance in the order of the scale; stances without any are left out. */
export interface TimeQuestion {
  readonly question: Question;
  readonly rows: readonly TimeRow[];
}

const ROWS = [...STANCES, 'outside'] as const;

/** Every statement of the record once, by question and stance: questions are never mixed. */
export function timeMarks(record: TroopRecord): readonly TimeQuestion[] {
  const marks = record.positions.flatMap((position) => {
    const actor = record.actors.get(position.actor);
    return actor ? [markOf(actor, position)] : [];
  });
  return questionsOf(record).map((question) => {
    const asked = marks.filter(({ position }) => position.about === question);
    const byRow = Map.groupBy(asked, rowOf);
    return { question, rows: ROWS.flatMap((id) => rowWith(id, byRow.get(id))) };
  });
}

function markOf(actor: Actor, position: Position): TimeMark {
  const stands = canStand(position);
  return {
    actor,
    position,
    evidence: evidenceOf(position),
    isScaled: isOnScale(actor),
    isWeak: !stands,
    isJoined: stands && evidenceOf(position) === 'on-record',
    ...placeOf(position.date),
  };
}

function placeOf(date: IsoDayOrMonth): Pick<TimeMark, 'day' | 'month'> {
  if (date.length === 10) return { day: date, month: undefined };
  const [year, month] = date.split('-').map(Number);
  const last = String(lastDayOf(year ?? 0, month ?? 0));
  return { day: `${date}-15`, month: [`${date}-01`, `${date}-${last}`] };
}

function rowOf({ isScaled, position }: TimeMark): TimeRow['id'] {
  return isScaled ? position.stance : 'outside';
}

function rowWith(id: TimeRow['id'], marks: readonly TimeMark[] = []): readonly TimeRow[] {
  const byDay = marks.toSorted((a, b) => Number(a.day > b.day) - Number(a.day < b.day));
  return marks.length === 0 ? [] : [{ id, marks: byDay }];
}
