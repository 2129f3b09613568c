import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/setup.mjs';
import { buildSearchIndex } from '../../src/search/buildSearchIndex.ts';
import type { SearchIndex } from '../../src/search/searchIndex.ts';
import { buildSite as siteOf } from '../../src/site.ts';
import { filesOf } from './buildSite.ts';
import { compressed } from './compressed.ts';
import { tagsOf } from './htmlTags.ts';

/** Most bytes, compressed at level 9: all scripts of the search with its library, and its index. */
const BUDGETS = { scripts: 12_000, index: 40_000 } as const;

const PAGE = 'search/index.html';
const INDEX = 'search/index.json';

const files = filesOf(join(root, 'dist'));
const { record, actors } = siteOf(join(root, 'content'));
const html = files.get(PAGE)?.toString() ?? '';
const tags = tagsOf(html);
const index = JSON.parse(files.get(INDEX)?.toString() ?? '') as SearchIndex;

/** The page's own script, and what that loads when it is used. */
const [own = ''] = tags
  .filter(({ name }) => name === 'script')
  .flatMap(({ attributes }) => attributes.get('src')?.replace('../', '') ?? []);
const [, second = ''] =
  /import\(\s*["'`]\.\/([\w.-]+)["'`]/.exec(files.get(own)?.toString() ?? '') ?? [];
const library = `_astro/${second}`;

describe('the search page', () => {
  it('is whole without a script: a link to every actor, the table and the picture of time', () => {
    const links = tags.flatMap(({ attributes }) => attributes.get('href') ?? []);
    const wanted = [
      ...actors.map(({ id }) => `../actors/${id.toLowerCase()}/`),
      ...['../table/', '../time/#table', '../actors/'],
    ];
    expect(wanted.filter((link) => !links.includes(link))).toEqual([]);
  });

  it('names neither the index nor the library where a browser would load them by itself', () => {
    const loaded = tags
      .filter(({ name }) => ['script', 'link'].includes(name))
      .flatMap(({ attributes }) => attributes.get('href') ?? attributes.get('src') ?? []);
    expect(loaded.filter((path) => path.includes('.json') || path.includes(second))).toEqual([]);
  });

  it(`has scripts of at most ${BUDGETS.scripts} bytes in all`, () => {
    const bytes = [own, library].map((path) => compressed(files.get(path)!));
    expect(bytes).toHaveLength(2);
    expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(BUDGETS.scripts);
  });

  it('is the only one whose scripts name the library', () => {
    const naming = [...files].filter(([, bytes]) => bytes.includes(second)).map(([path]) => path);
    expect(naming).toEqual([own]);
  });
});

describe('the index', () => {
  it(`is at most ${BUDGETS.index} bytes`, () => {
    expect(compressed(files.get(INDEX)!)).toBeLessThanOrEqual(BUDGETS.index);
  });

  it('is what the record gives: every actor, every statement', () => {
    expect(index).toEqual(JSON.parse(JSON.stringify(buildSearchIndex(record))));
    expect(index.actors).toHaveLength(actors.length);
    expect(index.statements).toHaveLength(record.positions.length);
  });

  it('leads to anchors that are there', () => {
    const missing = index.statements.filter(({ address, id }) => {
      const [path = ''] = address.slice(1).split('#');
      return !files.get(`${path}index.html`)?.includes(`id="${id}"`);
    });
    expect(missing).toEqual([]);
  });
});
