import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/setup.mjs';
import { markAttributes } from '../../src/render/renderMarks.ts';
import { site, steps } from '../content/realSite.ts';
import {
  elementsOf,
  idsIn,
  parseMarkup,
  referencesIn,
  textOf,
} from '../unit/render/parseMarkup.ts';
import { filesOf } from './buildSite.ts';
import { compressed } from './compressed.ts';

const FOLDER = 'embed/story/step/';
const files = filesOf(join(root, 'dist'));
const states = [
  { id: 'cover', state: site.cover },
  ...steps.map(({ id }) => ({ id, state: site.stateOf(id) })),
];
const ids = states.map(({ id }) => id);

/** Width and height in pixels, and most bytes, by the end of the file's name; a kB is 1000 bytes. */
const PNGS = [
  ['.png', 720, 540, 60_000],
  ['@2x.png', 1440, 1080, 150_000],
  ['-share.png', 1200, 630, 150_000],
] as const;
const MOST_SVG = 40_000;

const fileOf = (name: string) => files.get(`${FOLDER}${name}`) ?? Buffer.alloc(0);

describe('the pictures of the story', () => {
  it('are four files of the cover and of each step, and no others', () => {
    const endings = ['.svg', ...PNGS.map(([ending]) => ending)];
    const wanted = ids.flatMap((id) => endings.map((ending) => `${FOLDER}${id}${ending}`));
    const pictures = [...files.keys()].filter(
      (path) => path.startsWith(FOLDER) && !path.endsWith('.html'),
    );
    expect(pictures.toSorted()).toEqual(wanted.sort());
  });

  it('show the cover as the story’s own share picture does', () => {
    expect(fileOf('cover-share.png').equals(files.get('share.png')!)).toBe(true);
  });
});

describe.each(PNGS)('<step>%s', (ending, width, height, most) => {
  it(`is ${width} × ${height} pixels of at most ${most} bytes, whole and opaque`, async () => {
    for (const id of ids) {
      const png = fileOf(`${id}${ending}`);
      expect(png.length, id).toBeLessThanOrEqual(most);
      expect(await sharp(png).metadata(), id).toMatchObject({ format: 'png', width, height });
      // A file cut short has a whole head and does not decode.
      expect((await sharp(png).stats()).isOpaque, id).toBe(true);
    }
  });

  it('is a picture of its own for each step', () => {
    const pictures = ids.map((id) => fileOf(`${id}${ending}`).toString('base64'));
    expect(new Set(pictures).size).toBe(ids.length);
  });
});

describe.each(states)('$id.svg', ({ id, state }) => {
  const svg = fileOf(`${id}.svg`).toString();
  const markup = parseMarkup(svg);
  const elements = elementsOf(markup);
  const [root_] = elements;

  it(`is of at most ${MOST_SVG} bytes, compressed`, () => {
    expect(svg.length).toBeGreaterThan(10_000);
    expect(compressed(svg)).toBeLessThanOrEqual(MOST_SVG);
  });

  it('stands alone: nothing is loaded, no reference leads nowhere, no id is there twice', () => {
    expect(svg.match(/https?:\/\/[\w.]+/g)?.every((to) => to === 'http://www.w3.org')).toBe(true);
    expect(svg).not.toMatch(
      /<(script|image|foreignObject|a)\b|@import|@font-face|var\(|calc\(|\son\w+=/,
    );
    const defined = idsIn(markup);
    expect(referencesIn(markup).filter((to) => !defined.includes(to))).toEqual([]);
    expect(defined.filter((one, index) => defined.indexOf(one) !== index)).toEqual([]);
  });

  it('has a title and a description that its root names', () => {
    expect(root_!.attributes).toMatchObject({
      role: 'img',
      viewBox: '0 0 720 540',
      'aria-labelledby': 't',
      'aria-describedby': 'd',
    });
    const [title, description] = ['title', 'desc'].map((name) =>
      textOf(elements.find((one) => one.name === name)!),
    );
    expect(title!.length).toBeGreaterThan(20);
    for (const { actor } of state.standings) {
      expect(description).toContain(site.record.actors.get(actor)!.name);
    }
  });

  it('has the marks of the state: every actor, with its stance and how it is known', () => {
    const marks = elements.find(({ attributes }) => attributes['data-part'] === 'marks')!;
    const hooks = elementsOf(marks).map(({ attributes }) =>
      Object.fromEntries(Object.entries(attributes).filter(([name]) => name.startsWith('data-'))),
    );
    const wanted = new Map(
      site.actors.map((actor) => [
        actor.id,
        elementsOf(parseMarkup(`<g${markAttributes(state, actor)}/>`))[0]!.attributes,
      ]),
    );
    expect(new Set(hooks.map((one) => one['data-actor']))).toEqual(new Set(wanted.keys()));
    for (const one of hooks) expect(one).toEqual(wanted.get(one['data-actor']!));
  });

  it('says its texts as texts that fallback fonts cannot stretch', () => {
    const texts = elements.filter(({ name }) => name === 'text');
    expect(texts.map(textOf)).toContain('Ukraine');
    expect(texts.map(textOf).join(' ')).toContain('Borders made with Natural Earth, edited.');
    for (const { attributes } of texts) {
      expect(attributes['font-family']).toMatch(/, (sans-)?serif$/);
      expect(Number(attributes.textLength)).toBeGreaterThan(0);
    }
  });
});
