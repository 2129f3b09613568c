import type { ActorId } from '../schema/actor.ts';
import type { Position } from '../schema/position.ts';
import type { TroopRecord } from './troopRecord.ts';

/** Everything on record for an actor on every question, weak and low records too; newest last. */
export function historyOf(record: TroopRecord, actor: ActorId): readonly Position[] {
  return record.positions.filter((position) => position.actor === actor);
}
