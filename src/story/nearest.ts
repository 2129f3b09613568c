import { codePointName, hasNonAscii } from './characters.ts';

/** Longer words are not compared: nobody mistypes them by a letter, and the cost grows as the square. */
const LONGEST = 120;

/** Edit distance of two words: letters put in, left out, changed or swapped with their neighbour. */
export function editDistance(a: string, b: string): number {
  let [beforeLast, last]: [number[], number[]] = [
    [],
    Array.from({ length: b.length + 1 }, (_, j) => j),
  ];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        at(row, j - 1) + 1,
        at(last, j) + 1,
        at(last, j - 1) + change,
        swapped ? at(beforeLast, j - 2) + 1 : Infinity,
      );
    }
    [beforeLast, last] = [last, row];
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}

/** The candidate closest to a word, case aside, or undefined when none is close; ties go to the first. */
export function nearestTo(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length === 0 || word.length > LONGEST) return undefined;
  let best: { readonly candidate: string; readonly distance: number } | undefined;
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.slice(0, LONGEST).toLowerCase());
    const allowed = Math.max(1, Math.floor(Math.max(word.length, candidate.length) * 0.4));
    if (distance <= allowed && distance < (best?.distance ?? Infinity)) {
      best = { candidate, distance };
    }
  }
  return best?.candidate;
}

/** A hint that names the nearest valid value and any letter that only looks right; undefined for none. */
export function hintFor(word: string, candidates: Iterable<string>): string | undefined {
  const nearest = nearestTo(word, candidates);
  const foreign = hasNonAscii(word) ? [...word].find((one) => hasNonAscii(one)) : undefined;
  const parts = [
    ...(nearest === undefined ? [] : [`did you mean ${nearest}?`]),
    ...(foreign === undefined ? [] : [`"${foreign}" is ${codePointName(foreign)}`]),
  ];
  return parts.length === 0 ? undefined : parts.join(' ');
}
