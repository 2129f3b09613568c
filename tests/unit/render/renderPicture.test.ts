import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { root } from '../../../scripts/setup.mjs';
import { viewOf } from '../../../src/map/viewOf.ts';
import { drawPicture, outlinePicture, textsIn } from '../../../src/picture/drawPicture.ts';
import { flatStyles, lightRoles } from '../../../src/picture/lightStyles.ts';
import { pictureFonts } from '../../../src/picture/pictureFonts.ts';
import { describePicture, mapKey, pictureTexts } from '../../../src/picture/pictureTexts.ts';
import { renderPicture, type PictureSize } from '../../../src/render/renderPicture.ts';
import { STANCES } from '../../../src/schema/vocabulary.ts';
import { ACTORS, PLANE } from '../map/taleMap.ts';
import { elementsOf, idsIn, parseMarkup, referencesIn } from './parseMarkup.ts';
import { PATHS, RECORD, stateOf } from './taleStates.ts';

type Rest = Parameters<typeof stateOf>[0];

const SIZE: PictureSize = { width: 1200, height: 630 };
const NAME = { title: 'Who marches', question: 'Who would send a band?' };
const FULL: NonNullable<Rest> = {
  spotlight: ['syl', 'rur'],
  layers: ['nato-outline', 'contact-line', 'buffer-zone'],
};

const css = (name: string) => readFileSync(join(root, 'src/styles', name), 'utf8');
const STYLES = { roles: lightRoles(css('tokens.css')), map: css('map.css') };
const DATA = { record: RECORD, plane: PLANE, actors: ACTORS };

const texts = (rest: Rest = {}, name = NAME) => pictureTexts(name, stateOf(rest), DATA);
const picture = (rest: Rest = {}, size = SIZE) =>
  renderPicture({ ...DATA, pathsIn: () => PATHS, state: stateOf(rest) }, texts(rest), size);

/** Scale and shift of the map's groups in one: picture pixels a plane unit. */
function cameraOf({ map }: { readonly map: string }) {
  const transforms = /scale\(([\d.]+)\)">.*translate\((\S+) (\S+)\) scale\(([\d.]+)\)/s.exec(map);
  const [pixel = NaN, x = NaN, y = NaN, k = NaN] = (transforms ?? []).slice(1).map(Number);
  return { k: k * pixel, x: x * pixel, y: y * pixel };
}

/** Number of pixels of exactly a colour (#rrggbb). */
async function pixelsOf(png: Uint8Array, colour: string): Promise<number> {
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
  const wanted = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const starts = Array.from({ length: data.length / info.channels }, (_, at) => at * info.channels);
  return starts.filter((at) => wanted.every((value, channel) => data[at + channel] === value))
    .length;
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('renderPicture(map, texts, size)', () => {
  it('says title, question, subject, day, key and extent, in this order', () => {
    const said = textsIn(picture().texts);
    expect(said.slice(said.indexOf(NAME.title))).toEqual([
      ...['Who marches', 'Who would send a band?'],
      ...['Soldiers after a ceasefire', 'As of 1 June 2024'],
      ...['2', 'Would send', '2', 'Does not rule it out', '1', 'No decision'],
      ...['0', 'Help, but no soldiers there', '1', 'Rules it out', '0', 'Against anyone’s troops'],
      ...['Reported', 'No position found'],
      '8 dated statements from 0 sources',
    ]);
  });

  it('names what the step speaks of and the host on the map, with what is said', () => {
    const said = textsIn(picture({ spotlight: ['syl', 'rur'], view: ['RUR', 'UKR'] }).texts);
    expect(said.slice(0, said.indexOf(NAME.title))).toEqual([
      ...['Ruritania', 'does not rule it out', 'reported: would send'],
      'Uqbar',
    ]);
  });

  it('has a mark for every actor, and names no colour: these are the palette’s', () => {
    const { map, texts: boxes } = picture(FULL);
    const marked = elementsOf(parseMarkup(map)).flatMap(
      ({ attributes }) => attributes['data-actor'] ?? [],
    );
    expect(ACTORS.filter(({ id }) => !marked.includes(id))).toEqual([]);
    const colours = /#[\da-f]{3,8}"|rgb|hsl/i;
    expect(map.replaceAll(/"#(fff|000)"/g, '')).not.toMatch(colours);
    expect(JSON.stringify(boxes)).not.toMatch(colours);
  });

  it.each([SIZE, { width: 600, height: 315 }, { width: 1600, height: 900 }])(
    'shows the whole view beside the panel at $width × $height',
    (size) => {
      const rest = { view: ['SYL', 'UKR'] };
      const { k, x, y } = cameraOf(picture(rest, size));
      const [x0, y0, x1, y1] = viewOf(PLANE, rest.view);
      expect(x0 * k + x).toBeGreaterThan((512 * size.height) / 630);
      expect(x1 * k + x).toBeLessThan(size.width);
      expect(y0 * k + y).toBeGreaterThan(0);
      expect(y1 * k + y).toBeLessThan(size.height);
    },
  );

  it('draws the same at half the size, in pixels of half the size', () => {
    const half = picture({}, { width: 600, height: 315 });
    expect(half.pixel).toBeCloseTo(picture().pixel / 2);
    expect(cameraOf(half).k).toBeCloseTo(cameraOf(picture()).k / 2, 4);
    expect(textsIn(half.texts)).toEqual(textsIn(picture().texts));
  });

  it('refuses a size that has no room for the map beside the panel', () => {
    expect(() => picture({}, { width: 800, height: 800 })).toThrow('800×800 has no room');
  });
});

describe('pictureTexts(name, state, data)', () => {
  it('explains stripes where the map has some alone, in a stance that has them', () => {
    expect(texts().signs).toEqual([
      { isReported: true, name: 'Reported', stance: 'ready' },
      { name: 'No position found' },
    ]);
    expect(texts({ question: 'combat' }).signs).toEqual([{ name: 'No position found' }]);
  });

  it('says the same in every time zone', () => {
    const said = ['Pacific/Kiritimati', 'UTC', 'Pacific/Pago_Pago'].map((zone) => {
      vi.stubEnv('TZ', zone);
      return { hour: new Date('2024-06-01T00:00:00Z').getHours(), asOf: texts().asOf };
    });
    expect(said.map(({ hour }) => hour)).toEqual([14, 0, 13]);
    expect(new Set(said.map(({ asOf }) => asOf))).toEqual(new Set(['As of 1 June 2024']));
  });
});

describe('describePicture(name, state, data)', () => {
  it('gives name, subject, day and the count of every stance that it shows in sentences', () => {
    expect(describePicture(NAME, stateOf(), DATA)).toBe(
      'Who marches. Who would send a band? Map of where governments and organisations stand. ' +
        'Soldiers after a ceasefire, as of 1 June 2024. Would send: 2. Does not rule it out: 2. ' +
        'No decision: 1. Rules it out: 1.',
    );
  });

  it('says who is highlighted with what, reported as reported, and which lines are drawn', () => {
    const said = describePicture({ ...NAME, question: '' }, stateOf(FULL), DATA);
    expect(said).toMatch(/^Who marches\. Map of/);
    expect(said).toContain(
      'Highlighted: Sylvania (rules it out) and Ruritania (does not rule it out; reported: would send).',
    );
    expect(said).toMatch(/A schematic line .* is drawn\. A band along that line /);
  });
});

describe('mapKey(state, data)', () => {
  it('has the stances that stand with their counts, then the other signs', () => {
    expect(mapKey(stateOf(), DATA).map(({ name, count }) => [name, count])).toEqual([
      ['Would send', 2],
      ['Does not rule it out', 2],
      ['No decision', 1],
      ['Rules it out', 1],
      ['Reported', undefined],
      ['No position found', undefined],
    ]);
  });
});

describe('lightRoles(tokens)', () => {
  it('takes the first block alone: the dark values come later', () => {
    const tokens = ':root { /* --old: no; */ --ink: #15191e;\n --serif: "S", var(--more); }';
    const dark = '@media (prefers-color-scheme: dark) { :root { --ink: #f1eee7; --glow: #fff; } }';
    expect(lightRoles(`${tokens}\n${dark}`)).toEqual({ '--ink': '#15191e' });
  });

  it('finds a value for every stance in the palette of the page', () => {
    expect(STANCES.filter((stance) => !STYLES.roles[`--${stance}`]?.startsWith('#'))).toEqual([]);
  });
});

describe('flatStyles(css, roles, pixel)', () => {
  const roles = Object.fromEntries(STANCES.map((stance) => [`--${stance}`, `colour-${stance}`]));

  it('puts roles by value and strokes in picture pixels', () => {
    const rule = '.sea { fill: var(--sea); stroke-width: calc(0.6px * var(--thin, 1)); }';
    expect(flatStyles(rule, { ...roles, '--sea': 'blue' }, 1.5)).toBe(
      '.sea{fill:blue;stroke-width:0.9px}',
    );
  });

  it('makes one rule a stance of what takes the stance’s fill', () => {
    const rules = flatStyles('.a:not(.b, .c), .d { fill: var(--fill); stroke: none }', roles, 1);
    expect(rules.split('\n')).toEqual([
      '.a:not(.b, .c),.d{stroke:none}',
      ...STANCES.map(
        (stance) =>
          `.a:not(.b, .c)[data-stance='${stance}'],.d[data-stance='${stance}']{fill:colour-${stance}}`,
      ),
    ]);
  });

  it('leaves out media, comments and what is no shape’s', () => {
    const rules =
      '/* .x { fill: red } */ @media print { .a { fill: red } } .b { font-weight: 650 }';
    expect(flatStyles(rules, roles, 1)).toBe('');
  });

  it('refuses a role without a value', () => {
    expect(() => flatStyles('.a { fill: var(--gone) }', roles, 1)).toThrow('"--gone"');
  });
});

describe('outlinePicture(picture, styles)', () => {
  it('needs nothing else: no role, no font, no reference that leads nowhere', async () => {
    const svg = await outlinePicture(picture(FULL), STYLES);
    const markup = parseMarkup(svg);
    expect(svg).not.toMatch(/var\(|calc\(|<text|<image|font-family/);
    const defined = idsIn(markup);
    expect(referencesIn(markup).filter((id) => !defined.includes(id))).toEqual([]);
    expect(elementsOf(markup)[0]?.attributes).toMatchObject({ width: '1200', height: '630' });
  });

  it('sets each text as a shape: with another title, the shape of the title alone changes', async () => {
    const inkOf = async (title: string) => {
      const panel = texts({}, { ...NAME, title });
      const drawn = renderPicture({ ...DATA, pathsIn: () => PATHS, state: stateOf() }, panel, SIZE);
      return elementsOf(parseMarkup(await outlinePicture(drawn, STYLES)))
        .filter(({ attributes }) => attributes.fill === STYLES.roles['--ink'])
        .flatMap(({ name, attributes }) => (name === 'path' ? (attributes.d ?? []) : []));
    };
    const [one, other] = [await inkOf('Șase țări'), await inkOf('Who goes')];
    expect([one.length, other.length]).toEqual([18, 18]);
    expect(one.filter((d) => !other.includes(d))).toHaveLength(1);
  });
});

describe('drawPicture(picture, styles)', () => {
  it('gives a PNG of the size with the colours of its stances and the host', async () => {
    const png = await drawPicture(picture({ view: ['SYL', 'UKR'] }), STYLES);
    const { format, width, height } = await sharp(png).metadata();
    expect({ format, width, height }).toEqual({ format: 'png', ...SIZE });
    for (const role of ['--rules-out', '--open', '--host', '--paper']) {
      expect(await pixelsOf(png, STYLES.roles[role] ?? ''), role).toBeGreaterThan(500);
    }
  });

  it('gives the same bytes for the same picture', async () => {
    const [one, other] = [
      await drawPicture(picture(), STYLES),
      await drawPicture(picture(), STYLES),
    ];
    expect(Buffer.compare(one, other)).toBe(0);
  });
});

describe('pictureFonts(text)', () => {
  it('cuts both weights of each face that the text needs', async () => {
    const fonts = await pictureFonts('A tale of ț');
    const cuts = fonts.map(({ name, weight }) => `${name} ${String(weight)}`);
    expect(new Set(cuts).size).toBe(4);
    expect(cuts).toHaveLength(8);
    expect(await pictureFonts('A tale')).toHaveLength(4);
  });

  it('refuses a character that no face has', async () => {
    await expect(pictureFonts('Сказка')).rejects.toThrow('no face has the character');
  });
});
