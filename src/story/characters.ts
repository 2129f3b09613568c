/**
 * Characters that no author types on purpose: controls, bytes that were not UTF-8, lone surrogates,
 * and the marks that reorder or hide text (Unicode's bidirectional controls and zero-width signs).
 */
const REFUSED =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFFD]|\r(?!\n)|\p{Surrogate}/gu;

/** What every text should be, in the words of a message. */
export const PLAIN_TEXT = 'text without hidden or broken characters';

/** Offsets and characters of everything refused in a text. */
export function refusedCharacters(
  text: string,
): readonly { readonly offset: number; readonly character: string }[] {
  return [...text.matchAll(REFUSED)].map((match) => ({ offset: match.index, character: match[0] }));
}

/** `U+202E` for a character. */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** True when a text has a letter outside ASCII. */
export function hasNonAscii(text: string): boolean {
  return /[^\u0020-\u007E]/u.test(text);
}

/** A value as a message may show it: quoted, cut after 60 characters, with refused characters named. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return shownText(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  return value === undefined || value === null ? 'nothing' : 'a group of keys';
}

function shownText(text: string): string {
  const all = [...text];
  return `"${plainLine(all.length > 60 ? `${all.slice(0, 59).join('')}…` : text)}"`;
}

/** A text as one line that a terminal shows as it is: refused characters named, white space single. */
export function plainLine(text: string): string {
  return text.replace(REFUSED, (one) => `<${codePointName(one)}>`).replace(/\s+/gu, ' ');
}
