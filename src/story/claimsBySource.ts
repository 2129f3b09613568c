import type { Claim } from '../schema/position.ts';
import type { SourceId } from '../schema/source.ts';

/** Number of claims that were checked against each source; sources without one are left out. */
export function claimsBySource(claims: readonly Claim[]): ReadonlyMap<SourceId, number> {
  const byId = Map.groupBy(
    claims.flatMap(({ sources }) => sources),
    (id) => id,
  );
  return new Map([...byId].map(([id, uses]) => [id, uses.length]));
}
