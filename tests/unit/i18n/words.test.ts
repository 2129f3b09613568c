import { describe, expect, it } from 'vitest';
import * as words from '../../../src/i18n/words.ts';
import { ATTRIBUTIONS, QUESTIONS, STANCES } from '../../../src/schema/vocabulary.ts';

const TABLES = {
  STANCE_NAME: [words.STANCE_NAME, STANCES],
  STANCE_PHRASE: [words.STANCE_PHRASE, STANCES],
  STANCE_GLYPH: [words.STANCE_GLYPH, STANCES],
  QUESTION_NAME: [words.QUESTION_NAME, QUESTIONS],
  ATTRIBUTION_NAME: [words.ATTRIBUTION_NAME, ATTRIBUTIONS],
  EVIDENCE_NAME: [words.EVIDENCE_NAME, ['on-record', 'reported']],
  CHECK_NAME: [words.CHECK_NAME, ['confirmed', 'differs']],
} as const;

describe.each(Object.entries(TABLES))('%s', (_, [table, ids]) => {
  it('has a word for every id of the vocabulary and for nothing else', () => {
    expect(Object.keys(table).sort()).toEqual([...ids].sort());
  });

  it('never says two things with one word', () => {
    const values = Object.values(table);
    expect(new Set(values).size).toBe(values.length);
    expect(values.filter((value) => value.trim() === '')).toEqual([]);
  });
});

describe('the words of the scale', () => {
  it('judge nobody: no refusing, admitting or caving, on either side', () => {
    const all = [...Object.values(words.STANCE_NAME), ...Object.values(words.STANCE_PHRASE)];
    const loaded = /refus|admit|cave|hawk|appease|reject|block|finally|still|merely|willing/i;
    expect(all.filter((text) => loaded.test(text))).toEqual([]);
  });

  it('begin upper case where they stand alone and lower case behind a name', () => {
    const names = Object.values(words.STANCE_NAME);
    const phrases = Object.values(words.STANCE_PHRASE);
    expect(names.filter((name) => !/^\p{Lu}/u.test(name))).toEqual([]);
    expect(phrases.filter((phrase) => !/^\p{Ll}/u.test(phrase))).toEqual([]);
  });

  it('call what unnamed sources say reported, never said', () => {
    expect(words.ATTRIBUTION_NAME['unnamed-sources']).toMatch(/^Reported/);
    expect(words.ATTRIBUTION_NAME.reported).toBe('Reported');
    expect(words.EVIDENCE_NAME.reported).not.toMatch(/record|said/);
  });

  it('have one character as a glyph', () => {
    expect(Object.values(words.STANCE_GLYPH).map((glyph) => [...glyph].length)).toEqual(
      STANCES.map(() => 1),
    );
  });
});

describe('numberInWords(count)', () => {
  it('writes numbers below ten as words and others as figures', () => {
    expect([0, 1, 2, 9, 10, 15, 47].map(words.numberInWords)).toEqual([
      ...['none', 'one', 'two', 'nine', '10', '15', '47'],
    ]);
  });
});

describe('joinNames(names)', () => {
  it('joins with commas and one and', () => {
    expect(words.joinNames([])).toBe('');
    expect(words.joinNames(['Sylvania'])).toBe('Sylvania');
    expect(words.joinNames(['Sylvania', 'Freedonia'])).toBe('Sylvania and Freedonia');
    expect(words.joinNames(['Sylvania', 'Freedonia', 'Ruritania'])).toBe(
      'Sylvania, Freedonia and Ruritania',
    );
  });
});

describe('moreSources(count)', () => {
  it('says how many more there are', () => {
    expect([1, 2, 11].map(words.moreSources)).toEqual(['and 1 more', 'and 2 more', 'and 11 more']);
  });
});
