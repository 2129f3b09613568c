import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCsv, renderCsv } from '../../../src/data/csv.ts';
import { HOSTILE } from './tale.ts';

describe('renderCsv(rows)', () => {
  it('writes commas, CRLF and doubled quotation marks, as RFC 4180 has them', () => {
    expect(
      renderCsv([
        ['id', 'text'],
        ['a', 'say "no", twice'],
        ['b', ''],
      ]),
    ).toBe('id,text\r\na,"say ""no"", twice"\r\nb,\r\n');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    [' =1', "' =1"],
    ['＝1', "'＝1"],
    ["'=1", "''=1"],
    ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
    ['\tx', "'\tx"],
  ])('puts an apostrophe before %j, which a spreadsheet might run', (text, cell) => {
    expect(renderCsv([[text]])).toBe(`${cell}\r\n`);
  });

  it.each(["it's", "'quoted'", '1-1', 'a=b', 'name@host'])('leaves %j as it is', (text) => {
    expect(renderCsv([[text]])).toBe(`${text}\r\n`);
  });

  it('writes no cell that begins as a formula, quoted or not', () => {
    const csv = renderCsv(HOSTILE.map((text) => [text]));
    const starts = csv.split('\r\n').map((line) => line.replace(/^"/u, ''));
    expect(starts.filter((line) => /^\s*[=+\-@＝]/u.test(line))).toEqual([]);
  });
});

describe('parseCsv(text)', () => {
  it('gives back whatever was written', () => {
    const cell = fc.oneof(
      fc.constantFrom(...HOSTILE),
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', "'", '=', '-', ' ', '\t', 'x') }),
    );
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 6 });
    fc.assert(
      fc.property(rows, (given) => {
        expect(parseCsv(renderCsv(given))).toEqual(given);
      }),
      { numRuns: 500 },
    );
  });
});
