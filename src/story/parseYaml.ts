import { isAlias, isMap, isNode, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Document, Node, Pair, Scalar, YAMLError, YAMLMap } from 'yaml';
import { isIsoDayOrMonth } from '../schema/isoDate.ts';
import { codePointName, PLAIN_TEXT, refusedCharacters, shown } from './characters.ts';
import { problemAt, type FilePoint, type Problem } from './problem.ts';
import type { SourceText } from './sourceText.ts';

/** Keys and indexes from the top of a text to a value. */
export type YamlPath = readonly PropertyKey[];

/** A YAML text, parsed, that can name the place of every key and value. */
export interface YamlText {
  /** The value as plain data; undefined when the text does not parse. */
  readonly value: unknown;
  /** Where a value stands; the nearest enclosing one where the path leads nowhere. */
  readonly pointOf: (path: YamlPath) => FilePoint;
  /** Where a key stands; falls back as `pointOf` does. */
  readonly keyPointOf: (path: YamlPath) => FilePoint;
  /** Syntax errors, keys given twice, aliases, unquoted dates and refused characters in values. */
  readonly problems: readonly Problem[];
}

/** Parses YAML 1.2 that starts at `base` in a file. Never throws; what is wrong is in `problems`. */
export function parseYaml(source: SourceText, text = source.text, base = 0): YamlText {
  const point = (offset: number): FilePoint => source.pointAt(base + offset);
  try {
    return readYaml(text, point);
  } catch {
    // Only nesting so deep that the stack ends gets here.
    const problem = problemAt(point(0), 'E-YAML', 'YAML too deep to read', 'plain YAML');
    return {
      value: undefined,
      pointOf: () => point(0),
      keyPointOf: () => point(0),
      problems: [problem],
    };
  }
}

function readYaml(text: string, point: (offset: number) => FilePoint): YamlText {
  // The parser's own look for keys given twice compares each with all before it.
  const options = { prettyErrors: false, logLevel: 'silent', uniqueKeys: false } as const;
  const parsed = parseDocument(text, options);
  const [error] = [...parsed.errors, ...parsed.warnings];
  const readable = error === undefined;
  const problems = [
    ...(error ? [syntaxProblem(error, point)] : []),
    ...duplicateKeys(parsed, text, point),
  ];
  if (readable) problems.push(...nodeProblems(parsed, text, point));
  const usable = readable && !problems.some(({ code }) => code === 'E-YAML');
  const root = parsed.contents;
  return {
    value: usable ? parsed.toJS() : undefined,
    pointOf: (path) => point(offsetOf(nodeAt(root, path).node)),
    keyPointOf: (path) => point(offsetOf(keyAt(root, path))),
    problems,
  };
}

/** Every key that stands for the second time in its group. */
function duplicateKeys(
  parsed: Document,
  text: string,
  point: (offset: number) => FilePoint,
): readonly Problem[] {
  const problems: Problem[] = [];
  visit(parsed, {
    Map: (_, { items }) => {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) problems.push(duplicateKey(offsetOf(key), text, point));
        seen.add(key.value);
      }
    },
  });
  return problems;
}

function duplicateKey(offset: number, text: string, point: (offset: number) => FilePoint): Problem {
  const key = /^[^:\s]*/u.exec(text.slice(offset, offset + LONGEST_KEY))?.[0] ?? '';
  const found = `the key ${shown(key)} again`;
  return problemAt(point(offset), 'E-DUPLICATE-KEY', found, 'each key once');
}

/** Enough of a key to know it by, in UTF-16 code units. */
const LONGEST_KEY = 200;

/** The first thing that does not parse: more would only follow from it. */
function syntaxProblem(error: YAMLError, point: (offset: number) => FilePoint): Problem {
  const [start] = error.pos;
  const hint = error.code === 'TAB_AS_INDENT' ? 'indent with spaces' : undefined;
  return problemAt(
    point(start),
    'E-YAML',
    `YAML that does not parse (${error.message})`,
    'plain YAML',
    hint,
  );
}

/** Problems of single nodes: aliases, keys that are no text, unquoted dates, text no one types. */
function nodeProblems(
  parsed: Document,
  text: string,
  point: (offset: number) => FilePoint,
): readonly Problem[] {
  const problems: Problem[] = [];
  visit(parsed, {
    Pair: (_, pair) => {
      if (isScalar(pair.key)) return;
      problems.push(
        problemAt(point(offsetOf(pair.key)), 'E-YAML', 'a key that is no word', 'plain YAML'),
      );
    },
    Node: (_, node) => {
      const at = point(offsetOf(node));
      if (isAlias(node)) {
        problems.push(problemAt(at, 'E-YAML', 'an alias', 'the value written out'));
      }
      if (isScalar(node) && typeof node.value === 'string') {
        problems.push(...textProblems(node, text, at));
      }
    },
  });
  return problems;
}

function textProblems(node: Scalar, text: string, at: FilePoint): readonly Problem[] {
  const value = String(node.value);
  return [
    ...hiddenProblems(value, text.slice(node.range?.[0], node.range?.[1]), at),
    ...(node.type === 'PLAIN' && isIsoDayOrMonth(value)
      ? [problemAt(at, 'E-DATE', `${value} without quotes`, 'a quoted date', `write '${value}'`)]
      : []),
    ...(!node.type?.startsWith('BLOCK') && value !== value.trim()
      ? [problemAt(at, 'E-VALUE', `${shown(value)} with space at its ends`, 'the text alone')]
      : []),
  ];
}

/** Refused characters that only an escape such as "\\u202E" brings in; typed ones are found in the file. */
function hiddenProblems(value: string, typed: string, at: FilePoint): readonly Problem[] {
  const refused = refusedCharacters(value)[0]?.character;
  if (refused === undefined || refusedCharacters(typed).length > 0) return [];
  return [problemAt(at, 'E-CHARACTER', codePointName(refused), PLAIN_TEXT)];
}

interface Step {
  readonly node: Node | null;
  readonly pair: Pair | undefined;
}

/** Follows a path as far as it leads; gives the last node there is and the pair that holds it. */
function nodeAt(root: Node | null, path: YamlPath): Step {
  let here: Step = { node: root, pair: undefined };
  for (const key of path) {
    const next = childOf(here.node, key);
    if (next === undefined) return here;
    here = next;
  }
  return here;
}

function childOf(node: Node | null, key: PropertyKey): Step | undefined {
  if (isMap(node)) {
    const pair = pairsOf(node).get(String(key));
    return (
      pair && { node: isNode(pair.value) ? pair.value : isNode(pair.key) ? pair.key : null, pair }
    );
  }
  const item = isSeq(node) ? node.items[Number(key)] : undefined;
  return isNode(item) ? { node: item, pair: undefined } : undefined;
}

/** Pairs by key, found once a group: a file with thousands of entries asks for each of them. */
const pairsByGroup = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

function pairsOf(group: YAMLMap): ReadonlyMap<string, Pair> {
  const known = pairsByGroup.get(group);
  if (known) return known;
  // Of a key that stands twice the first counts, so the later ones are put in before it.
  const named = group.items.toReversed().filter(({ key }) => isScalar(key));
  const pairs = new Map(named.map((pair) => [String((pair.key as Scalar).value), pair]));
  pairsByGroup.set(group, pairs);
  return pairs;
}

function keyAt(root: Node | null, path: YamlPath): unknown {
  const { node, pair } = nodeAt(root, path);
  return pair?.key ?? node;
}

/** Where a node's text starts; an empty value has no text, its range still says where it would be. */
function offsetOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}
