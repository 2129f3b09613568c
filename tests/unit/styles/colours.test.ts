import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  clampRgb,
  converter,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  wcagContrast,
} from 'culori';
import type { Color, Rgb } from 'culori';
import { describe, expect, it } from 'vitest';
import { root } from '../../../scripts/setup.mjs';
import { STANCES } from '../../../src/schema/vocabulary.ts';
import type { Stance } from '../../../src/schema/vocabulary.ts';

type Theme = 'light' | 'dark';
type Sight = keyof typeof SIGHTS;

const toRgb = converter('rgb');
const toLab = converter('lab65');
const ciede2000 = differenceCiede2000();

const SIGHTS = {
  normal: (colour: Rgb) => colour,
  deuteranopia: filterDeficiencyDeuter(1),
  protanopia: filterDeficiencyProt(1),
  tritanopia: filterDeficiencyTrit(1),
};

/** Two fills nearer than this are hard to tell apart on a map, where they do not always touch. */
const DISTINCT = 10;

/**
 * Ukraine's pale yellow and the sand of "undecided" are both fixed by the design; blind to blue, they
 * measure 7.8. Ukraine's thick ink outline, which no other country has, tells it apart.
 */
const HOST_DISTINCT: Partial<Record<`${Theme} ${Sight}`, number>> = { 'light tritanopia': 7.5 };

/** WCAG 2 contrast: long reading, any text, and graphics. */
const READING = 7;
const TEXT = 4.5;
const GRAPHIC = 3;

/** The lighter pole of the light theme has 0.78 of the weight of the darker one. */
const COMPARABLE = 0.75;

const GROUNDS = ['paper', 'land', 'sea'] as const;
const SPECIAL = ['host', 'belligerent', 'ally'] as const;
const STROKES = ['front', 'eu', 'nato'] as const;

const css = readFileSync(join(root, 'src/styles/tokens.css'), 'utf8');
const [lightBlock = '', darkBlock = ''] = css.split(
  '@media screen and (prefers-color-scheme: dark)',
);
const light = colourRoles(lightBlock);
const dark = colourRoles(darkBlock);
const THEMES = { light, dark } as const;
const themes = ['light', 'dark'] as const;
const sights = Object.keys(SIGHTS) as Sight[];

/** The roles of a block whose value is one opaque colour: name without dashes → hex. */
function colourRoles(block: string): ReadonlyMap<string, string> {
  const declarations = block.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{3,8});/g);
  return new Map([...declarations].map(([, role = '', hex = '']) => [role, hex]));
}

function hexOf(theme: Theme, role: string): string {
  const hex = THEMES[theme].get(role);
  if (hex === undefined) throw new Error(`No colour --${role} in the ${theme} theme`);
  return hex;
}

/** A role as an eye sees it, brought back to what a screen can show. */
function seen(theme: Theme, sight: Sight, role: string): Color {
  const colour = toRgb(hexOf(theme, role));
  if (colour === undefined) throw new Error(`--${role} is no colour`);
  return clampRgb(SIGHTS[sight](colour));
}

const difference = (theme: Theme, sight: Sight, [a, b]: readonly [string, string]) =>
  ciede2000(seen(theme, sight, a), seen(theme, sight, b));

const contrast = (theme: Theme, [a, b]: readonly [string, string]) =>
  wcagContrast(hexOf(theme, a), hexOf(theme, b));

const product = (left: readonly string[], right: readonly string[]) =>
  left.flatMap((a) => right.map((b) => [a, b] as const));

const pairsOf = (roles: readonly string[]) =>
  roles.flatMap((a, index) => roles.slice(index + 1).map((b) => [a, b] as const));

/** Readable failures, such as "open/rules-out 9.1", of the pairs that measure less than a floor. */
function below(
  floor: number,
  pairs: readonly (readonly [string, string])[],
  measure: (pair: readonly [string, string]) => number,
): readonly string[] {
  const measured = pairs.map((pair) => ({ pair, value: measure(pair) }));
  return measured
    .filter(({ value }) => !(value >= floor))
    .map(({ pair, value }) => `${pair.join('/')} ${value.toFixed(2)}`);
}

/** How far a fill stands out from empty land, in CIE L*: 0 to 100. */
function weight(theme: Theme, role: string): number {
  const lightness = (name: string) => toLab(hexOf(theme, name))?.l ?? Number.NaN;
  return Math.abs(lightness(role) - lightness('land'));
}

function chroma(theme: Theme, role: string): number {
  const { a, b } = toLab(hexOf(theme, role)) ?? { a: Number.NaN, b: Number.NaN };
  return Math.hypot(a, b);
}

/** Degrees of CIELAB hue between a role's light and dark value: 0 to 180. */
function hueShift(role: string): number {
  const hue = (theme: Theme) => {
    const { a, b } = toLab(hexOf(theme, role)) ?? { a: Number.NaN, b: Number.NaN };
    return (Math.atan2(b, a) * 180) / Math.PI;
  };
  const turn = Math.abs(hue('light') - hue('dark')) % 360;
  return Math.min(turn, 360 - turn);
}

describe('tokens.css', () => {
  it('gives every colour role of the light theme a value in the dark theme too', () => {
    expect(light.size).toBeGreaterThan(20);
    expect([...dark.keys()]).toEqual([...light.keys()]);
  });

  it('has a fill and a text colour for every stance of the vocabulary', () => {
    const wanted = STANCES.flatMap((stance) => [stance, `on-${stance}`]);
    expect(wanted.filter((role) => !light.has(role))).toEqual([]);
  });

  it('keeps the hue of a stance within 30 degrees from light to dark', () => {
    expect(STANCES.filter((stance) => !(hueShift(stance) <= 30))).toEqual([]);
  });
});

describe.each(themes)('fills of stances, %s', (theme) => {
  it.each(sights)('are distinct from one another in %s sight', (sight) => {
    const measure = difference.bind(null, theme, sight);
    expect(below(DISTINCT, pairsOf(STANCES), measure)).toEqual([]);
  });

  it.each(sights)('are distinct from land, sea and paper in %s sight', (sight) => {
    const measure = difference.bind(null, theme, sight);
    expect(below(DISTINCT, product(STANCES, GROUNDS), measure)).toEqual([]);
  });

  it.each(sights)('are distinct from the host in %s sight', (sight) => {
    const floor = HOST_DISTINCT[`${theme} ${sight}`] ?? DISTINCT;
    const measure = difference.bind(null, theme, sight);
    expect(below(floor, product(STANCES, ['host']), measure)).toEqual([]);
  });

  it.each(sights)('are distinct from belligerent and ally in %s sight', (sight) => {
    const measure = difference.bind(null, theme, sight);
    expect(below(DISTINCT, product(STANCES, ['belligerent', 'ally']), measure)).toEqual([]);
  });
});

describe.each(themes)('order of meaning, %s', (theme) => {
  const byWeight = STANCES.toSorted((a, b) => weight(theme, a) - weight(theme, b));

  it('gives the two poles comparable weight', () => {
    const [less = 0, more = Number.NaN] = [weight(theme, 'ready'), weight(theme, 'opposes')].sort(
      (a, b) => a - b,
    );
    expect(less / more).toBeGreaterThanOrEqual(COMPARABLE);
  });

  it('makes the poles the heaviest stances and "undecided" the lightest', () => {
    const poles: readonly Stance[] = byWeight.slice(-2);
    expect(poles.toSorted()).toEqual(['opposes', 'ready']);
    expect(byWeight[0]).toBe('undecided');
  });

  it('keeps "undecided" the most neutral of the stances between the poles', () => {
    const between = STANCES.filter((stance) => stance !== 'ready' && stance !== 'opposes');
    expect(between.toSorted((a, b) => chroma(theme, a) - chroma(theme, b))[0]).toBe('undecided');
  });
});

describe.each(themes)('contrast, %s', (theme) => {
  const measure = contrast.bind(null, theme);

  it('of text and glyphs on their stance is enough for text', () => {
    const pairs = STANCES.map((stance) => [`on-${stance}`, stance] as const);
    expect(below(TEXT, pairs, measure)).toEqual([]);
  });

  it('of ink on paper, and on the land and sea that a label may lie on, is enough for reading', () => {
    expect(below(READING, product(['ink'], GROUNDS), measure)).toEqual([]);
  });

  it('of quiet ink on paper, land and sea is enough for text', () => {
    expect(below(TEXT, product(['quiet'], GROUNDS), measure)).toEqual([]);
  });

  it('of ink on host, belligerent and ally is enough for text', () => {
    expect(below(TEXT, product(['ink'], SPECIAL), measure)).toEqual([]);
  });

  it('of lines on the map is enough for graphics', () => {
    const grounds = [...GROUNDS, ...SPECIAL];
    expect(below(GRAPHIC, product(STROKES, grounds), measure)).toEqual([]);
  });
});
