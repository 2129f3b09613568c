import { plainLine } from './characters.ts';

/** Every kind of mistake the checks can find; `docs/errors.md` says how to mend each. */
export const CODES = [
  // Files and their syntax
  'E-CHARACTER',
  'E-YAML',
  'E-DUPLICATE-KEY',
  'E-FRONTMATTER',
  'E-MDX',
  'E-MISSING-FILE',
  'E-FILE-NAME',
  'E-TRANSLATION',
  // Keys and values
  'E-UNKNOWN-KEY',
  'E-MISSING-KEY',
  'E-VALUE',
  'E-UNKNOWN-VALUE',
  'E-UNKNOWN-STANCE',
  'E-UNKNOWN-QUESTION',
  'E-UNKNOWN-LAYER',
  'E-DATE',
  'E-URL',
  'E-HEADING',
  // References
  'E-UNKNOWN-ACTOR',
  'E-UNKNOWN-SOURCE',
  'E-UNKNOWN-POSITION',
  'E-UNKNOWN-CLAIM',
  'E-UNKNOWN-PLACE',
  'E-UNKNOWN-CONDITION',
  // The record
  'E-DUPLICATE-ID',
  'E-DUPLICATE-URL',
  'E-LISTED-TWICE',
  'E-ID-MISMATCH',
  'E-WRONG-FILE',
  'E-ORDER',
  'E-DATE-RANGE',
  'E-SOURCE-OLDER',
  'E-QUOTE-LENGTH',
  'E-PARAPHRASE',
  'E-UNUSED',
  'E-STANDING-LIST',
  // What was published
  'E-PUBLISHED-CHANGED',
  'E-PUBLISHED-REMOVED',
  'E-CORRECTION-CHANGED',
  'E-NOTHING-CORRECTED',
  // A step's scene
  'E-SPOTLIGHT-COUNT',
  'E-SPOTLIGHT-FUTURE',
  'E-SPOTLIGHT-QUESTION',
  'E-SPOTLIGHT-WEAK',
  'E-SPOTLIGHT-OVERTAKEN',
  // Narration
  'E-EMPTY-BODY',
  'E-BODY-CODE',
  'E-BODY-ELEMENT',
  'E-UNKNOWN-COMPONENT',
  'E-UNKNOWN-ATTRIBUTE',
  'E-MISSING-ATTRIBUTE',
  'E-TYPED-NUMBER',
  'E-FIGURE',
  'E-NO-QUOTE',
  'E-NO-DAY',
] as const;

/** The name of a kind of mistake, `E-…`. */
export type Code = (typeof CODES)[number];

/** A point in an author's file. */
export interface FilePoint {
  /** Path below the content root, with forward slashes. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
}

/** One mistake in an author's file. */
export interface Problem extends FilePoint {
  readonly code: Code;
  /** What stands there, as a noun phrase. */
  readonly found: string;
  /** What should stand there, as a noun phrase. */
  readonly expected: string;
  /** The likeliest way to mend it, as a sentence without its full stop. */
  readonly hint?: string;
}

/** A problem at a point, its texts safe to print; an absent hint leaves no key behind. */
export function problemAt(
  point: FilePoint,
  code: Code,
  found: string,
  expected: string,
  hint?: string,
): Problem {
  const { file, line, column } = point;
  const problem = {
    file,
    line,
    column,
    code,
    found: plainLine(found),
    expected: plainLine(expected),
  };
  return hint === undefined ? problem : { ...problem, hint: plainLine(hint) };
}

/** The same problems in the order of reading (file, line, column, code), each once. */
export function inReadingOrder(problems: readonly Problem[]): readonly Problem[] {
  const once = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...once.values()].toSorted(compareProblems);
}

function compareProblems(a: Problem, b: Problem): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.code, b.code) ||
    compareText(a.found, b.found)
  );
}

/** By code unit, never by the machine's language, so that the order is the same everywhere. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
