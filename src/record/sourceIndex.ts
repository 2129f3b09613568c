import type { Position } from '../schema/position.ts';
import type { Source, SourceId } from '../schema/source.ts';
import type { TroopRecord } from './troopRecord.ts';

/** A source and the positions that rest on it, oldest first; none for one that only claims rest on. */
export interface SourceUse {
  readonly id: SourceId;
  readonly source: Source;
  readonly positions: readonly Position[];
}

/** All pages of one outlet, in order of publication. */
export interface OutletUse {
  readonly outlet: string;
  readonly uses: readonly SourceUse[];
}

/** Every source of the record with the positions that rest on it, in the record's order. */
export function sourceUses(record: TroopRecord): readonly SourceUse[] {
  const pairs = record.positions.flatMap((position) =>
    position.sources.map((id) => ({ id, position })),
  );
  const byId = Map.groupBy(pairs, ({ id }) => id);
  return [...record.sources].map(([id, source]) => ({
    id,
    source,
    positions: (byId.get(id) ?? []).map(({ position }) => position),
  }));
}

/** The same by outlet, outlets in alphabetical order. */
export function sourcesByOutlet(record: TroopRecord): readonly OutletUse[] {
  const byOutlet = Map.groupBy(sourceUses(record), ({ source }) => source.outlet);
  return [...byOutlet]
    .map(([outlet, uses]) => ({
      outlet,
      uses: uses.toSorted((a, b) => compare(a.source.published, b.source.published)),
    }))
    .sort((a, b) => a.outlet.localeCompare(b.outlet, 'en'));
}

/** Positions that rest on a single source, oldest first. */
export function restingOnOneSource(record: TroopRecord): readonly Position[] {
  return record.positions.filter(({ sources }) => sources.length === 1);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
