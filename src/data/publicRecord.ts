import { effectiveDay } from '../record/effectiveDay.ts';
import { evidenceOf } from '../record/evidenceOf.ts';
import { isOnScale } from '../record/isOnScale.ts';
import { standingIds } from '../record/standingIds.ts';
import type { TroopRecord } from '../record/troopRecord.ts';
import type {
  PublicActor,
  PublicPosition,
  PublicRecord,
  PublicSource,
} from '../schema/publicRecord.ts';
import { LICENCE, titleOf, type Published } from './dataset.ts';
import { fullAddress } from './fullAddress.ts';
import { actorAddress, positionAddress } from '../render/addresses.ts';

/** Where the schema of the whole record is, from the root of the site. */
export const RECORD_SCHEMA = '/data/schema/record.json';

/** The whole record as others get it: every output for others is made from this one. */
export function buildPublicRecord(record: TroopRecord, published: Published): PublicRecord {
  const { site } = published;
  return {
    $schema: fullAddress(RECORD_SCHEMA, site),
    title: titleOf(published),
    as_of: record.asOf,
    license: LICENCE.name,
    vocabulary: record.vocabulary,
    actors: publicActors(record, site),
    sources: publicSources(record),
    positions: publicPositions(record, site),
    corrections: [...record.corrections],
  };
}

function publicPositions(record: TroopRecord, site: string): PublicPosition[] {
  const scaled = new Set([...record.actors.values()].filter(isOnScale).map(({ id }) => id));
  const standing = standingIds(record);
  return record.positions.map((position) => ({
    ...position,
    evidence: evidenceOf(position),
    counts_from: effectiveDay(position.date),
    on_scale: scaled.has(position.actor),
    stands: standing.has(position.id),
    url: fullAddress(positionAddress(position), site),
  }));
}

function publicActors({ actors, noPositionFound }: TroopRecord, site: string): PublicActor[] {
  return [...actors.values()].map((actor) => ({
    ...actor,
    no_position_found: noPositionFound.has(actor.id),
    url: fullAddress(actorAddress(actor.id), site),
  }));
}

function publicSources({ sources }: TroopRecord): PublicSource[] {
  return [...sources].map(([id, source]) => ({ id, ...source }));
}
