import type { TroopRecord } from '../record/troopRecord.ts';
import type { Position } from '../schema/position.ts';
import type { PublishedLock, PublishedPosition } from '../schema/publishedLock.ts';

/** What the record would publish now, positions by id. */
export function lockOf({ positions, corrections }: TroopRecord): PublishedLock {
  const sorted = positions.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    positions: Object.fromEntries(sorted.map((one) => [one.id, publishedOf(one)])),
    corrections: Object.fromEntries(corrections.map((one) => [one.id, one])),
  };
}

/** The lock as a file: JSON with one line an entry, so that a diff shows what was published. */
export function renderLock({ positions, corrections }: PublishedLock): string {
  return `{\n"positions": ${group(positions)},\n"corrections": ${group(corrections)}\n}\n`;
}

function publishedOf(position: Position): PublishedPosition {
  const { about, stance, date, sources, attribution } = position;
  return { about, stance, date, sources, attribution };
}

function group(entries: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(entries).map(
    ([id, value]) => `  ${JSON.stringify(id)}: ${JSON.stringify(value)}`,
  );
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n}`;
}
