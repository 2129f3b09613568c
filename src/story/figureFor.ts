import type { Statement } from './statement.ts';

/** The figure itself when it literally stands in the record's paraphrase, quote or note; else undefined. */
export function figureFor(statement: Statement, value: string): string | undefined {
  const texts = [
    statement.paraphrase,
    statement.quote?.text,
    statement.quote?.note,
    statement.note,
  ];
  return value !== '' && texts.some((text) => text !== undefined && holds(text, value))
    ? value
    : undefined;
}

/** True when a text holds a value as a word of its own: "26" stands in "26 states", not in "2026". */
function holds(text: string, value: string): boolean {
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    const before = text.slice(0, at);
    const after = text.slice(at + value.length);
    if (!/[\p{L}\p{N}]$|\d[.,]$/u.test(before) && !/^[\p{L}\p{N}]|^[.,]\d/u.test(after)) {
      return true;
    }
  }
  return false;
}
