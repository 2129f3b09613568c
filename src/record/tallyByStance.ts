import type { ActorId } from '../schema/actor.ts';
import type { Stance } from '../schema/vocabulary.ts';
import { isOnScale } from './isOnScale.ts';
import type { Evidence, Standing } from './standing.ts';
import type { TroopRecord } from './troopRecord.ts';

/** Which standings a count takes in. */
export interface CountScope {
  /** `all`: states and organisations, as the ledger's pills. `states`: governments alone. */
  readonly of: 'all' | 'states';
  /** Only standings of this evidence class; both when left out. */
  readonly evidence?: Evidence | undefined;
}

/**
 * Number of actors by stance, in the vocabulary's order, zeros included. Actors outside the scale
 * never count. An actor that stands on record and is reported elsewhere counts under both stances.
 */
export function tallyByStance(
  record: TroopRecord,
  standings: readonly Standing[],
  scope: CountScope = { of: 'all' },
): ReadonlyMap<Stance, number> {
  const stances = Object.keys(record.vocabulary.stance) as Stance[];
  return new Map(
    stances.map((stance) => [stance, countByStance(record, standings, [stance], scope)]),
  );
}

/** Number of different actors that hold one of the stances; see `tallyByStance` for who counts. */
export function countByStance(
  record: TroopRecord,
  standings: readonly Standing[],
  stances: readonly Stance[],
  scope: CountScope = { of: 'all' },
): number {
  const counted = standings.filter(
    ({ actor, stance, evidence }) =>
      stances.includes(stance) &&
      counts(record, actor, scope) &&
      (scope.evidence === undefined || evidence === scope.evidence),
  );
  return new Set(counted.map(({ actor }) => actor)).size;
}

function counts(record: TroopRecord, id: ActorId, scope: CountScope): boolean {
  const actor = record.actors.get(id);
  return (
    actor !== undefined && isOnScale(actor) && (scope.of === 'all' || actor.kind === 'country')
  );
}
