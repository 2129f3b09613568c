import type { ActorId } from '../schema/actor.ts';
import type { IsoDay } from '../schema/isoDate.ts';
import type { Position } from '../schema/position.ts';
import type { Question } from '../schema/vocabulary.ts';
import { standingOf } from './positionsOn.ts';
import type { Standing } from './standing.ts';
import type { TroopRecord } from './troopRecord.ts';

/** A standing with the position it comes from. */
export interface SourcedStanding {
  readonly standing: Standing;
  readonly position: Position;
}

/** One actor's standings on a day and question, each with its position. */
export function sourcedStandings(
  record: TroopRecord,
  actor: ActorId,
  date: IsoDay,
  question: Question,
): readonly SourcedStanding[] {
  return standingOf(record, actor, date, question).flatMap((standing) => {
    const position = record.positions.find(({ id }) => id === standing.position);
    return position ? [{ standing, position }] : [];
  });
}
