import type { z } from 'astro/zod';
import { isoDay, isoDayOrMonth } from '../schema/isoDate.ts';
import { about, layer, question, stance } from '../schema/vocabulary.ts';
import { shown } from './characters.ts';
import { hintFor } from './nearest.ts';
import type { YamlPath, YamlText } from './parseYaml.ts';
import { problemAt, type Code, type Problem } from './problem.ts';
import { keysOf, schemaAt } from '../schema/schemaAt.ts';

/** A mistake in a value of one of these schemas has a code of its own. */
const CODE_OF_SCHEMA: ReadonlyMap<unknown, Code> = new Map<unknown, Code>([
  [isoDay, 'E-DATE'],
  [isoDayOrMonth, 'E-DATE'],
  [stance, 'E-UNKNOWN-STANCE'],
  [question, 'E-UNKNOWN-QUESTION'],
  [about, 'E-UNKNOWN-QUESTION'],
  [layer, 'E-UNKNOWN-LAYER'],
]);

/** So has one in a value under one of these keys; `text` is a quote's. */
const CODE_OF_KEY: ReadonlyMap<PropertyKey, Code> = new Map<PropertyKey, Code>([
  ['paraphrase', 'E-PARAPHRASE'],
  ['url', 'E-URL'],
  ['spotlight', 'E-SPOTLIGHT-COUNT'],
  ['text', 'E-QUOTE-LENGTH'],
]);

/** Checks a value at `path` of a file against a schema: unknown and missing keys, wrong values. */
export function shapeProblems(
  schema: z.ZodType,
  yaml: YamlText,
  path: YamlPath,
  value: unknown,
): readonly Problem[] {
  const result = schema.safeParse(value);
  if (result.success) return [];
  return result.error.issues.flatMap((issue) =>
    issueProblems({ schema, yaml, path, value }, issue),
  );
}

interface Place {
  readonly schema: z.ZodType;
  readonly yaml: YamlText;
  readonly path: YamlPath;
  readonly value: unknown;
}

type Issue = z.core.$ZodIssue;

function issueProblems(place: Place, issue: Issue): readonly Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey(place, issue.path, key));
  }
  if (issue.code === 'invalid_key') return [wrongKey(place, issue)];
  const found = valueAt(place.value, issue.path);
  return [found === undefined ? missingKey(place, issue.path) : wrongValue(place, issue, found)];
}

function unknownKey({ schema, yaml, path }: Place, below: YamlPath, key: string): Problem {
  const known = keysOf(schemaAt(schema, below));
  const point = yaml.keyPointOf([...path, ...below, key]);
  return problemAt(
    point,
    'E-UNKNOWN-KEY',
    `the key ${shown(key)}`,
    oneOf(known),
    hintFor(key, known),
  );
}

function wrongKey({ yaml, path }: Place, issue: Extract<Issue, { code: 'invalid_key' }>): Problem {
  const point = yaml.keyPointOf([...path, ...issue.path]);
  const expected = issue.issues.map(({ message }) => expectedIn(message)).join(' ');
  return problemAt(point, 'E-VALUE', `the id ${shown(issue.path.at(-1))}`, expected);
}

function missingKey({ yaml, path }: Place, below: YamlPath): Problem {
  const key = below.at(-1);
  const point = yaml.pointOf([...path, ...below.slice(0, -1)]);
  if (key === 'title') {
    return problemAt(point, 'E-HEADING', 'no title', 'a title, the heading of the step');
  }
  return problemAt(
    point,
    'E-MISSING-KEY',
    `no ${String(key ?? 'value')}`,
    `the key ${String(key ?? '')}`.trim(),
  );
}

function wrongValue({ schema, yaml, path }: Place, issue: Issue, found: unknown): Problem {
  const code = codeFor(schemaAt(schema, issue.path), issue);
  const point = yaml.pointOf([...path, ...issue.path]);
  const values = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  const hint = typeof found === 'string' ? hintFor(found, values) : undefined;
  const expected = values.length > 0 ? oneOf(values) : expectedFor(issue);
  return problemAt(point, code, shownFor(issue, found), expected, hint);
}

function codeFor(schema: unknown, issue: Issue): Code {
  const bySchema = CODE_OF_SCHEMA.get(schema);
  if (bySchema) return bySchema;
  if (issue.code === 'invalid_value') return 'E-UNKNOWN-VALUE';
  if (issue.code === 'invalid_type') return 'E-VALUE';
  if (issue.path.at(-1) === 'title') return 'E-HEADING';
  return CODE_OF_KEY.get(issue.path.at(-1) ?? '') ?? 'E-VALUE';
}

function shownFor(issue: Issue, found: unknown): string {
  return issue.code === 'too_big' && Array.isArray(found)
    ? `${found.length} entries`
    : shown(found);
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  tuple: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
};

function expectedFor(issue: Issue): string {
  if (issue.code === 'invalid_type') return TYPES[issue.expected] ?? `a ${issue.expected}`;
  if (issue.code === 'too_big') return `at most ${String(issue.maximum)}${unit(issue.origin)}`;
  if (issue.code === 'too_small') return `at least ${String(issue.minimum)}${unit(issue.origin)}`;
  if (issue.code === 'invalid_format' && issue.format === 'url') return 'an http or https address';
  return expectedIn(issue.message);
}

function unit(origin: string): string {
  if (origin === 'array') return ' in the list';
  return origin === 'string' ? ' characters' : '';
}

/** The schemas' own messages read "expected …"; the word stands in the list already. */
function expectedIn(message: string): string {
  return message.replace(/^expected /u, '');
}

function oneOf(values: readonly string[]): string {
  if (values.length === 0) return 'a value that the schema knows';
  return values.length === 1 ? String(values[0]) : `one of ${values.join(', ')}`;
}

function valueAt(value: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>(
    (here, key) =>
      typeof here === 'object' && here !== null && Object.hasOwn(here, key)
        ? (here as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  );
}
