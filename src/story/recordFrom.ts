import { buildRecord, type TroopRecord } from '../record/troopRecord.ts';
import type { ParsedContent } from './parsedContent.ts';

/** The record of everything that could be read; undefined without a vocabulary and an as-of day. */
export function recordFrom(content: ParsedContent): TroopRecord | undefined {
  const { vocabulary, standings } = content;
  if (!vocabulary || !standings) return undefined;
  return buildRecord({
    actors: content.actors.map(({ value }) => value),
    sources: Object.fromEntries(content.sources.map(({ value }) => value)),
    positions: content.positions.map(({ value }) => value),
    vocabulary: vocabulary.value,
    standings: standings.value,
    contested: content.contested.map(({ value }) => value),
    corrections: content.corrections.map(({ value }) => value),
  });
}
