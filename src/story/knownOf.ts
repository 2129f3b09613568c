import { yamlOf, type ReadFile } from './contentFiles.ts';
import type { ContentPath } from './contentPath.ts';
import { createKnownIds, isGroup, keysIn, textsUnder, type KnownIds } from './knownIds.ts';
import type { Known } from './parsedContent.ts';

/** Gathers every id from the raw data, so that an entry with a mistake can still be referred to. */
export function knownOf(files: readonly ReadFile[]): Known {
  return {
    actors: knownActors(files),
    sources: idsOf(files, 'sources', keysIn),
    positions: knownPositions(files),
    corrections: idsOf(files, 'corrections', (value) => textsUnder(value, 'id')),
    conditions: idsOf(files, 'vocabulary', (value) =>
      keysIn(isGroup(value) ? value.conditions : undefined),
    ),
    places: knownPlaces(files),
    usedSources: usedUnder(files, 'sources'),
    usedConditions: usedUnder(files, 'conditions'),
  };
}

/** Actors, with the pill codes and names that authors write by mistake. */
function knownActors(files: readonly ReadFile[]): KnownIds {
  const { ids, has } = idsOf(files, 'actors', (value) => textsUnder(value, 'id'));
  const value = yamlOf(files, 'actors')?.value;
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  const aliases = list.flatMap((one) => {
    const [id] = textsUnder([one], 'id');
    const others = [...textsUnder([one], 'code'), ...textsUnder([one], 'name')];
    return id === undefined ? [] : others.map((other) => [other.toLowerCase(), id] as const);
  });
  return { ids, has, aliases: new Map(aliases) };
}

/** Ids of one file; when it is missing or unreadable, any id may be meant. */
function idsOf(
  files: readonly ReadFile[],
  kind: ContentPath['kind'],
  read: (value: unknown) => readonly string[],
): KnownIds {
  const value = yamlOf(files, kind)?.value;
  return createKnownIds(read(value), () => value === undefined);
}

/** A position may stand in its actor's file when that one cannot be read. */
function knownPositions(files: readonly ReadFile[]): KnownIds {
  const own = files.filter(({ path }) => path.kind === 'positions');
  const unread = own.flatMap(({ path, yaml }) =>
    path.kind === 'positions' && yaml?.value === undefined ? [`${path.actor.toLowerCase()}-`] : [],
  );
  const ids = own.flatMap(({ yaml }) => textsUnder(yaml?.value, 'id'));
  return createKnownIds(ids, (id) => unread.some((start) => id.startsWith(start)));
}

function knownPlaces(files: readonly ReadFile[]): KnownIds {
  const front = idsOf(files, 'front', keysIn);
  const regions = idsOf(files, 'regions', keysIn);
  return createKnownIds([...front.ids, ...regions.ids], (id) => front.has(id) || regions.has(id));
}

/** Ids named under a key by positions, claims and stories; unsure when one of their files is unreadable. */
function usedUnder(files: readonly ReadFile[], key: 'sources' | 'conditions'): KnownIds {
  const own = files.filter(({ path }) => ['positions', 'claims', 'story'].includes(path.kind));
  const lists = own.flatMap(({ yaml }) => textsUnder(yaml?.value, key));
  const articles = own.flatMap(({ yaml }) => textsUnder([yaml?.value], 'article'));
  const unread = own.some(({ yaml }) => yaml?.value === undefined);
  return createKnownIds([...lists, ...articles], () => unread);
}
