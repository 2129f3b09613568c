import type { FilePoint } from './problem.ts';

/** A content file as it was read: path below the content root with forward slashes, and its text. */
export interface ContentFile {
  readonly path: string;
  readonly text: string;
}

/** A file's text that can name the line and column of any offset. */
export interface SourceText {
  readonly path: string;
  /** Without the byte order mark that some editors put first; they do not count it as a column. */
  readonly text: string;
  /** Line and column of an offset in UTF-16 code units; offsets outside the text are moved to its ends. */
  readonly pointAt: (offset: number) => FilePoint;
}

/** Indexes a file's lines. */
export function createSourceText({ path, text: read }: ContentFile): SourceText {
  const text = read.replace(/^\uFEFF/u, '');
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  // The empty line after a closing line break is no line that an author sees.
  const last = text.endsWith('\n') ? text.length - 1 : text.length;
  const pointAt = (offset: number): FilePoint => {
    const inside = Math.min(Math.max(offset, 0), Math.max(last, 0));
    const index = lastAtOrBefore(starts, inside);
    return { file: path, line: index + 1, column: inside - (starts[index] ?? 0) + 1 };
  };
  return { path, text, pointAt };
}

/** Index of the last start at or before an offset, by halving: a long file has a point for every entry. */
function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
