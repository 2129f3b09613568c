import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/setup.mjs';
import { filesOf } from './buildSite.ts';
import { insideOf, tagsOf } from './htmlTags.ts';

const files = filesOf(join(root, 'dist'));
const pages = [...files].filter(([path]) => path.endsWith('.html'));

/** Pages whose scripts fetch a file of this site. */
const MAY_FETCH = ['explore/index.html', 'search/index.html'];

/** Browsers look for the encoding in this many bytes, and the policy must be before all it rules. */
const HEAD = 1024;

/** The policy of a page: directive → values. */
function policyOf(html: string): ReadonlyMap<string, readonly string[]> {
  const tag = tagsOf(html).find(
    ({ attributes }) => attributes.get('http-equiv') === 'Content-Security-Policy',
  );
  const directives = (tag?.attributes.get('content') ?? '').split(';').map((part) => part.trim());
  return new Map(
    directives.map((directive) => {
      const [name = '', ...values] = directive.split(/\s+/);
      return [name, values];
    }),
  );
}

/** The page whose last screen is the explored map. */
const STORY = 'index.html';

/** The hashes that the inline styles or scripts of a page need, as a policy writes them. */
function hashesOf(html: string, element: 'style' | 'script'): readonly string[] {
  const inline = insideOf(html, element).filter(
    ({ attributes }) => !/\ssrc=|type="application\/(ld\+)?json"/.test(attributes),
  );
  const hashes = inline.map(
    ({ text }) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
  return [...new Set(hashes)].sort();
}

it('the story frames the explored map alone, and not before it is asked for', () => {
  const html = pages.find(([path]) => path === STORY)?.[1].toString() ?? '';
  const frames = (text: string) => tagsOf(text).filter(({ name }) => name === 'iframe');
  const waiting = insideOf(html, 'template').flatMap(({ text }) => frames(text));
  expect(waiting.map(({ attributes }) => attributes.get('src'))).toEqual(['./explore/']);
  expect(frames(html)).toHaveLength(1);
});

describe.each(pages.map(([path, bytes]) => [path, bytes.toString()] as const))(
  'dist/%s',
  (path, html) => {
    const policy = policyOf(html);
    // Sample pages show embed codes as other people's pages would; the page of the codes shows those.
    const isSample = path.startsWith('embed/hosts/');
    const showsCodes = isSample || path === 'embed/index.html';
    const mayFrame = showsCodes || path === STORY;

    it('has one policy, early, before anything that it rules', () => {
      const tags = tagsOf(html);
      const metas = tags.filter(({ attributes }) => attributes.has('http-equiv'));
      expect(metas).toHaveLength(1);
      const [{ at } = { at: Infinity }] = metas;
      const ruled = tags.filter(({ name }) => ['script', 'style', 'link', 'img'].includes(name));
      expect(at).toBeLessThan(Math.min(...ruled.map((tag) => tag.at)));
      expect(at).toBeLessThan(HEAD);
      expect(html.toLowerCase().indexOf('charset="utf-8"')).toBeLessThan(at);
    });

    it('allows nothing but its own files', () => {
      expect(policy.get('default-src')).toEqual(["'none'"]);
      const byHash = isSample ? "'unsafe-hashes'" : '';
      const values = [...policy].flatMap(([name, own]) =>
        name === 'style-src-attr' ? own.filter((each) => each !== byHash) : own,
      );
      expect(policy.get('frame-src') ?? ["'self'"]).toEqual(["'self'"]);
      expect(policy.has('frame-src') && !mayFrame).toBe(false);
      expect(policy.get('connect-src')).toEqual(MAY_FETCH.includes(path) ? ["'self'"] : undefined);
      expect(
        values.filter((value) => /unsafe|\*|https?:|blob:|strict-dynamic/.test(value)),
      ).toEqual([]);
      expect(policy.get('script-src')).not.toContain('data:');
      for (const directive of ['base-uri', 'form-action']) {
        expect(policy.get(directive), directive).toEqual(["'none'"]);
      }
      expect(policy.has('require-trusted-types-for')).toBe(true);
    });

    it.each(['style', 'script'] as const)(
      'has a hash for every inline %s, and no other',
      (element) => {
        const allowed = (policy.get(`${element}-src`) ?? []).filter((value) =>
          value.startsWith("'sha"),
        );
        expect(allowed.toSorted()).toEqual(hashesOf(html, element));
      },
    );

    it('has no style attribute, no handler and no address that runs', () => {
      const wrong = tagsOf(html).flatMap(({ name, attributes }) =>
        [...attributes]
          .filter(
            ([key, value]) =>
              (key === 'style' && !isSample) ||
              /^on[a-z]+$/.test(key) ||
              /^\s*(javascript|vbscript|data):/i.test(value),
          )
          .map(([key, value]) => `<${name} ${key}="${value}">`),
      );
      expect(wrong).toEqual([]);
    });

    it('has a hash for every style attribute, and no other', () => {
      const styles = tagsOf(html).flatMap(({ attributes }) => attributes.get('style') ?? []);
      const hashes = styles.map(
        (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
      );
      const allowed = (policy.get('style-src-attr') ?? []).filter((each) =>
        each.startsWith("'sha"),
      );
      expect(allowed.toSorted()).toEqual([...new Set(hashes)].sort());
    });

    it('has no form, frame, object or base', () => {
      const names = tagsOf(html).map(({ name }) => name);
      const unwanted = ['form', 'object', 'embed', 'applet', 'portal', 'base'];
      if (!mayFrame) unwanted.push('iframe');
      expect(unwanted.filter((name) => names.includes(name))).toEqual([]);
    });

    it('loads scripts of its own alone, as modules but for those of the embeds', () => {
      const scripts = tagsOf(html).filter(({ name }) => name === 'script');
      const loaded = scripts.filter(({ attributes }) => attributes.has('src'));
      for (const { attributes } of loaded) {
        if (showsCodes && attributes.get('type') === undefined) {
          expect(attributes.get('src')).toMatch(/^(\.\.\/)+embed\/(v1\/story|generator)\.js$/);
          continue;
        }
        expect(attributes.get('type')).toBe('module');
        expect(attributes.get('src')).toMatch(/^(\.{1,2}\/)*_astro\//);
      }
    });
  },
);

describe('dist/', () => {
  it('names no other origin in a script or in a style', () => {
    const code = [...files]
      .filter(([path]) => /\.(js|css)$/.test(path))
      .map(([, bytes]) => bytes.toString());
    const styles = pages.flatMap(([, bytes]) =>
      insideOf(bytes.toString(), 'style').map(({ text }) => text),
    );
    const named = [...code, ...styles].flatMap((text) => text.match(/https?:\/\/[\w.-]+/g) ?? []);
    // Names of the languages of SVG and XHTML, which nobody asks for over the network.
    expect(named.filter((address) => address !== 'http://www.w3.org')).toEqual([]);
  });

  it('makes no code from text, stores nothing, and fetches only what its page names', () => {
    const code = [...files].filter(([path]) => path.endsWith('.js'));
    const sinks =
      /\beval\(|\bFunction\(|innerHTML|outerHTML|insertAdjacentHTML|document\.write|localStorage|sessionStorage|indexedDB|\.cookie\b|serviceWorker|sendBeacon|XMLHttpRequest|(?<![.}])\bfetch\(/g;
    expect(code.length).toBeGreaterThan(0);
    const found = code.flatMap(([path, bytes]) =>
      (bytes.toString().match(sinks) ?? []).map((sink) => `${path} ${sink}`),
    );
    // The index of the search, and the statements of the explored map.
    expect(found).toEqual([
      expect.stringMatching(/^_astro\/createSearch\.[\w-]+\.js fetch\($/),
      expect.stringMatching(/^_astro\/index\.astro.+\.js fetch\($/),
    ]);
    const fetching = pages.filter(([, bytes]) => bytes.includes('data-index="'));
    expect(fetching.map(([path]) => path)).toEqual(MAY_FETCH);
  });

  it('has no maps of sources, hidden files or leftovers', () => {
    const odd = [...files.keys()].filter((path) => /\.map$|(^|\/)\.|~$|\.(ts|mdx|yml)$/.test(path));
    expect(odd).toEqual([]);
  });
});
