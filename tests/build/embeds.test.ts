import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/setup.mjs';
import { LOADER_VERSION } from '../../src/embed/versions.ts';
import { bundleScript } from '../../src/integrations/bundleScript.ts';
import { filesOf } from './buildSite.ts';
import { compressed } from './compressed.ts';
import { insideOf, outwardLinks, tagsOf } from './htmlTags.ts';

/** Most bytes at gzip level 9, by page or by script bundled alone; a kB is 1000 bytes. */
const PAGES = {
  'embed/story/index.html': 75_000,
  'embed/story/map/index.html': 65_000,
  'embed/story/text/index.html': 75_000,
} as const;
const SCRIPTS = { 'embed/bridge.ts': 600, 'embed/textFrame.ts': 1000 } as const;
const LOADER = 2000;

/** Attributes by which an element would load something. */
const LOADS: Readonly<Record<string, readonly string[]>> = {
  script: ['src'],
  img: ['src', 'srcset'],
  image: ['href', 'xlink:href'],
  source: ['src', 'srcset'],
  iframe: ['src', 'srcdoc'],
  object: ['data'],
  video: ['src', 'poster'],
  audio: ['src'],
  track: ['src'],
  embed: ['src'],
};
/** Links that fetch nothing. */
const NAMING = ['canonical', 'icon', 'alternate'];

const files = filesOf(join(root, 'dist'));
const loader = files.get('embed/v1/story.js')?.toString() ?? '';

describe.each(Object.entries(PAGES))('dist/%s', (path, budget) => {
  const html = files.get(path)?.toString() ?? '';
  const tags = tagsOf(html);

  it('is one file that asks for no other', () => {
    expect(tags.length).toBeGreaterThan(100);
    const loading = tags.flatMap(({ name, attributes }) =>
      (LOADS[name] ?? [])
        .flatMap((key) => attributes.get(key) ?? [])
        .filter((address) => !/^(#|data:)/.test(address)),
    );
    expect(loading).toEqual([]);
    const links = tags.filter(({ name }) => name === 'link');
    for (const { attributes } of links) {
      const rel = attributes.get('rel') ?? '';
      expect(NAMING, rel).toContain(rel);
      if (rel === 'icon') expect(attributes.get('href')).toBe('data:,');
    }
    // A reference to another document's shape would be a request; one to its own is "#…".
    const uses = tags.filter(({ name }) => name === 'use');
    expect(uses.filter(({ attributes }) => !attributes.get('href')?.startsWith('#'))).toEqual([]);
    const styles = insideOf(html, 'style')
      .map(({ text }) => text)
      .join('');
    expect(styles.match(/url\((?!["']?(data:|#))|@import/g)).toBeNull();
  });

  it('has one script, in it, that runs in a bare sandbox: no module, no import, no store', () => {
    const [script, ...more] = insideOf(html, 'script');
    expect(more).toEqual([]);
    expect(script!.attributes).not.toMatch(/\b(src|type)=/);
    expect(script!.text).not.toMatch(
      /\bimport\s*[({"']|\bfetch\(|XMLHttpRequest|localStorage|sessionStorage|indexedDB|\.cookie|BroadcastChannel|sendBeacon|innerHTML|\beval\(|scrollIntoView|\.focus\(/,
    );
  });

  it('says in its policy the hashes of exactly its own styles and script', () => {
    const policy = tags.find(({ attributes }) => attributes.has('http-equiv'));
    const content = policy?.attributes.get('content') ?? '';
    for (const kind of ['style', 'script'] as const) {
      const own = insideOf(html, kind).map(
        ({ text }) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
      );
      const directive = new RegExp(`${kind}-src ([^;]*)`).exec(content)?.[1] ?? '';
      const said = directive.split(' ').filter((value) => value.startsWith("'sha256"));
      expect(said.toSorted()).toEqual([...new Set(own)].sort());
    }
    expect(content).toContain("default-src 'none'");
  });

  it(`has at most ${budget} bytes`, () => {
    expect(compressed(html)).toBeLessThanOrEqual(budget);
  });

  it('leaks no referrer and opens its links beside the host', () => {
    const referrer = tags.find(({ attributes }) => attributes.get('name') === 'referrer');
    expect(referrer?.attributes.get('content')).toBe('no-referrer');
    const links = outwardLinks(tags);
    expect(links.length > 2).toBe(path !== 'embed/story/map/index.html');
    expect(links).toEqual(links.map(() => ['_blank', 'noopener']));
  });
});

describe('the frames', () => {
  it('have titles of their own, among all pages of the site', () => {
    const html = [...files].filter(([path]) => path.endsWith('.html'));
    const titles = html.map(([path, bytes]) => {
      const title = /<title>([^<]+)<\/title>/.exec(bytes.toString())?.[1] ?? '';
      return [path, title] as const;
    });
    for (const path of Object.keys(PAGES)) {
      const own = titles.find(([page]) => page === path)?.[1] ?? '';
      expect(own.length).toBeGreaterThan(10);
      expect(titles.filter(([, title]) => title === own).map(([page]) => page)).toEqual([path]);
    }
  });

  it.each(Object.entries(SCRIPTS))('run %s in at most %i bytes', async (script, budget) => {
    expect(compressed(await bundleScript(script))).toBeLessThanOrEqual(budget);
  });

  it('have nothing in the map that takes the focus', () => {
    const map = tagsOf(files.get('embed/story/map/index.html')?.toString() ?? '');
    const names = map.filter(
      ({ name, attributes }) =>
        ['a', 'button', 'input', 'select', 'textarea', 'summary'].includes(name) ||
        attributes.has('tabindex'),
    );
    expect(names).toEqual([]);
  });
});

describe('the loader', () => {
  it(`has at most ${LOADER} bytes`, () => {
    expect(loader.length).toBeGreaterThan(1000);
    expect(compressed(loader)).toBeLessThanOrEqual(LOADER);
  });

  it('is the same at /embed/v1/ and at the address of its full version', () => {
    expect(files.get(`embed/v${LOADER_VERSION}/story.js`)?.toString()).toBe(loader);
    const versions = [...files.keys()].filter((path) => /^embed\/v[^/]*\/story\.js$/.test(path));
    expect(versions).toEqual(['embed/v1.0.0/story.js', 'embed/v1/story.js']);
  });

  it('has not changed since its version was published: integrity attributes name these bytes', () => {
    const lock = JSON.parse(
      readFileSync(join(root, 'tests/snapshots/embed/loaders.json'), 'utf8'),
    ) as Record<string, string>;
    const hash = `sha384-${createHash('sha384').update(loader).digest('base64')}`;
    expect(lock[LOADER_VERSION], 'a changed loader needs a new LOADER_VERSION').toBe(hash);
  });

  it('makes no code or markup from text and stores nothing', () => {
    expect(loader).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|Function\(|setAttribute\(.style|localStorage|sessionStorage|\.cookie|\bfetch\(|scrollIntoView|\.focus\(/,
    );
  });
});
