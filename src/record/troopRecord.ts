import type { Actor, ActorId } from '../schema/actor.ts';
import type { ContestedPoint } from '../schema/contestedPoint.ts';
import type { Correction } from '../schema/correction.ts';
import type { IsoDay } from '../schema/isoDate.ts';
import type { Position } from '../schema/position.ts';
import type { Source, SourceId } from '../schema/source.ts';
import type { StandingsFile } from '../schema/standings.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';
import { effectiveDay } from './effectiveDay.ts';

/** Who said what, when and according to whom: the whole record in memory. */
export interface TroopRecord {
  /** Every actor by id, in the order of `actors.yml`. */
  readonly actors: ReadonlyMap<ActorId, Actor>;
  /** Every source by id. */
  readonly sources: ReadonlyMap<SourceId, Source>;
  /** Every position by effective day, then in file order. */
  readonly positions: readonly Position[];
  /** The words of the scale and their definitions. */
  readonly vocabulary: Vocabulary;
  /** The day the record is true for. */
  readonly asOf: IsoDay;
  /** Actors for whom nothing usable was found. */
  readonly noPositionFound: ReadonlySet<ActorId>;
  /** Points on which sources or readings differ, with the positions they are about. */
  readonly contested: readonly Contested[];
  /** What was published and changed since, oldest first. */
  readonly corrections: readonly Correction[];
}

/** A contested point and the positions it is about. */
export interface Contested {
  readonly text: string;
  readonly positions: readonly Position[];
}

/** The contents of the record's files; `positions` in file order. */
export interface RecordParts {
  readonly actors: readonly Actor[];
  readonly sources: Readonly<Record<SourceId, Source>>;
  readonly positions: readonly Position[];
  readonly vocabulary: Vocabulary;
  readonly standings: StandingsFile;
  readonly contested?: readonly ContestedPoint[];
  readonly corrections?: readonly Correction[];
}

/** Assembles the record; expects ids to be unique and does not check them. */
export function buildRecord(parts: RecordParts): TroopRecord {
  return {
    actors: new Map(parts.actors.map((actor) => [actor.id, actor])),
    sources: new Map(Object.entries(parts.sources)),
    positions: byEffectiveDay(parts.positions),
    vocabulary: parts.vocabulary,
    asOf: parts.standings.as_of,
    noPositionFound: new Set(parts.standings.no_position_found),
    contested: contestedOf(parts),
    corrections: parts.corrections ?? [],
  };
}

/** Ids that no position has are left out: the content check refuses them. */
function contestedOf({ contested = [], positions }: RecordParts): readonly Contested[] {
  const byId = new Map(positions.map((position) => [position.id, position]));
  return contested.map(({ text, positions: ids }) => ({
    text,
    positions: ids.flatMap((id) => byId.get(id) ?? []),
  }));
}

/** A copy in order of effective day; the sort is stable, so the file's order breaks ties. */
function byEffectiveDay(positions: readonly Position[]): readonly Position[] {
  return positions.toSorted((a, b) => compare(effectiveDay(a.date), effectiveDay(b.date)));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
