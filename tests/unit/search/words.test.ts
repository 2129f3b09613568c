import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedWords, foldWord, markWords, wordsIn } from '../../../src/search/words.ts';

describe('foldWord(word)', () => {
  it.each([
    ['Türkiye', 'turkiye'],
    ['Tusk’', 'tusk’'],
    ['Łódź', 'lodz'],
    ['Frederiksen', 'frederiksen'],
    ['ØRSTED', 'orsted'],
    ['Weiß', 'weiss'],
    ['Þórdís', 'thordis'],
    ['Київ', 'киів'],
  ])('takes %s for %s', (word, folded) => {
    expect(foldWord(word)).toBe(folded);
  });

  it('changes nothing that is folded already', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const folded = wordsIn(text).map(foldWord);
        expect(folded.map(foldWord)).toEqual(folded);
      }),
    );
  });
});

describe('askedWords(query)', () => {
  it('leaves out signs and words that stand everywhere', () => {
    expect(askedWords('The coalition of the “Willing”')).toEqual(['coalition', 'willing']);
    expect(askedWords(' – the … ')).toEqual([]);
  });
});

describe('markWords(text, folded)', () => {
  it('marks words as they are written, whole', () => {
    expect(markWords('Tlön said: “Tlön’s own”.', new Set(['tlon']))).toEqual([
      { text: 'Tlön', isMatch: true },
      { text: ' said: “', isMatch: false },
      { text: 'Tlön', isMatch: true },
      { text: '’s own”.', isMatch: false },
    ]);
  });

  it('cuts nothing off, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const folded = new Set(wordsIn(text).slice(0, 2).map(foldWord));
        const pieces = markWords(text, folded);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        expect(pieces.some(({ isMatch }) => isMatch)).toBe(folded.size > 0);
      }),
    );
  });
});
