import { positionsOn } from '../record/positionsOn.ts';
import type { Evidence } from '../record/standing.ts';
import { countByStance } from '../record/tallyByStance.ts';
import type { TroopRecord } from '../record/troopRecord.ts';
import type { IsoDay } from '../schema/isoDate.ts';
import type { Question, Stance } from '../schema/vocabulary.ts';

/** What `<Count>` asks for, as its attributes say it. */
export interface CountRequest {
  /** Stances, separated by spaces. */
  readonly stance: string;
  /** Governments alone (`states`, the default) or organisations too, as the ledger counts (`all`). */
  readonly of?: 'states' | 'all' | undefined;
  /** One evidence class; both when left out. */
  readonly evidence?: Evidence | undefined;
}

/** How many actors hold one of the stances on a step's day and question; see `countByStance`. */
export function countFor(
  record: TroopRecord,
  scene: { readonly date: IsoDay; readonly question: Question },
  request: CountRequest,
): number {
  const standings = positionsOn(record, scene.date, scene.question);
  const scope = { of: request.of ?? 'states', evidence: request.evidence };
  return countByStance(record, standings, stancesIn(request.stance) as Stance[], scope);
}

/** The words of a list separated by spaces. */
export function stancesIn(list: string): readonly string[] {
  return list.split(/\s+/u).filter((word) => word !== '');
}
