import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FILTERS } from '../../../src/explore/exploreQuery.ts';
import { buildExploreRecord } from '../../../src/explore/exploreRecord.ts';
import { exploreState, type StateQuery } from '../../../src/explore/exploreState.ts';
import { positionsOn } from '../../../src/record/positionsOn.ts';
import type { Standing } from '../../../src/record/standing.ts';
import { taleRecord } from '../record/tale.ts';
import { day, positions } from '../record/taleArbitraries.ts';
import { EXPLORED } from './tale.ts';

const ANY: StateQuery = {
  date: '2024-12-31',
  question: 'post-ceasefire-force',
  confidence: '',
  evidence: '',
};

const line = ({ actor, stance, evidence, position }: Standing) =>
  [actor, stance, evidence, position].join(' ');

/** The ids of what stands, and in brackets the actors left out. */
function shownOn(query: Partial<StateQuery>): string {
  const { standings, leftOut } = exploreState(EXPLORED, { ...ANY, ...query });
  const ids = [...standings.values()].flat().map(({ position }) => position);
  return [...ids, ...[...leftOut].map((actor) => `(${actor})`)].join(' ');
}

describe('the state of a view', () => {
  it('is who stands where by the standing rule, for any record, day and question', () => {
    fc.assert(
      fc.property(positions, day, (all, date) => {
        const record = taleRecord(all);
        const explored = buildExploreRecord(record);
        for (const question of explored.questions) {
          const state = exploreState(explored, { ...ANY, date, question });
          const shown = [...state.standings.values()].flat().map(line).sort();
          expect(shown).toEqual(positionsOn(record, date, question).map(line).sort());
          expect(state.leftOut.size).toBe(0);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is narrowed by filters, never changed: what is shown or left out is what stands', () => {
    const filter = fc.record({
      confidence: fc.constantFrom('' as const, ...FILTERS.confidence),
      evidence: fc.constantFrom('' as const, ...FILTERS.evidence),
    });
    fc.assert(
      fc.property(positions, day, filter, (all, date, asked) => {
        const explored = buildExploreRecord(taleRecord(all));
        for (const question of explored.questions) {
          const whole = exploreState(explored, { ...ANY, date, question });
          const { standings, leftOut } = exploreState(explored, { ...asked, date, question });
          expect([...standings.keys(), ...leftOut].sort()).toEqual(
            [...whole.standings.keys()].sort(),
          );
          for (const [actor, own] of standings) {
            const passing = whole.standings
              .get(actor)!
              .filter(
                (one) =>
                  (!asked.confidence || one.confidence === asked.confidence) &&
                  (!asked.evidence || one.evidence === asked.evidence),
              );
            expect(own).toEqual(passing);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('has a report beside the word until it is answered, and a month from its last day', () => {
    expect(shownOn({ date: '2024-04-29' })).toBe('syl-2024-03-05 frd-2024-03-05');
    expect(shownOn({ date: '2024-04-30' })).toBe('syl-2024-03-05 frd-2024-03-05 frd-2024-04');
    expect(shownOn({ date: '2024-09-09' })).toContain('frd-2024-09-09');
    expect(shownOn({ date: '2024-09-09' })).not.toContain('frd-2024-04');
  });

  it('names whom the filters leave out, which is not the same as nothing found', () => {
    expect(shownOn({ date: '2024-03-05', confidence: 'high' })).toBe('frd-2024-03-05 (SYL)');
    expect(shownOn({ date: '2024-04-30', evidence: 'reported' })).toBe('frd-2024-04 (SYL)');
    expect(shownOn({ date: '2024-03-04', evidence: 'reported' })).toBe('');
  });

  it('never shows a low grade, another question, or a question that one actor alone has answered', () => {
    expect(shownOn({ date: '2024-06-30', confidence: 'low' })).not.toMatch(/syl-|frd-/);
    expect(shownOn({ question: 'combat' })).toBe('syl-2024-03-20-combat rur-2024-08-01-combat');
    expect(EXPLORED.questions).toEqual(['post-ceasefire-force', 'combat']);
  });
});
