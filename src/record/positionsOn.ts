import type { ActorId } from '../schema/actor.ts';
import type { IsoDay } from '../schema/isoDate.ts';
import type { Position } from '../schema/position.ts';
import type { Question } from '../schema/vocabulary.ts';
import { effectiveDay } from './effectiveDay.ts';
import type { Standing } from './standing.ts';
import type { TroopRecord } from './troopRecord.ts';

/**
 * Who stands where on a day, in the order of `actors.yml`; an actor's own standing first, what
 * unnamed sources say beside it next. Actors outside the scale are included.
 */
export function positionsOn(
  record: TroopRecord,
  date: IsoDay,
  question: Question,
): readonly Standing[] {
  const byActor = Map.groupBy(candidates(record, date, question), ({ actor }) => actor);
  return [...record.actors.keys()].flatMap((actor) => standingsOf(byActor.get(actor) ?? []));
}

/** One actor's standings on a day: none, one, or one with reports from unnamed sources beside it. */
export function standingOf(
  record: TroopRecord,
  actor: ActorId,
  date: IsoDay,
  question: Question,
): readonly Standing[] {
  return standingsOf(candidates(record, date, question).filter((one) => one.actor === actor));
}

/** True when a position may ever stand: graded medium or high and by a speaker who sets the colour. */
export function canStand(position: Position): boolean {
  return position.confidence !== 'low' && position.sets_standing !== false;
}

function candidates(record: TroopRecord, date: IsoDay, question: Question): readonly Position[] {
  return record.positions.filter(
    (one) => one.about === question && effectiveDay(one.date) <= date && canStand(one),
  );
}

/** The standing rule for one actor's usable positions, oldest first. */
function standingsOf(positions: readonly Position[]): readonly Standing[] {
  const own = positions.findLast(({ attribution }) => attribution !== 'unnamed-sources');
  const beside = positions.filter(
    (one) => one.attribution === 'unnamed-sources' && !isAnswered(one, positions),
  );
  return [...(own ? [own] : []), ...beside].map(toStanding);
}

/** A report from unnamed sources holds until a usable position of a later day answers it. */
function isAnswered(report: Position, positions: readonly Position[]): boolean {
  return positions.some((one) => effectiveDay(one.date) > effectiveDay(report.date));
}

function toStanding({ actor, stance, attribution, id }: Position): Standing {
  const evidence = attribution === 'on-record' ? 'on-record' : 'reported';
  return { actor, stance, evidence, position: id };
}
