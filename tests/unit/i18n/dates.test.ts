import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { formatDate, formatShortDate } from '../../../src/i18n/dates.ts';

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

/** Any day of the years the record spans, 31 only where the month has it. */
const day = fc
  .date({
    min: new Date('2022-01-01T00:00:00Z'),
    max: new Date('2027-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString().slice(0, 10));

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

describe('formatDate(date)', () => {
  it('writes a day and a month in full', () => {
    expect(formatDate('2024-02-26')).toBe('26 February 2024');
    expect(formatDate('2024-06-07')).toBe('7 June 2024');
    expect(formatDate('2024-02')).toBe('February 2024');
  });

  it('writes any day by its own numbers', () => {
    fc.assert(
      fc.property(day, (iso) => {
        const [year = '', month = '', date = ''] = iso.split('-');
        const expected = `${Number(date)} ${MONTHS[Number(month) - 1]!}`;
        expect(formatDate(iso)).toBe(`${expected} ${year}`);
        expect(formatDate(iso.slice(0, 7))).toBe(`${MONTHS[Number(month) - 1]!} ${year}`);
      }),
      { numRuns: 200 },
    );
  });

  it.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Kyiv'])(
    'is the same day in %s',
    (name) => {
      process.env.TZ = name;
      expect(formatDate('2024-02-29')).toBe('29 February 2024');
      expect(formatDate('2025-01-01')).toBe('1 January 2025');
      expect(formatDate('2024-12')).toBe('December 2024');
    },
  );

  it('writes in the language that is asked for', () => {
    expect(formatDate('2024-02-26', 'de')).toBe('26. Februar 2024');
    expect(formatDate('2024-02', 'fr')).toBe('février 2024');
  });
});

describe('formatShortDate(date)', () => {
  it('writes a day with the month’s first three letters, a month without a day', () => {
    expect(formatShortDate('2024-02-26')).toBe('26 Feb 2024');
    expect(formatShortDate('2024-09-01')).toBe('1 Sep 2024');
    expect(formatShortDate('2024-03')).toBe('Mar 2024');
  });

  it('is the full date with a shorter month, for any day', () => {
    fc.assert(
      fc.property(day, (iso) => {
        const [date, month, year] = formatDate(iso).split(' ');
        expect(formatShortDate(iso)).toBe(`${date!} ${month!.slice(0, 3)} ${year!}`);
        expect(formatShortDate(iso.slice(0, 7))).toBe(`${month!.slice(0, 3)} ${year!}`);
      }),
      { numRuns: 200 },
    );
  });
});
