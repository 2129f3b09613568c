/** Letters that carry no mark to take off, and what people type for them. */
const PLAIN: Readonly<Record<string, string>> = {
  ...{ ø: 'o', ł: 'l', đ: 'd', ð: 'd', ı: 'i' },
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' },
};

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Words so frequent that a search does not ask for them. */
const SKIPPED: ReadonlySet<string> = new Set([
  ...['a', 'an', 'and', 'by', 'for', 'in', 'of', 'on', 'the', 'to'],
]);

/** The words of a text in their order, as they are written. */
export function wordsIn(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

/** A word as it is compared: small letters, accents taken off. "Türkiye" is "turkiye". */
export function foldWord(word: string): string {
  const bare = word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return bare.replace(/[øłđðıßæœþ]/g, (letter) => PLAIN[letter] ?? letter);
}

/** The words that a query asks for, folded; none where it holds only signs or words such as "the". */
export function askedWords(query: string): readonly string[] {
  return wordsIn(query)
    .map(foldWord)
    .filter((word) => !SKIPPED.has(word));
}

/** A piece of a text, and whether it is one of the words looked for. */
export interface Piece {
  readonly text: string;
  readonly isMatch: boolean;
}

/** A text cut where words begin and end that are, folded, among the given ones; joined, it is the text. */
export function markWords(text: string, folded: ReadonlySet<string>): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!folded.has(foldWord(word))) continue;
    if (index > at) pieces.push({ text: text.slice(at, index), isMatch: false });
    pieces.push({ text: word, isMatch: true });
    at = index + word.length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isMatch: false });
  return pieces;
}
