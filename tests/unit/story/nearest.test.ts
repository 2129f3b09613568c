import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, hintFor, nearestTo } from '../../../src/story/nearest.ts';

describe('editDistance(a, b)', () => {
  it('counts letters put in, left out, changed and swapped', () => {
    const pairs = [
      ['open', 'open'],
      ['opn', 'open'],
      ['opens', 'open'],
      ['oben', 'open'],
      ['oepn', 'open'],
      ['', 'open'],
    ] as const;
    expect(pairs.map(([a, b]) => editDistance(a, b))).toEqual([0, 1, 1, 1, 1, 4]);
  });

  it('is the same both ways, zero only for equals, and never more than the longer word', () => {
    const word = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = editDistance(a, b);
        expect(distance).toBe(editDistance(b, a));
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});

describe('nearestTo(word, candidates)', () => {
  it('finds the closest, case aside, and nothing for what is far', () => {
    const stances = ['ready', 'open', 'undecided', 'support-only', 'rules-out', 'opposes'];
    expect(nearestTo('READY', stances)).toBe('ready');
    expect(nearestTo('rules out', stances)).toBe('rules-out');
    expect(nearestTo('oposes', stances)).toBe('opposes');
    expect(nearestTo('perhaps', stances)).toBeUndefined();
    expect(nearestTo('', stances)).toBeUndefined();
    expect(nearestTo('x'.repeat(10_000), stances)).toBeUndefined();
  });

  it('takes the first of two that are equally close', () => {
    expect(nearestTo('FRE', ['FRD', 'FRA'])).toBe('FRD');
  });
});

describe('hintFor(word, candidates)', () => {
  it('names letters that only look right', () => {
    expect(hintFor('FRА', ['FRA'])).toBe('did you mean FRA? "А" is U+0410');
    expect(hintFor('ｏｐｅｎ', ['ready'])).toBe('"ｏ" is U+FF4F');
    expect(hintFor('perhaps', ['ready'])).toBeUndefined();
  });
});
