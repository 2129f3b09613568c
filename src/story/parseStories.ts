import { claim } from '../schema/position.ts';
import { story as storySchema } from '../schema/story.ts';
import type { ReadFile } from './contentFiles.ts';
import type { ItemPath } from './contentPath.ts';
import { readEntry, readList, type Entries } from './entry.ts';
import { createKnownIds, isGroup, textsUnder } from './knownIds.ts';
import { parseItem } from './parseItem.ts';
import type { ParsedStory } from './parsedContent.ts';
import type { YamlText } from './parseYaml.ts';
import type { Problem } from './problem.ts';

interface Part<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

/** Reads every folder below `stories/`. */
export function parseStories(files: readonly ReadFile[]): {
  readonly stories: readonly ParsedStory[];
  readonly problems: readonly Problem[];
} {
  const ids = new Set(files.flatMap(({ path }) => ('story' in path ? [path.story] : [])));
  const parts = [...ids].map((id) =>
    parseStory(
      id,
      files.filter(({ path }) => 'story' in path && path.story === id),
    ),
  );
  return {
    stories: parts.map(({ value }) => value),
    problems: parts.flatMap(({ problems }) => problems),
  };
}

function parseStory(id: string, files: readonly ReadFile[]): Part<ParsedStory> {
  const storyYaml = files.find(({ path }) => path.kind === 'story')?.yaml;
  const claimsYaml = files.find(({ path }) => path.kind === 'claims')?.yaml;
  const story =
    storyYaml?.value === undefined ? NONE : readEntry(storySchema, storyYaml, [], storyYaml.value);
  const claims = claimsYaml ? readList(claim, claimsYaml) : NONE;
  const original = originalLanguage(storyYaml, files);
  const items = files.flatMap(({ path, source }) =>
    path.kind === 'item' ? [parseItem(path, source, path.language !== original)] : [],
  );
  const knownClaims = createKnownIds(
    textsUnder(claimsYaml?.value, 'id'),
    () => claimsYaml?.value === undefined,
  );
  return {
    value: {
      id,
      story: story.entries[0],
      claims: claims.entries,
      knownClaims,
      original,
      items: items.map(({ item }) => item),
    },
    problems: [...story.problems, ...claims.problems, ...items.flatMap(({ problems }) => problems)],
  };
}

const NONE: Entries<never> = { entries: [], problems: [] };

/** The first of the story's languages; where the story does not say, the first that has files. */
function originalLanguage(yaml: YamlText | undefined, files: readonly ReadFile[]): string {
  const named: unknown = isGroup(yaml?.value) ? yaml.value.languages : undefined;
  const first: unknown = Array.isArray(named) ? named[0] : undefined;
  const item = files.map(({ path }) => path).find((path): path is ItemPath => path.kind === 'item');
  return typeof first === 'string' ? first : (item?.language ?? 'en');
}
