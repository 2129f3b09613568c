import { describe, expect, it } from 'vitest';
import { describeMove, describeRest } from '../../../src/explore/describeMoves.ts';
import { exploreState, type StateQuery } from '../../../src/explore/exploreState.ts';
import { layoutFlow } from '../../../src/explore/layoutFlow.ts';
import { isChange, movesBetween, PLACES } from '../../../src/explore/movesBetween.ts';
import { STANCES } from '../../../src/schema/vocabulary.ts';
import { EXPLORED } from './tale.ts';

function stateOn(date: string, rest: Partial<StateQuery> = {}) {
  const query: StateQuery = {
    date,
    question: 'post-ceasefire-force',
    confidence: '',
    evidence: '',
    ...rest,
  };
  return exploreState(EXPLORED, query);
}

const between = (from: string, to: string, rest: Partial<StateQuery> = {}) =>
  movesBetween(EXPLORED, stateOn(from, rest), stateOn(to, rest));

describe('a comparison of two days', () => {
  it('has every actor once, with where it was and is', () => {
    const moves = between('2024-03-05', '2024-12-31');
    expect(moves.map(({ actor, from, to }) => `${actor.name}: ${from} ${to}`)).toEqual([
      'Freedonia: rules-out open',
      'Orsinia: none opposes',
      'Ruritania: none none',
      'Sylvania: open ready',
      'Tlön: none none',
      'Union of the Tale: none none',
      'Uqbar: none ready',
    ]);
  });

  it('calls a change what a reader would see: another place, or a report come or gone', () => {
    const changed = (from: string, to: string) =>
      between(from, to)
        .filter(isChange)
        .map(({ actor }) => actor.id);
    expect(changed('2024-03-05', '2024-04-30')).toEqual(['FRD']);
    expect(changed('2024-06-01', '2024-06-30')).toEqual([]);
    expect(changed('2024-06-30', '2024-07-01')).toEqual(['SYL']);
    expect(changed('2024-07-01', '2024-07-01')).toEqual([]);
  });

  it('says what stood and stands, on record and reported alike, with the date', () => {
    const said = between('2024-04-30', '2024-09-09').filter(isChange).map(describeMove);
    expect(said[0]).toBe(
      'Freedonia: from rules it out, on the record and no decision, reported to does not rule it out, on the record, 9 September 2024.',
    );
    expect(said).toContain(
      'Uqbar: from no position found to asks for or consents to troops, on the record, 2 May 2024.',
    );
  });

  it('does not call nothing found what the filters leave out', () => {
    const [move] = between('2024-03-05', '2024-04-30', { evidence: 'reported' });
    expect(move).toMatchObject({ from: 'left-out', to: 'undecided' });
    expect(describeMove(move!)).toContain('from left out by the filters to no decision, reported');
  });

  it('has its places in the order of the scale', () => {
    expect(PLACES).toEqual([...STANCES, 'left-out', 'none']);
  });
});

describe('the picture of a comparison', () => {
  const moves = between('2024-03-05', '2024-12-31');
  const { before, after, ribbons, height } = layoutFlow(moves, 100, 300);

  it('has each actor on the scale once on both days, and no other', () => {
    const count = (nodes: typeof before) => nodes.reduce((sum, node) => sum + node.count, 0);
    expect([count(before), count(after)]).toEqual([4, 4]);
    const names = ribbons.flatMap((ribbon) => ribbon.names).sort();
    expect(names).toEqual(['Freedonia', 'Ruritania', 'Sylvania', 'Union of the Tale']);
  });

  it('stripes a ribbon to what is known from a report alone', () => {
    expect(ribbons.filter(({ isReported }) => isReported).map(({ names }) => names)).toEqual([
      ['Sylvania'],
    ]);
  });

  it('keeps bars apart and ribbons within their bars', () => {
    for (const nodes of [before, after]) {
      nodes.forEach((node, at) => {
        const above = nodes[at - 1];
        if (above) expect(node.y).toBeGreaterThan(above.y + above.height);
        expect(node.y + node.height).toBeLessThanOrEqual(height);
      });
    }
    for (const { from, to, d } of ribbons) {
      const [y0, y1] = [Number(/^M100 ([\d.]+)/.exec(d)![1]), Number(/ 300 ([\d.]+)v/.exec(d)![1])];
      const [start, end] = [
        before.find(({ place }) => place === from)!,
        after.find(({ place }) => place === to)!,
      ];
      expect(y0 >= start.y && y0 < start.y + start.height).toBe(true);
      expect(y1 >= end.y && y1 < end.y + end.height).toBe(true);
    }
  });
});

describe('what is said when a view comes to rest', () => {
  const rest = (from: string, to: string) => describeRest(stateOn(to), between(from, to));

  it('is the view and what is new in it', () => {
    expect(rest('2024-06-30', '2024-07-01')).toBe(
      'Soldiers after a ceasefire, as of 1 July 2024. Sylvania: would send, reported.',
    );
  });

  it('is short: four changes by name, of others their number', () => {
    const moves = between('2024-03-01', '2024-12-31').map((move) => ({
      ...move,
      before: [],
      after: EXPLORED.statements.slice(0, 1),
    }));
    const words = describeRest(stateOn('2024-12-31'), moves);
    expect(words.match(/does not rule it out/g)).toHaveLength(4);
    expect(words).toMatch(/And 3 more changed\.$/);
  });

  it('says so when nothing changed', () => {
    expect(rest('2024-10-01', '2024-10-02')).toMatch(/Nothing changed\.$/);
  });
});
