import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/setup.mjs';
import { SAMPLE_CODES, SAMPLE_HOSTS } from '../../src/embed/sampleHosts.ts';
import { authoredSteps } from '../browser/support/authored.ts';
import { filesOf } from './buildSite.ts';
import { compressed } from './compressed.ts';
import { tagsOf, unescapeHtml } from './htmlTags.ts';

/** Most bytes of the page's script, compressed. */
const MOST_SCRIPT = 5000;

const files = filesOf(join(root, 'dist'));
const textOf = (path: string) => files.get(path)?.toString() ?? '';
const page = textOf('embed/index.html');

/** The codes as they stand in the page, by name. */
const codes = new Map(
  [...page.matchAll(/<textarea[^>]*data-code="([^"]+)"[^>]*>([^<]*)<\/textarea>/g)].map(
    ([, name = '', code = '']) => [name, unescapeHtml(code)],
  ),
);

const codeOf = (name: string) => codes.get(name) ?? '';
const site = new URL(codeOf('link'));

describe('dist/embed/', () => {
  it('has every code in the page, and a picture of every step', () => {
    const steps = authoredSteps.slice(1).map(({ id }) => `picture-${id}`);
    const names = ['element', 'div', 'fixed', 'stepper', 'amp', 'duo', 'step', 'link', 'picture'];
    expect([...codes.keys()].sort()).toEqual([...names, ...steps].sort());
  });

  it('names in its codes full addresses of the site alone, but for sources', () => {
    for (const [name, code] of codes) {
      const loaded = tagsOf(code).flatMap(({ attributes }) => attributes.get('src') ?? []);
      expect(
        loaded.filter((address) => !address.startsWith(site.href)),
        name,
      ).toEqual([]);
    }
  });

  it('gives frames and scripts that are there', () => {
    const paths = ['stepper', 'duo', 'element', 'fixed', 'amp']
      .flatMap((name) => tagsOf(codeOf(name)))
      .filter(({ name }) => ['iframe', 'script', 'amp-iframe'].includes(name))
      .map(({ attributes }) => new URL(attributes.get('src')!).pathname)
      .map((path) => path.slice(site.pathname.length).replace(/\/$/, '/index.html'));
    expect(paths).toHaveLength(6);
    expect(paths.filter((path) => !files.has(path))).toEqual([]);
  });

  it('has the hash of the script that never changes', () => {
    const script = tagsOf(codeOf('fixed')).find(({ name }) => name === 'script')!.attributes;
    const path = new URL(script.get('src')!).pathname.slice(site.pathname.length);
    const hash = createHash('sha384').update(files.get(path)!).digest('base64');
    expect(script.get('integrity')).toBe(`sha384-${hash}`);
  });

  it('holds in the element the whole story, steps in their order', () => {
    const code = codeOf('element');
    const titles = [...code.matchAll(/<h3>([^<]*)<\/h3>/g)].map(([, title = '']) =>
      unescapeHtml(title),
    );
    expect(titles).toEqual(authoredSteps.map(({ title }) => title));
    const images = tagsOf(code).filter(({ name }) => name === 'img');
    expect(images.map(({ attributes }) => attributes.get('src'))).toEqual(
      authoredSteps.map(({ id }) => `${site.href}embed/story/step/${id}.png`),
    );
    for (const { attributes } of images) {
      expect(attributes.get('alt')).toMatch(/Map of where .*, as of \d+ \w+ \d{4}\. .+: \d/);
    }
    expect(
      code
        .split('<li>')
        .slice(1)
        .every((item) => /as of \d+ \w+ \d{4}/.test(item)),
    ).toBe(true);
    expect(code).not.toMatch(/undefined|\[object|data-astro|<!--/);
  });

  it('weighs what it says, measured from the files', () => {
    const weights = tagsOf(page).filter(({ attributes }) => attributes.has('data-weight'));
    const frames = weights.filter(({ attributes }) =>
      /(story|map|text)\/index\.html|story\.js$/.test(attributes.get('data-weight')!),
    );
    expect(frames.length).toBeGreaterThanOrEqual(5);
    for (const { attributes } of frames.filter(({ attributes: all }) => all.has('value'))) {
      const bytes = compressed(files.get(attributes.get('data-weight')!)!);
      expect(attributes.get('value')).toBe(String(bytes));
    }
    for (const name of ['element', 'stepper', 'duo', 'step', 'picture']) {
      const [, said = ''] = new RegExp(`data-bytes="${name}">(\\d+)<`).exec(page) ?? [];
      expect(Number(said), name).toBe(Buffer.byteLength(codeOf(name)));
    }
  });

  it(`has one script of its own, at most ${MOST_SCRIPT} bytes, none of it shared`, () => {
    const scripts = tagsOf(page).flatMap(({ name, attributes }) =>
      name === 'script' ? (attributes.get('src') ?? []) : [],
    );
    expect(scripts).toEqual(['../embed/generator.js']);
    const code = files.get('embed/generator.js')!;
    expect(compressed(code)).toBeLessThanOrEqual(MOST_SCRIPT);
    expect(code.toString()).not.toMatch(/\bimport\b/);
  });

  it('has a sample page for each host, and one for each code in it, for no search engine', () => {
    const paths = SAMPLE_HOSTS.flatMap(({ id }) =>
      ['', ...SAMPLE_CODES].map((code) => `${id}/${code}`),
    );
    for (const path of paths) {
      const html = textOf(`embed/hosts/${path.replace(/\/?$/, '/')}index.html`);
      expect(html, path).toContain('<meta name="robots" content="noindex">');
    }
    expect(textOf('sitemap.xml')).toContain(`<loc>${site.href}embed/</loc>`);
    expect(textOf('sitemap.xml')).not.toContain('hosts');
    expect(textOf('index.html')).toContain('href="./embed/"');
  });

  it('shows in sample pages the codes that it gives, with addresses of the site itself', () => {
    const shown = textOf('embed/hosts/plain/duo/index.html');
    const frames = (html: string) => tagsOf(html).filter(({ name }) => name === 'iframe');
    const attributesOf = (html: string) =>
      frames(html).map(({ attributes }) => [
        attributes.get('style'),
        attributes.get('sandbox'),
        attributes.get('src')!.replace(/^.*\/embed\/|n=\w+/g, ''),
      ]);
    expect(attributesOf(shown)).toEqual(attributesOf(codeOf('duo')));
    expect(frames(shown)[0]!.attributes.get('src')).toMatch(/^(\.\.\/)+embed\/story\/map\//);
  });
});
