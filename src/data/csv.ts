/**
 * A cell that a spreadsheet would run as a formula: =, +, -, @ and their full-width forms, after spaces
 * too, or a leading tab or line break. With any number of apostrophes before it, so that the mark
 * put there can be told from one that stood there (OWASP, CSV injection).
 */
const FORMULA = /^'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/u;

/** Rows as CSV (RFC 4180): commas, CRLF, quotation marks doubled; formulas begin with an apostrophe. */
export function renderCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(renderCell).join(',')}\r\n`).join('');
}

/** The rows of a CSV text by `renderCsv`, its apostrophes before formulas taken off again. */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/gy;
  for (let match = cell.exec(text); match; match = cell.exec(text)) {
    const [, raw = '', end] = match;
    rows.at(-1)?.push(parseCell(raw));
    if (end !== ',') rows.push([]);
  }
  rows.pop();
  return rows;
}

function renderCell(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function parseCell(raw: string): string {
  const value = raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw;
  return value.startsWith("'") && FORMULA.test(value) ? value.slice(1) : value;
}
