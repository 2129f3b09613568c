import type { z } from 'astro/zod';
import { shown } from './characters.ts';
import { shapeProblems } from './checkShape.ts';
import type { YamlPath, YamlText } from './parseYaml.ts';
import { problemAt, type FilePoint, type Problem } from './problem.ts';

/** A checked value of an author's file that still knows where every part of it stands. */
export interface Entry<T> {
  readonly value: T;
  /** Where the value under a path stands; the entry itself for no path. */
  readonly at: (...path: YamlPath) => FilePoint;
  /** Where the key at a path stands. */
  readonly keyAt: (...path: YamlPath) => FilePoint;
}

/** Entries that fit their schema, and what is wrong with the others. */
export interface Entries<T> {
  readonly entries: readonly Entry<T>[];
  readonly problems: readonly Problem[];
}

/** Reads one value at a path of a file; no entry when it does not fit the schema. */
export function readEntry<T>(
  schema: z.ZodType<T>,
  yaml: YamlText,
  path: YamlPath,
  value: unknown,
): Entries<T> {
  const result = schema.safeParse(value);
  if (!result.success) return { entries: [], problems: shapeProblems(schema, yaml, path, value) };
  const at = (...below: YamlPath): FilePoint => yaml.pointOf([...path, ...below]);
  const keyAt = (...below: YamlPath): FilePoint => yaml.keyPointOf([...path, ...below]);
  return { entries: [{ value: result.data, at, keyAt }], problems: [] };
}

/** Reads a file that is a list, entry by entry, so that one bad entry hides no other. */
export function readList<T>(schema: z.ZodType<T>, yaml: YamlText): Entries<T> {
  if (yaml.value === undefined) return { entries: [], problems: [] };
  if (!Array.isArray(yaml.value)) return wrongTop(yaml, 'a list of entries, each after a dash');
  const items: readonly unknown[] = yaml.value;
  return joined(items.map((item, index) => readEntry(schema, yaml, [index], item)));
}

/** Reads a file that is a group of ids, id by id; `keySchema` holds for the ids. */
export function readMap<T>(
  keySchema: z.ZodType<string>,
  schemaFor: (value: unknown) => z.ZodType<T>,
  yaml: YamlText,
): Entries<readonly [id: string, value: T]> {
  const { value } = yaml;
  if (value === undefined) return { entries: [], problems: [] };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return wrongTop(yaml, 'ids with their entries');
  }
  return joined(
    Object.entries(value).map(([id, item]) =>
      readKeyed(keySchema, schemaFor(item), yaml, id, item),
    ),
  );
}

function readKeyed<T>(
  keySchema: z.ZodType<string>,
  schema: z.ZodType<T>,
  yaml: YamlText,
  id: string,
  item: unknown,
): Entries<readonly [string, T]> {
  const key = keySchema.safeParse(id);
  const expected = key.error?.issues[0]?.message.replace(/^expected /u, '') ?? '';
  const keyProblems = key.success
    ? []
    : [problemAt(yaml.keyPointOf([id]), 'E-VALUE', `the id ${shown(id)}`, expected)];
  const { entries, problems } = readEntry(schema, yaml, [id], item);
  return {
    entries: entries.map((entry) => ({ ...entry, value: [id, entry.value] as const })),
    problems: [...keyProblems, ...problems],
  };
}

function wrongTop<T>(yaml: YamlText, expected: string): Entries<T> {
  return {
    entries: [],
    problems: [problemAt(yaml.pointOf([]), 'E-VALUE', shown(yaml.value), expected)],
  };
}

/** Several readings as one. */
export function joined<T>(parts: readonly Entries<T>[]): Entries<T> {
  return {
    entries: parts.flatMap(({ entries }) => entries),
    problems: parts.flatMap(({ problems }) => problems),
  };
}
