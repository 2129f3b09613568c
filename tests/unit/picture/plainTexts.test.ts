import { describe, expect, it } from 'vitest';
import { withoutIdleMasks, withPlainTexts } from '../../../src/picture/plainTexts.ts';
import { elementsOf, parseMarkup, textOf } from '../render/parseMarkup.ts';

const LOOK = 'font-weight="600" font-size="20" font-family="source sans 3" fill="#123"';
const word = (x: number, y: number, width: number, text: string, look = LOOK) =>
  `<text x="${x}" y="${y}" width="${width}" height="28.48" ${look}>${text}</text>`;

describe('withPlainTexts(svg)', () => {
  it('joins the words of a line into one text as wide as they were', () => {
    const svg = `<svg>${word(10, 20, 40.004, 'Help')}${word(50.004, 20, 4, ' ')}${word(54.004, 20, 13, '&amp;')}</svg>`;
    const [, text] = elementsOf(parseMarkup(withPlainTexts(svg)));
    expect(textOf(parseMarkup(withPlainTexts(svg)))).toBe('Help &');
    expect(text?.attributes).toMatchObject({
      x: '10',
      y: '20',
      textLength: '57',
      lengthAdjust: 'spacingAndGlyphs',
      'font-weight': '600',
    });
  });

  it('leaves a space at the end of a line out of its width, since nobody draws it', () => {
    const svg = `<svg>${word(10, 20, 40, 'Help')}${word(50, 20, 4, ' ')}${word(10, 40, 9, 'us')}</svg>`;
    const [, first, second] = elementsOf(parseMarkup(withPlainTexts(svg)));
    expect([textOf(first!), first!.attributes.textLength]).toEqual(['Help', '40']);
    expect([textOf(second!), second!.attributes.textLength]).toEqual(['us', '9']);
  });

  it('begins a text anew on another line, in another look and after a gap', () => {
    const other = LOOK.replace('600', '400');
    const svg = `<svg>${word(0, 20, 9, 'a')}${word(0, 40, 9, 'b')}${word(9, 40, 9, 'c', other)}${word(90, 40, 9, 'd', other)}</svg>`;
    const texts = elementsOf(parseMarkup(withPlainTexts(svg))).slice(1);
    expect(texts.map(textOf)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('names fonts that other systems have after the one it was set in, and leaves shapes alone', () => {
    const svg = `<svg><path d="M0 0h9"/>${word(0, 0, 9, 'x')}${word(0, 9, 9, 'y', LOOK.replace('sans 3', 'serif 4'))}</svg>`;
    const plain = withPlainTexts(svg);
    expect(plain).toContain('<path d="M0 0h9"/>');
    expect(plain).toMatch(/font-family="'Source Sans 3', [^"]*sans-serif"/);
    expect(plain).toMatch(/font-family="'Source Serif 4', [^"]*, serif"/);
  });
});

describe('withoutIdleMasks(svg)', () => {
  it('drops masks that nothing refers to, and no others', () => {
    const used = '<mask id="b"><rect width="9"/></mask>';
    const svg = `<mask id="a"><rect/></mask>${used}<g mask="url(#b)"/>`;
    expect(withoutIdleMasks(svg)).toBe(`${used}<g mask="url(#b)"/>`);
  });
});
