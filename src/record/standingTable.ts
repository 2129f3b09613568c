import type { Actor } from '../schema/actor.ts';
import type { IsoDay } from '../schema/isoDate.ts';
import type { Position } from '../schema/position.ts';
import type { Question } from '../schema/vocabulary.ts';
import { isOnScale } from './isOnScale.ts';
import { standingOf } from './positionsOn.ts';
import type { Standing } from './standing.ts';
import type { TroopRecord } from './troopRecord.ts';

/** A standing with the position it comes from. */
export interface SourcedStanding {
  readonly standing: Standing;
  readonly position: Position;
}

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
  const byId = new Map(record.positions.map((position) => [position.id, position]));
  const actors = [...record.actors.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
  return actors.map((actor) => ({
    actor,
    isOnScale: isOnScale(actor),
    cells: questions.map((question) =>
      standingOf(record, actor.id, date, question).flatMap((standing) => {
        const position = byId.get(standing.position);
        return position ? [{ standing, position }] : [];
      }),
    ),
  }));
}
