import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LABEL_FONT, labelSize } from '../../../src/map/labelSize.ts';

const text = fc.string({ minLength: 1, maxLength: 40 });
const lines = fc.array(text, { maxLength: 4 });

describe('labelSize(name, words)', () => {
  it('is one line high for a name alone, and a line higher for each line of words', () => {
    expect(labelSize('Freedonia', []).height).toBe(18);
    expect(labelSize('Freedonia', ['would send', 'reported: open']).height).toBe(54);
  });

  it('is as wide as its longest line', () => {
    const short = labelSize('Syl', ['no']);
    const long = labelSize('Syl', ['no', 'does not rule it out']);
    expect(long.width).toBeGreaterThan(short.width);
    expect(labelSize('Syl', ['does not rule it out']).width).toBe(long.width);
  });

  it('grows with its text, never shrinks', () => {
    fc.assert(
      fc.property(text, lines, text, (name, words, more) => {
        const before = labelSize(name, words);
        const longerName = labelSize(`${name}${more}`, words);
        const anotherLine = labelSize(name, [...words, more]);
        expect(longerName.width).toBeGreaterThanOrEqual(before.width);
        expect(longerName.height).toBe(before.height);
        expect(anotherLine.width).toBeGreaterThanOrEqual(before.width);
        expect(anotherLine.height).toBe(before.height + LABEL_FONT.line);
      }),
      { numRuns: 1000 },
    );
  });

  it('is in whole pixels, more than half an em a letter of the name', () => {
    fc.assert(
      fc.property(text, lines, (name, words) => {
        const { width, height } = labelSize(name, words);
        expect([width, height].every(Number.isInteger)).toBe(true);
        expect(width).toBeGreaterThanOrEqual(name.length * LABEL_FONT.name * 0.5);
      }),
    );
  });
});
