import type { ActorId } from '../schema/actor.ts';
import type { IsoDay } from '../schema/isoDate.ts';
import type { Question } from '../schema/vocabulary.ts';
import { positionsOn } from './positionsOn.ts';
import type { TroopRecord } from './troopRecord.ts';

/** Actors whose reported and on-record stances differ on a day, in the order of `actors.yml`. */
export function conflictsOn(
  record: TroopRecord,
  date: IsoDay,
  question: Question,
): readonly ActorId[] {
  const byActor = Map.groupBy(positionsOn(record, date, question), ({ actor }) => actor);
  return [...byActor].flatMap(([actor, standings]) => {
    const said = standings.find(({ evidence }) => evidence === 'on-record');
    const differs = standings.some(({ stance }) => said && stance !== said.stance);
    return differs ? [actor] : [];
  });
}
