import { describe, expect, it } from 'vitest';
import {
  restingOnOneSource,
  sourcesByOutlet,
  sourceUses,
} from '../../../src/record/sourceIndex.ts';
import { voicesOf } from '../../../src/record/voicesOf.ts';
import { TALE } from '../data/tale.ts';

describe('sourceUses(record)', () => {
  it('has every source with the positions that rest on it, none for the article', () => {
    const uses = new Map(
      sourceUses(TALE).map(({ id, positions }) => [id, positions.map((one) => one.id)]),
    );
    expect(uses.size).toBe(7);
    expect(uses.get('gazette-2024-05-10-freedonia-ready')).toEqual([
      'frd-2024-05-10',
      'rur-2024-05-10',
      'syl-2024-05-10-general',
    ]);
    expect(uses.get('tale-2024-05-12-the-article')).toEqual([]);
  });
});

describe('sourcesByOutlet(record)', () => {
  it('groups by outlet, alphabetical, pages by day', () => {
    const outlets = sourcesByOutlet(TALE).map(({ outlet, uses }) => [
      outlet,
      uses.map(({ source }) => source.published),
    ]);
    expect(outlets).toEqual([
      ['Gazette of Sylvania', ['2024-05-10', '2024-06']],
      ['Orsinian Courier', ['2024-06-20']],
      ['Tales Weekly', ['2024-05-12']],
      ['The Freedonia Herald', ['2024-03-01', '2024-03-05', '2024-04-02']],
    ]);
  });
});

describe('restingOnOneSource(record)', () => {
  it('leaves out what has a second source', () => {
    const [first, ...others] = TALE.positions;
    const two = { ...first!, sources: [...first!.sources, 'tale-2024-05-12-the-article'] };
    const alone = restingOnOneSource({ ...TALE, positions: [two, ...others] });
    expect(alone.map(({ id }) => id)).toEqual(others.map(({ id }) => id));
  });
});

describe('voicesOf(record)', () => {
  it('names each rule once, with everyone it holds for', () => {
    const shared = new Map(
      [...TALE.actors].map(([id, one]) => [
        id,
        id === 'SYL' ? { ...one, spokesperson_rule: 'President.' } : one,
      ]),
    );
    const [first, ...others] = voicesOf({ ...TALE, actors: shared });
    expect([first?.rule, first?.actors.map(({ id }) => id)]).toEqual([
      'President.',
      ['FRD', 'SYL'],
    ]);
    expect(others.map(({ actors }) => actors.length)).toEqual([1, 1, 1, 1]);
  });
});
