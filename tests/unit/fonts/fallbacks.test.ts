import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { fallbacksFor } from '../../../src/fonts/fallbacks.ts';
import { FONT_FACES, type FontFace } from '../../../src/fonts/fontFaces.ts';

/** The package brings no types. */
type Subset = (font: Buffer, text: string, options: { targetFormat: 'sfnt' }) => Promise<Buffer>;

const require = createRequire(import.meta.url);
const subset = require('subset-font') as Subset;
const ROLES = { Serif: 'Source Serif 4', Sans: 'Source Sans 3' } as const;
const roles = ['Serif', 'Sans'] as const;

/** Ascent and descent in em of the `hhea` table of a face, read from a cut to one letter. */
async function metricsOf({ from }: FontFace): Promise<readonly [ascent: number, descent: number]> {
  const font = await subset(readFileSync(require.resolve(from)), 'x', { targetFormat: 'sfnt' });
  const unitsPerEm = font.readUInt16BE(offsetOf('head', font) + 18);
  const hhea = offsetOf('hhea', font);
  return [font.readInt16BE(hhea + 4) / unitsPerEm, -font.readInt16BE(hhea + 6) / unitsPerEm];
}

/** Where a table of an OpenType font starts. */
function offsetOf(table: string, font: Buffer): number {
  const end = 12 + font.readUInt16BE(4) * 16;
  for (let at = 12; at < end; at += 16) {
    if (font.toString('latin1', at, at + 4) === table) return font.readUInt32BE(at + 8);
  }
  throw new Error(`a font without a table ${table}`);
}

describe.each(roles)('fallbacksFor(%j)', (role) => {
  it('has the line height of every face it stands in for: their metrics over the size adjustment', async () => {
    const faces = FONT_FACES.filter(({ family }) => family === ROLES[role]);
    for (const [ascent, descent] of await Promise.all(faces.map(metricsOf))) {
      for (const fallback of fallbacksFor(role)) {
        const scale = fallback.sizeAdjust / 100;
        // Per cent of an em, as exact as one decimal before the scaling allows: 0.01 px at 19 px.
        expect(Math.abs(fallback.ascent * scale - ascent * 100)).toBeLessThan(0.06);
        expect(Math.abs(fallback.descent * scale - descent * 100)).toBeLessThan(0.06);
      }
    }
  });

  it('is made of installed fonts, each named once', () => {
    const fonts = fallbacksFor(role).flatMap(({ local }) => local);
    expect(fonts.length).toBeGreaterThan(3);
    expect(new Set(fonts).size).toBe(fonts.length);
  });

  it('has a family name of its own for each width', () => {
    const all = roles.flatMap((one) => fallbacksFor(one).map(({ family }) => family));
    expect(new Set(all).size).toBe(all.length);
  });
});
