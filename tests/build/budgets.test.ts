import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/setup.mjs';
import { filesOf } from './buildSite.ts';
import { compressed } from './compressed.ts';
import { insideOf, tagsOf } from './htmlTags.ts';

/** Most bytes of the story's page, compressed at level 9 where a host compresses; a kB is 1000 bytes. */
const BUDGETS = { script: 20_000, style: 10_000, page: 75_000, fonts: 110_000 } as const;
const MOST_REQUESTS = 8;

const files = filesOf(join(root, 'dist'));
const page = files.get('index.html')?.toString() ?? '';

/** Scripts that the story's page loads, and those they import, by path. */
function scriptsOfStory(): readonly string[] {
  const sources = tagsOf(page)
    .filter(({ name }) => ['script', 'link'].includes(name))
    .flatMap(({ attributes }) => attributes.get('src') ?? attributes.get('href') ?? [])
    .filter((source) => source.endsWith('.js'))
    .map((source) => source.replace(/^\.\//, ''));
  const found = new Set(sources);
  for (const path of found) {
    const code = files.get(path)?.toString() ?? '';
    for (const [, name = ''] of code.matchAll(
      /(?:from|import)\s*\(?\s*["'`]\.\/([\w.-]+\.js)["'`]/g,
    )) {
      found.add(`_astro/${name}`);
    }
  }
  return [...found];
}

describe('the story, compressed', () => {
  it(`has at most ${BUDGETS.script} bytes of scripts in all`, () => {
    const scripts = scriptsOfStory();
    expect(scripts.length).toBeGreaterThan(0);
    const inline = insideOf(page, 'script').map(({ text }) => compressed(text));
    const loaded = scripts.map((path) => compressed(files.get(path)!));
    const sum = [...inline, ...loaded].reduce((a, b) => a + b, 0);
    expect(sum).toBeLessThanOrEqual(BUDGETS.script);
  });

  it('has one script that is compiled before it is called', () => {
    const begin = (path: string) => files.get(path)?.toString().split('\n')[0];
    const [own, ...others] = scriptsOfStory();
    expect(begin(own ?? '')).toBe('//# allFunctionsCalledOnLoad');
    for (const path of others) expect(begin(path), path).not.toContain('//#');
  });

  it(`has at most ${BUDGETS.style} bytes of styles, all in the page`, () => {
    const styles = insideOf(page, 'style').map(({ text }) => text);
    expect(styles.length).toBeGreaterThan(0);
    expect(compressed(styles.join(''))).toBeLessThanOrEqual(BUDGETS.style);
    expect([...files.keys()].filter((path) => path.endsWith('.css'))).toEqual([]);
  });

  it(`is a page of at most ${BUDGETS.page} bytes with every step's map`, () => {
    expect(
      tagsOf(page).filter(({ attributes }) => attributes.has('data-map')).length,
    ).toBeGreaterThan(16);
    expect(compressed(page)).toBeLessThanOrEqual(BUDGETS.page);
  });

  it(`has at most ${BUDGETS.fonts} bytes of fonts, each named by the page, none of them before the first paint`, () => {
    const fonts = [...files].filter(([path]) => /\.(woff2?|ttf|otf)$/.test(path));
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.reduce((sum, [, bytes]) => sum + bytes.length, 0)).toBeLessThanOrEqual(
      BUDGETS.fonts,
    );
    expect(fonts.filter(([path]) => !path.endsWith('.woff2'))).toEqual([]);
    const faces = page.match(/@font-face\{[^}]*url\([^}]*\}/g) ?? [];
    expect(faces.filter((face) => !face.includes('font-display:swap'))).toEqual([]);
    expect(page).not.toContain('rel="preload"');
  });

  it(`is ${MOST_REQUESTS} files at most: page, scripts, fonts, icon`, () => {
    const fonts = [...files.keys()].filter((path) => path.endsWith('.woff2'));
    const pictures = tagsOf(page).filter(({ name }) => ['img', 'image', 'video'].includes(name));
    const asked = ['index.html', ...scriptsOfStory(), ...fonts, 'favicon.svg', ...pictures];
    expect(asked.length).toBeLessThanOrEqual(MOST_REQUESTS);
  });

  it('is the heaviest page of the site', () => {
    const weights = [...files]
      .filter(([path]) => path.endsWith('.html'))
      .map(([, bytes]) => compressed(bytes));
    expect(Math.max(...weights)).toBe(compressed(page));
  });
});
