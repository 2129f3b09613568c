import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareRows,
  formatQuery,
  matchesQuery,
  parseQuery,
  readSort,
  type QueriedRow,
  type TableQuery,
} from '../../../src/client/tableQuery.ts';

const ANY: TableQuery = { question: '', stance: '', evidence: '', search: '', sort: '' };

/** A row with a cell on a force and one on combat; a cell is "rank day stance:evidence …" or empty. */
function row(name: string, place: number, force = '', combat = ''): QueriedRow {
  const cell = (question: string, text: string) => {
    const [rank = '9', day = '', ...holds] = text.split(' ').filter(Boolean);
    return { question, rank: Number(rank), day, holds };
  };
  return { name, place, cells: [cell('force', force), cell('combat', combat)] };
}

const FREEDONIA = row('Freedonia FD FRD', 0, '0 2024-05-01 ready:on-record open:reported');
const RURITANIA = row(
  'Ruritania RI',
  1,
  '4 2024-06-01 rules-out:reported',
  '4 2024-01-01 rules-out:on-record',
);
const SYLVANIA = row('Sýlvania SY', 2, '0 2024-03-01 ready:on-record');
const TLON = row('Tlön TL', 3);
const ROWS = [TLON, SYLVANIA, RURITANIA, FREEDONIA];

const names = (rows: readonly QueriedRow[]) => rows.map(({ name }) => name.slice(0, 3));
const found = (query: Partial<TableQuery>) =>
  names(ROWS.filter((one) => matchesQuery(one, { ...ANY, ...query })));
const sorted = (sort: string) => names(ROWS.toSorted(compareRows(sort)));

describe('the address', () => {
  it('describes a query and gives it back', () => {
    const text = fc.string({ unit: 'grapheme' });
    const queries = fc.record({
      question: text,
      stance: text,
      evidence: text,
      search: text,
      sort: text,
    });
    fc.assert(
      fc.property(queries, (query) => {
        expect(parseQuery(formatQuery(query))).toEqual(query);
      }),
    );
  });

  it('is empty when nothing is asked, and names only what is', () => {
    expect(formatQuery(ANY)).toBe('');
    expect(formatQuery({ ...ANY, stance: 'open', sort: '-combat.date' })).toBe(
      '?stance=open&sort=-combat.date',
    );
  });

  it('may hold what is no part of a query', () => {
    expect(parseQuery('?utm_source=x&stance=open')).toEqual({ ...ANY, stance: 'open' });
    expect(parseQuery('')).toEqual(ANY);
  });
});

describe('matchesQuery(row, query)', () => {
  it('lets all through when nothing is asked', () => {
    expect(found({})).toHaveLength(4);
  });

  it('finds a name by any part of it, whatever its accents and capitals', () => {
    expect(found({ search: 'SYL' })).toEqual(['Sýl']);
    expect(found({ search: ' tlon ' })).toEqual(['Tlö']);
    expect(found({ search: 'fd' })).toEqual(['Fre']);
    expect(found({ search: 'zembla' })).toEqual([]);
  });

  it('asks for stance and evidence of one and the same standing', () => {
    expect(found({ stance: 'open' })).toEqual(['Fre']);
    expect(found({ stance: 'open', evidence: 'on-record' })).toEqual([]);
    expect(found({ stance: 'open', evidence: 'reported' })).toEqual(['Fre']);
    expect(found({ evidence: 'reported' })).toEqual(['Rur', 'Fre']);
  });

  it('looks at the chosen question alone', () => {
    expect(found({ stance: 'rules-out', evidence: 'on-record' })).toEqual(['Rur']);
    expect(found({ stance: 'rules-out', evidence: 'on-record', question: 'force' })).toEqual([]);
  });

  it('finds those without a position: on the chosen question, or on all', () => {
    expect(found({ stance: 'none' })).toEqual(['Tlö']);
    expect(found({ stance: 'none', question: 'combat' })).toEqual(['Tlö', 'Sýl', 'Fre']);
  });
});

describe('compareRows(sort)', () => {
  it('sorts by name, either way', () => {
    expect(sorted('')).toEqual(['Fre', 'Rur', 'Sýl', 'Tlö']);
    expect(sorted('-actor')).toEqual(['Tlö', 'Sýl', 'Rur', 'Fre']);
  });

  it('sorts by the order of the scale, equals by name, those without a position last either way', () => {
    expect(sorted('force')).toEqual(['Fre', 'Sýl', 'Rur', 'Tlö']);
    expect(sorted('-force')).toEqual(['Rur', 'Fre', 'Sýl', 'Tlö']);
  });

  it('sorts by date, newest or oldest first', () => {
    expect(sorted('-force.date')).toEqual(['Rur', 'Fre', 'Sýl', 'Tlö']);
    expect(sorted('force.date')).toEqual(['Sýl', 'Fre', 'Rur', 'Tlö']);
  });

  it('takes an unknown column as no order but that of names', () => {
    expect(sorted('weather')).toEqual(['Fre', 'Rur', 'Sýl', 'Tlö']);
  });
});

describe('readSort(sort)', () => {
  it('takes a sort apart', () => {
    expect(readSort('-combat.date')).toEqual({
      column: 'combat',
      isByDate: true,
      isReversed: true,
    });
    expect(readSort('actor')).toEqual({ column: 'actor', isByDate: false, isReversed: false });
  });
});
