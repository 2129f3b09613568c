import type { TroopRecord } from '../record/troopRecord.ts';
import type { Claim, Position } from '../schema/position.ts';

/** What a narration may take a figure, a date or a quote from. */
export type Statement = Position | Claim;

/** Every position of the record and every claim of a story by id. */
export function statementsOf(
  record: TroopRecord,
  claims: readonly Claim[],
): ReadonlyMap<string, Statement> {
  return new Map([...record.positions, ...claims].map((one): [string, Statement] => [one.id, one]));
}
