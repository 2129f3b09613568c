import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributes, escapeText } from '../../../src/render/svgText.ts';
import { elementsOf, parseMarkup, textOf } from './parseMarkup.ts';

describe('escapeText(text)', () => {
  it('makes what would end a tag, an entity or an attribute harmless', () => {
    expect(escapeText(`<b title="x">R&D</b>`)).toBe(
      '&lt;b title=&quot;x&quot;&gt;R&amp;D&lt;/b&gt;',
    );
  });

  it('leaves letters of every script and apostrophes as they are', () => {
    expect(escapeText("Türkiye’s Ştefan, Київ, l’État, it's")).toBe(
      "Türkiye’s Ştefan, Київ, l’État, it's",
    );
  });

  it('gives back any text when parsed, in content and in attributes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const root = parseMarkup(`<g a="${escapeText(text)}">${escapeText(text)}</g>`);
        expect(elementsOf(root)[0]!.attributes.a).toBe(text);
        expect(textOf(root)).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('attributes(values)', () => {
  it('writes them in order, each after a space', () => {
    expect(attributes({ class: 'map', width: 40, 'data-map': '' })).toBe(
      ' class="map" width="40" data-map=""',
    );
  });

  it('leaves out what is undefined or false, and writes true without a value', () => {
    expect(attributes({ a: undefined, b: false, c: true, d: 0 })).toBe(' c d="0"');
  });

  it('escapes values', () => {
    expect(attributes({ title: 'a "b" & <c>' })).toBe(' title="a &quot;b&quot; &amp; &lt;c&gt;"');
  });
});
