import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  defaultQuery,
  FILTERS,
  formatExplore,
  parseExplore,
  type ExploreQuery,
} from '../../../src/explore/exploreQuery.ts';
import { daysBetween, daysLater } from '../../../src/explore/statementDays.ts';
import { EXPLORED } from './tale.ts';

const days = fc
  .integer({ min: 0, max: daysBetween(EXPLORED.from, EXPLORED.asOf) })
  .map((count) => daysLater(EXPLORED.from, count));

const queries: fc.Arbitrary<ExploreQuery> = fc.record({
  date: days,
  question: fc.constantFrom(...EXPLORED.questions),
  actor: fc.constantFrom('', ...EXPLORED.actors.map(({ id }) => id)),
  confidence: fc.constantFrom('' as const, ...FILTERS.confidence),
  evidence: fc.constantFrom('' as const, ...FILTERS.evidence),
  compare: fc.oneof(fc.constant(''), days),
});

describe('the address of a view', () => {
  it('describes it and gives it back', () => {
    fc.assert(
      fc.property(queries, (query) => {
        expect(parseExplore(formatExplore(query), EXPLORED)).toEqual(query);
      }),
    );
  });

  it('always names day and question, so that it shows the same when the record has grown', () => {
    expect(formatExplore(defaultQuery(EXPLORED))).toBe(
      '?date=2024-12-31&question=post-ceasefire-force',
    );
    const grown = { ...EXPLORED, asOf: '2025-06-30' };
    const address = formatExplore(defaultQuery(EXPLORED));
    expect(parseExplore(address, grown)).toEqual(defaultQuery(EXPLORED));
  });

  it.each([
    ['', {}],
    ['?date=2024-02-30&question=tea&actor=xyz&confidence=sure&evidence=none&compare=soon', {}],
    ['?date=1999-01-01', { date: EXPLORED.from }],
    ['?date=2099-01-01&compare=0001-01-01', { compare: EXPLORED.from }],
    ['?actor=FRD&actor=syl', { actor: 'FRD' }],
    ['?actor=frd', { actor: 'FRD' }],
    ['?Date=2024-03-05&toString=1&__proto__=2', {}],
  ])('%s is read as if what is unknown did not stand there', (address, expected) => {
    expect(parseExplore(address, EXPLORED)).toEqual({ ...defaultQuery(EXPLORED), ...expected });
  });

  it('is read whatever it says, into a view that exists', () => {
    const keys = fc.constantFrom('date', 'question', 'actor', 'confidence', 'evidence', 'compare');
    const pairs = fc.array(fc.tuple(keys, fc.oneof(fc.string({ unit: 'grapheme' }), days)));
    fc.assert(
      fc.property(pairs, (all) => {
        const query = parseExplore(`?${new URLSearchParams(all).toString()}`, EXPLORED);
        expect(parseExplore(formatExplore(query), EXPLORED)).toEqual(query);
        expect(EXPLORED.questions).toContain(query.question);
        expect(query.date >= EXPLORED.from && query.date <= EXPLORED.asOf).toBe(true);
      }),
    );
  });
});
