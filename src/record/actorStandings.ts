import type { ActorId } from '../schema/actor.ts';
import type { IsoDay } from '../schema/isoDate.ts';
import type { Question } from '../schema/vocabulary.ts';
import { isOnScale } from './isOnScale.ts';
import { positionsOn } from './positionsOn.ts';
import { sourcedStandings, type SourcedStanding } from './sourcedStandings.ts';
import type { Standing } from './standing.ts';
import type { TroopRecord } from './troopRecord.ts';

/** Where one actor stands on one question on a day. */
export interface ActorStanding {
  readonly question: Question;
  /** None, one, or one with reports from unnamed sources beside it. */
  readonly standings: readonly SourcedStanding[];
  /** Others on the scale that hold one of the actor's stances that day, in the order of `actors.yml`. */
  readonly neighbours: readonly Standing[];
}

/** An actor's standings on each of the questions at a day, in their order. */
export function actorStandings(
  record: TroopRecord,
  actor: ActorId,
  date: IsoDay,
  questions: readonly Question[],
): readonly ActorStanding[] {
  return questions.map((question) => {
    const standings = sourcedStandings(record, actor, date, question);
    return { question, standings, neighbours: neighboursOn(record, actor, date, question) };
  });
}

/**
 * Standings of other actors with a stance that the actor holds on a day and question. None where the
 * actor stands outside the scale: it holds no stance that another could share.
 */
export function neighboursOn(
  record: TroopRecord,
  actor: ActorId,
  date: IsoDay,
  question: Question,
): readonly Standing[] {
  const scaled = positionsOn(record, date, question).filter((one) => isScaled(record, one.actor));
  const held = new Set(scaled.flatMap((one) => (one.actor === actor ? one.stance : [])));
  return scaled.filter((one) => one.actor !== actor && held.has(one.stance));
}

function isScaled(record: TroopRecord, id: ActorId): boolean {
  const actor = record.actors.get(id);
  return actor !== undefined && isOnScale(actor);
}
