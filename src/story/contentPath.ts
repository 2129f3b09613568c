/** What a file below the content root holds, told from its path alone. */
export type ContentPath =
  | { readonly kind: 'actors' | 'sources' | 'vocabulary' | 'standings' }
  | { readonly kind: 'contested' | 'corrections' | 'published' }
  | { readonly kind: 'positions'; readonly actor: string }
  | { readonly kind: 'front' | 'regions' | 'members' }
  | { readonly kind: 'story' | 'claims'; readonly story: string }
  | ItemPath
  | { readonly kind: 'unknown' };

/** The path of a step or passage: `stories/<story>/<language>/<number>-<slug>.mdx`. */
export interface ItemPath {
  readonly kind: 'item';
  readonly story: string;
  /** ISO 639-1. */
  readonly language: string;
  /** Three digits; they give the order. */
  readonly number: string;
  /** The step's id. */
  readonly slug: string;
}

/** Files that every content folder has, by path. */
export const FIXED_FILES = new Map([
  ['record/actors.yml', 'actors'],
  ['record/sources.yml', 'sources'],
  ['record/vocabulary.yml', 'vocabulary'],
  ['record/standings.yml', 'standings'],
  ['record/contested.yml', 'contested'],
  ['record/corrections.yml', 'corrections'],
  ['record/published.lock.json', 'published'],
  ['places/front.yml', 'front'],
  ['places/regions.yml', 'regions'],
  ['places/members.yml', 'members'],
] as const);

/** How files are named, in the words of a message. */
export const FILE_NAMES =
  'record/<name>.yml, record/positions/<actor>.yml, places/<name>.yml, stories/<story>/story.yml, ' +
  'stories/<story>/claims.yml or stories/<story>/<language>/NNN-<slug>.mdx';

const POSITIONS = /^record\/positions\/([a-z]{2,4})\.yml$/u;
const STORY = /^stories\/([a-z0-9]+(?:-[a-z0-9]+)*)\/(story|claims)\.yml$/u;
const ITEM =
  /^stories\/([a-z0-9]+(?:-[a-z0-9]+)*)\/([a-z]{2})\/(\d{3})-([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\.mdx$/u;

/** Reads a path below the content root, with forward slashes. */
export function readContentPath(path: string): ContentPath {
  const fixed = FIXED_FILES.get(path as 'record/actors.yml');
  if (fixed) return { kind: fixed };
  const actor = POSITIONS.exec(path)?.[1];
  if (actor) return { kind: 'positions', actor: actor.toUpperCase() };
  const [, story, file] = STORY.exec(path) ?? [];
  if (story) return { kind: file === 'claims' ? 'claims' : 'story', story };
  const item = ITEM.exec(path);
  if (!item) return { kind: 'unknown' };
  const [, of = '', language = '', number = '', slug = ''] = item;
  return { kind: 'item', story: of, language, number, slug };
}
