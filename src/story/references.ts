import { shown } from './characters.ts';
import type { Entry } from './entry.ts';
import type { KnownIds } from './knownIds.ts';
import { hintFor } from './nearest.ts';
import type { Known } from './parsedContent.ts';
import { problemAt, type Code, type FilePoint, type Problem } from './problem.ts';

/** What a reference may point to. */
export interface Target {
  readonly code: Code;
  readonly known: KnownIds;
  /** "the id of a source of record/sources.yml". */
  readonly expected: string;
}

/** What a reference to a position may point to. */
export function positionTarget({ positions }: Known): Target {
  return { code: 'E-UNKNOWN-POSITION', known: positions, expected: 'the id of a position' };
}

/** A problem for an id that nothing has. */
export function referenceProblems(
  id: string,
  point: FilePoint,
  target: Target,
): readonly Problem[] {
  const { known, code, expected } = target;
  if (known.has(id)) return [];
  const meant = known.aliases.get(id.toLowerCase());
  const hint = meant === undefined ? hintFor(id, known.ids) : `did you mean ${meant}?`;
  return [problemAt(point, code, shown(id), expected, hint)];
}

/** Problems of a list of ids under a key: unknown ones, and ones listed twice. */
export function listProblems(
  entry: Entry<unknown>,
  key: string,
  ids: readonly string[],
  target: Target,
): readonly Problem[] {
  const unknown = ids.flatMap((id, index) => referenceProblems(id, entry.at(key, index), target));
  return [...unknown, ...listedTwice(entry, key, ids)];
}

/** Problems of ids that stand in a list for the second time. */
export function listedTwice(
  entry: Entry<unknown>,
  key: string,
  ids: readonly string[],
): readonly Problem[] {
  return ids.flatMap((id, index) =>
    ids.indexOf(id) < index
      ? [problemAt(entry.at(key, index), 'E-LISTED-TWICE', `${shown(id)} again`, 'each entry once')]
      : [],
  );
}

/** Problems of values that should be unique, in the order given; each names the place of the first. */
export function duplicateProblems(
  code: Code,
  what: string,
  uses: readonly { readonly value: string; readonly point: FilePoint }[],
): readonly Problem[] {
  const first = new Map<string, FilePoint>();
  return uses.flatMap(({ value, point }) => {
    const before = first.get(value);
    if (before === undefined) {
      first.set(value, point);
      return [];
    }
    const at = `${before.file}:${before.line}`;
    return [
      problemAt(
        point,
        code,
        `the ${what} ${shown(value)} again (first at ${at})`,
        `every ${what} once`,
      ),
    ];
  });
}
