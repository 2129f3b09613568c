import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import {
  charactersOf,
  FONT_FACES,
  unicodeRange,
  type FontFace,
} from '../../../src/fonts/fontFaces.ts';

const require = createRequire(import.meta.url);
const FAMILIES = [...new Set(FONT_FACES.map(({ family }) => family))];
const facesOf = (family: string) => FONT_FACES.filter((face) => face.family === family);
const covers = ({ ranges }: FontFace, code: number) =>
  ranges.some(([from, to]) => code >= from && code <= to);

describe('FONT_FACES', () => {
  it('have names of their own and come from files that are installed', () => {
    const names = FONT_FACES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { from } of FONT_FACES) expect(() => require.resolve(from)).not.toThrow();
  });

  it('are a serif and a sans serif that cover the same characters', () => {
    expect(FAMILIES).toEqual(['Source Serif 4', 'Source Sans 3']);
    const [serif, sans] = FAMILIES.map((family) => facesOf(family).map(unicodeRange).sort());
    expect(serif).toEqual(sans);
  });

  it('never cover a character twice in one family', () => {
    for (const family of FAMILIES) {
      const characters = [...facesOf(family).map(charactersOf).join('')];
      expect(new Set(characters).size, family).toBe(characters.length);
    }
  });

  it('have ranges in order', () => {
    for (const { ranges } of FONT_FACES) {
      const ends = ranges.flat();
      expect(ends).toEqual(ends.toSorted((a, b) => a - b));
    }
  });

  it('cover the letters, quotation marks and dashes of the languages in use', () => {
    const text =
      '“Türkiye’s” – Łódź, Šimonytė, Siliņa, Ştefan, Țară, Győr, Čaputová, l’Œuvre… € → ↓';
    const characters = Array.from(text).filter((character) => character !== ' ');
    for (const family of FAMILIES) {
      const missing = characters.filter(
        (character) => !facesOf(family).some((face) => covers(face, character.codePointAt(0)!)),
      );
      expect(missing, family).toEqual([]);
    }
  });
});

describe('unicodeRange(face)', () => {
  const face: FontFace = {
    name: 'tale',
    family: 'Tale',
    from: 'none',
    ranges: [
      [0x20, 0x7e],
      [0x20ac, 0x20ac],
    ],
  };

  it('writes the ranges as CSS has them', () => {
    expect(unicodeRange(face)).toBe('U+20-7e, U+20ac-20ac');
  });

  it('says the same as charactersOf(face)', () => {
    const characters = charactersOf(face);
    expect([...characters]).toHaveLength(0x7e - 0x20 + 2);
    expect(characters.startsWith(' !"#')).toBe(true);
    expect(characters.endsWith('~€')).toBe(true);
  });
});
