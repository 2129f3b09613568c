import type { PositionId } from '../schema/position.ts';
import { QUESTIONS } from '../schema/vocabulary.ts';
import { positionsOn } from './positionsOn.ts';
import type { TroopRecord } from './troopRecord.ts';

/** Ids of every position that stands on the record's as-of day, on any question. */
export function standingIds(record: TroopRecord): ReadonlySet<PositionId> {
  return new Set(
    QUESTIONS.flatMap((question) =>
      positionsOn(record, record.asOf, question).map(({ position }) => position),
    ),
  );
}
