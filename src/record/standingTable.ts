import type { Actor } from '../schema/actor.ts';
import type { IsoDay } from '../schema/isoDate.ts';
import type { Question } from '../schema/vocabulary.ts';
import { byName } from './byName.ts';
import { isOnScale } from './isOnScale.ts';
import { sourcedStandings, type SourcedStanding } from './sourcedStandings.ts';
import type { TroopRecord } from './troopRecord.ts';

/** One actor's line of the table: a cell a question, each with none, one or more standings. */
export interface TableRow {
  readonly actor: Actor;
  readonly isOnScale: boolean;
  readonly cells: readonly (readonly SourcedStanding[])[];
}

/** Every actor on every question at a day, alphabetical by name. */
export function standingTable(
  record: TroopRecord,
  date: IsoDay,
  questions: readonly Question[],
): readonly TableRow[] {
  return byName(record.actors.values()).map((actor) => ({
    actor,
    isOnScale: isOnScale(actor),
    cells: questions.map((question) => sourcedStandings(record, actor.id, date, question)),
  }));
}
