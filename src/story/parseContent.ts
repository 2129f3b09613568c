import { actor } from '../schema/actor.ts';
import { contestedPoint } from '../schema/contestedPoint.ts';
import { correction } from '../schema/correction.ts';
import { band, front, line, members, regions, type Band, type Line } from '../schema/place.ts';
import { position } from '../schema/position.ts';
import { publishedLock } from '../schema/publishedLock.ts';
import { source, sources } from '../schema/source.ts';
import { standings } from '../schema/standings.ts';
import { vocabulary } from '../schema/vocabulary.ts';
import type { z } from 'astro/zod';
import { fileProblems } from './checkFiles.ts';
import { readFiles, yamlOf, yamlProblems, type ReadFile } from './contentFiles.ts';
import type { ContentPath } from './contentPath.ts';
import { readEntry, readList, readMap, type Entries } from './entry.ts';
import { isGroup } from './knownIds.ts';
import { knownOf } from './knownOf.ts';
import type { ParsedContent, PositionEntry } from './parsedContent.ts';
import { parseStories } from './parseStories.ts';
import type { ContentFile } from './sourceText.ts';

/** Reads every file of the content folder as far as it can be read. Never throws. */
export function parseContent(given: readonly ContentFile[]): ParsedContent {
  const files = readFiles(given);
  const record = parseRecord(files);
  const places = parsePlaces(files);
  const { stories, problems } = parseStories(files);
  return {
    actors: record.actors.entries,
    sources: record.sources.entries,
    positions: record.positions.entries as readonly PositionEntry[],
    vocabulary: record.vocabulary.entries[0],
    standings: record.standings.entries[0],
    contested: record.contested.entries,
    corrections: record.corrections.entries,
    published: record.published.entries[0],
    front: places.front.entries,
    regions: places.regions.entries,
    members: places.members.entries[0],
    stories,
    known: knownOf(files),
    problems: [
      ...fileProblems(files),
      ...yamlProblems(files),
      ...[...Object.values(record), ...Object.values(places)].flatMap((part) => part.problems),
      ...problems,
    ],
  };
}

function parseRecord(files: readonly ReadFile[]) {
  return {
    actors: listOf(actor, files, 'actors'),
    sources: mapOf(sources.keyType, () => source, files, 'sources'),
    positions: parsePositions(files),
    vocabulary: groupOf(vocabulary, files, 'vocabulary'),
    standings: groupOf(standings, files, 'standings'),
    contested: listOf(contestedPoint, files, 'contested'),
    corrections: listOf(correction, files, 'corrections'),
    published: groupOf(publishedLock, files, 'published'),
  };
}

function parsePlaces(files: readonly ReadFile[]) {
  return {
    front: mapOf<Line | Band>(front.keyType, lineOrBand, files, 'front'),
    regions: mapOf(regions.keyType, () => regions.valueType, files, 'regions'),
    members: groupOf(members, files, 'members'),
  };
}

/** A band follows a line; telling them apart by that key gives messages about one schema, not two. */
function lineOrBand(value: unknown): z.ZodType<Line | Band> {
  return isGroup(value) && Object.hasOwn(value, 'follows') ? band : line;
}

function parsePositions(files: readonly ReadFile[]): Entries<PositionEntry['value']> {
  const parts = files.flatMap(({ path, yaml }) => {
    if (path.kind !== 'positions' || !yaml) return [];
    const { entries, problems } = readList(position, yaml);
    return [{ entries: entries.map((entry) => ({ ...entry, fileOf: path.actor })), problems }];
  });
  return {
    entries: parts.flatMap(({ entries }) => entries),
    problems: parts.flatMap(({ problems }) => problems),
  };
}

function listOf<T>(
  schema: z.ZodType<T>,
  files: readonly ReadFile[],
  kind: ContentPath['kind'],
): Entries<T> {
  const yaml = yamlOf(files, kind);
  return yaml ? readList(schema, yaml) : NOTHING;
}

function mapOf<T>(
  keySchema: z.ZodType<string>,
  schemaFor: (value: unknown) => z.ZodType<T>,
  files: readonly ReadFile[],
  kind: ContentPath['kind'],
): Entries<readonly [string, T]> {
  const yaml = yamlOf(files, kind);
  return yaml ? readMap(keySchema, schemaFor, yaml) : NOTHING;
}

function groupOf<T>(
  schema: z.ZodType<T>,
  files: readonly ReadFile[],
  kind: ContentPath['kind'],
): Entries<T> {
  const yaml = yamlOf(files, kind);
  return yaml?.value === undefined ? NOTHING : readEntry(schema, yaml, [], yaml.value);
}

const NOTHING = { entries: [], problems: [] };
