import { posix } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSiteServer, listen } from '../../scripts/serve.mjs';
import { buildSite, filesOf, type Build } from './buildSite.ts';
import { contentOf, tagsOf, type Tag } from './htmlTags.ts';

const SITE = 'https://host.example/x/y/';

/** Documents for other people's pages: they have no address to share and rules of their own. */
const FRAMES = 'embed/story/';

let build: Build;
let files: ReadonlyMap<string, Buffer>;
/** Pages by path, each with its tags. */
let pages: ReadonlyMap<string, readonly Tag[]>;

beforeAll(async () => {
  // Without its last slash: what follows holds that it means the same.
  build = await buildSite({ SITE_URL: SITE.replace(/\/$/, '') });
  files = filesOf(build.folder);
  const html = [...files].filter(([path]) => path.endsWith('.html') && !path.startsWith(FRAMES));
  pages = new Map(html.map(([path, bytes]) => [path, tagsOf(bytes.toString())]));
});

afterAll(() => {
  build.remove();
});

/** Values of an attribute on tags of a name. */
function values(page: string, name: string, attribute: string): readonly string[] {
  const tags = pages.get(page)!.filter((tag) => tag.name === name);
  return tags.flatMap(({ attributes }) => attributes.get(attribute) ?? []);
}

function metaOf(page: string, property: string): string | undefined {
  return contentOf(pages.get(page)!, property);
}

/** Addresses of a page, its own as they stand there; fonts in its styles included. */
function addressesOf(page: string): readonly string[] {
  const tags = pages.get(page)!.filter(({ name }) => name !== 'meta');
  const named = tags.flatMap(({ attributes }) =>
    ['href', 'src'].flatMap((attribute) => attributes.get(attribute) ?? []),
  );
  const styles = files
    .get(page)!
    .toString()
    .matchAll(/url\(["']?([^"')]+)["']?\)/g);
  return [...named, ...[...styles].map(([, to = '']) => to)];
}

/** True for a page that is made for other people's frames: it belongs to another and is shared as that one. */
const isFrame = (page: string) => /^embed\/(story|hosts)\//.test(page);
/** Pages that are shared by their own address. */
const ownPages = () => [...pages.keys()].filter((page) => !isFrame(page));

/** The address under which a page is published: "table/" for "table/index.html". */
function publishedAs(page: string): string {
  return page.replace(/index\.html$/, '');
}

describe(`a build with SITE_URL=${SITE}`, () => {
  it('ends well, with all pages', () => {
    expect(build.code, build.output).toBe(0);
    const repeated = /^(actors\/\w+|steps\/[\w-]+|embed\/(story|hosts)(\/.*)?)\/index\.html$/;
    expect([...pages.keys()].filter((page) => !repeated.test(page))).toEqual([
      '404.html',
      'actors/index.html',
      'borders/index.html',
      'data/index.html',
      'embed/index.html',
      'explore/index.html',
      'index.html',
      'method/index.html',
      'search/index.html',
      'sources/index.html',
      'table/index.html',
      'text/index.html',
      'time/index.html',
    ]);
    const actors = [...pages.keys()].filter((page) => /^actors\/\w+\/index\.html$/.test(page));
    expect(actors).toHaveLength(47);
    const steps = [...pages.keys()].filter((page) => page.startsWith('steps/'));
    expect(steps.length).toBeGreaterThan(12);
    const frames = [...files.keys()].filter((path) => /^embed\/story\/step\/.*\.html$/.test(path));
    expect(frames).toEqual(steps.map((page) => page.replace('steps/', 'embed/story/step/')));
  });

  it('names every page by its own address: canonical and Open Graph agree', () => {
    for (const page of ownPages()) {
      const address = `${SITE}${publishedAs(page)}`;
      const canonical = pages
        .get(page)!
        .find(({ name, attributes }) => name === 'link' && attributes.get('rel') === 'canonical');
      expect(canonical?.attributes.get('href')).toBe(page === '404.html' ? undefined : address);
      expect(metaOf(page, 'og:url')).toBe(address);
    }
  });

  it('has a share picture for every page, at an absolute address of a file that is there', () => {
    for (const page of ownPages()) {
      const picture = metaOf(page, 'og:image') ?? '';
      expect(picture.startsWith(SITE), picture).toBe(true);
      expect([...files.keys()]).toContain(picture.slice(SITE.length));
    }
  });

  it('gives every page a title of its own and a description', () => {
    const titles = ownPages().map((page) => metaOf(page, 'og:title'));
    expect(new Set(titles).size).toBe(titles.length);
    const short = ownPages().filter((page) => (metaOf(page, 'description') ?? '').length < 20);
    expect(short).toEqual([]);
  });

  it('lists exactly the pages that may be found in the sitemap, by their canonical addresses', () => {
    const maps = [...files].filter(([path]) => /^sitemap[\w-]*\.xml$/.test(path));
    const named = maps.flatMap(([, bytes]) => [
      ...bytes.toString().matchAll(/<loc>([^<]*)<\/loc>/g),
    ]);
    const addresses = named.map(([, loc = '']) => loc);
    const parts = addresses.filter((loc) => loc.endsWith('.xml'));
    expect(parts.filter((loc) => !files.has(loc.slice(SITE.length)))).toEqual([]);
    const open = [...pages.keys()].filter((page) => metaOf(page, 'robots') !== 'noindex');
    const listed = addresses.filter((loc) => !loc.endsWith('.xml'));
    expect(listed.toSorted()).toEqual(open.map((page) => `${SITE}${publishedAs(page)}`).sort());
  });

  it('keeps the page that says "not found" out of search', () => {
    expect(metaOf('404.html', 'robots')).toBe('noindex');
  });

  it('names no address from the root but on the page that a host serves at any depth', () => {
    for (const page of pages.keys()) {
      if (page === '404.html') continue;
      expect(
        addressesOf(page).filter((address) => address.startsWith('/')),
        page,
      ).toEqual([]);
    }
    const relative = addressesOf('404.html').filter((address) => !/^(\/|#|https:)/.test(address));
    expect(relative).toEqual([]);
  });

  it('has every file and anchor that its pages name', () => {
    const ids = new Map(
      [...pages].map(([page, tags]) => [
        page,
        new Set(tags.flatMap(({ attributes }) => attributes.get('id') ?? [])),
      ]),
    );
    const broken = [...pages.keys()].flatMap((page) =>
      addressesOf(page).flatMap((address) => {
        const { href, pathname, hash } = new URL(address, `${SITE}${page}`);
        if (!href.startsWith(new URL(SITE).origin)) return [];
        if (!href.startsWith(SITE)) return [`${page}: ${address} is outside`];
        const path = decodeURI(pathname).slice(new URL(SITE).pathname.length);
        const file = path === '' || path.endsWith('/') ? posix.join(path, 'index.html') : path;
        const isThere =
          files.has(file) &&
          (hash === '' || !ids.has(file) || ids.get(file)!.has(decodeURIComponent(hash.slice(1))));
        return isThere ? [] : [`${page}: ${address}`];
      }),
    );
    expect(broken).toEqual([]);
  });

  it('gives no two elements of a page the same id', () => {
    for (const [page, tags] of pages) {
      const ids = tags.flatMap(({ attributes }) => attributes.get('id') ?? []);
      expect(
        ids.filter((id, index) => ids.indexOf(id) !== index),
        page,
      ).toEqual([]);
    }
  });

  it('answers a wrong address at any depth with a page whose links work', async () => {
    const server = createSiteServer(build.folder, { base: '/x/y/' });
    const origin = await listen(server, 0);
    try {
      for (const path of ['none', 'deep/er/none/', 'actors/none.html']) {
        const address = `${origin}/x/y/${path}`;
        const answer = await fetch(address);
        expect(answer.status, path).toBe(404);
        const links = tagsOf(await answer.text()).flatMap(({ attributes }) =>
          ['href', 'src'].flatMap((name) => attributes.get(name) ?? []),
        );
        const ours = links
          .filter((link) => !link.startsWith('#'))
          .map((link) => new URL(link, address))
          .filter((to) => to.origin === origin);
        expect(ours.length).toBeGreaterThan(4);
        for (const to of ours) expect((await fetch(to)).status, to.href).toBe(200);
      }
    } finally {
      server.close();
    }
  });
});

describe('SITE_URL', () => {
  it.each(['host.example', 'nonsense', '/x/y/'])(
    'stops the build with a sentence and no stack when it is no address: %s',
    async (address) => {
      const other = await buildSite({ SITE_URL: address });
      other.remove();
      expect(other.code).toBe(1);
      expect(other.output).toContain('SITE_URL');
      expect(other.output).not.toMatch(/^\s+at .+:\d+:\d+/m);
    },
  );

  it('is in no page of a build of another address', () => {
    const texts = [...files].filter(([path]) => /\.(html|xml|txt)$/.test(path));
    const naming = texts.filter(([, bytes]) => bytes.includes('nothing-ruled-out.example'));
    expect(naming.map(([path]) => path)).toEqual([]);
    expect(values('index.html', 'base', 'href')).toEqual([]);
  });
});
