import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/setup.mjs';
import { buildExploreRecord, type ExploreRecord } from '../../src/explore/exploreRecord.ts';
import { buildHistories } from '../../src/explore/histories.ts';
import { ledgerGroups } from '../../src/render/ledgerGroups.ts';
import { buildSite as siteOf } from '../../src/site.ts';
import { filesOf } from './buildSite.ts';
import { insideOf, tagsOf, type Tag } from './htmlTags.ts';

/** Most bytes, compressed at level 9: all scripts of the page; the statements come when a panel opens. */
const BUDGETS = { script: 30_000, page: 60_000, statements: 50_000 } as const;

const files = filesOf(join(root, 'dist'));
const html = files.get('explore/index.html')?.toString() ?? '';
const tags = tagsOf(html);
const site = siteOf(join(root, 'content'));
const { record } = site;

const compressed = (text: string | Buffer) => gzipSync(text, { level: 9 }).length;
const attributesOf = (pass: (tag: Tag) => boolean, name: string) =>
  tags.filter(pass).flatMap(({ attributes }) => attributes.get(name) ?? []);
const has = (hook: string) => (tag: Tag) => tag.attributes.has(hook);

const scriptPaths = attributesOf(({ name }) => name === 'script', 'src').map((source) =>
  source.replace(/^(\.\.\/)+/, ''),
);

describe('the explored page, compressed', () => {
  it(`has one script of its own, at most ${BUDGETS.script} bytes, that loads no other`, () => {
    expect(scriptPaths).toHaveLength(1);
    const [code = ''] = scriptPaths.map((path) => files.get(path)?.toString() ?? '');
    expect(compressed(code)).toBeLessThanOrEqual(BUDGETS.script);
    expect(code.length).toBeGreaterThan(5000);
    expect(code).not.toMatch(/(?:from|import)\s*\(?\s*["'`]\./);
    const others = [...files].filter(
      ([path, bytes]) =>
        path.endsWith('.html') &&
        path !== 'explore/index.html' &&
        bytes.includes(scriptPaths[0]!.split('/').at(-1)!),
    );
    expect(others.map(([path]) => path)).toEqual([]);
  });

  it(`is a page of at most ${BUDGETS.page} bytes, and the statements at most ${BUDGETS.statements}`, () => {
    expect(compressed(html)).toBeLessThanOrEqual(BUDGETS.page);
    expect(compressed(files.get('explore/statements.json')!)).toBeLessThanOrEqual(
      BUDGETS.statements,
    );
  });
});

describe('the explored page', () => {
  it('carries the record as it is settled from the content', () => {
    const [block] = insideOf(html, 'script').filter(({ text }) => text.startsWith('{"from"'));
    const { views, ...carried } = JSON.parse(block!.text) as ExploreRecord & { views: object };
    expect(carried).toEqual(JSON.parse(JSON.stringify(buildExploreRecord(record))));
    expect(Object.keys(views)).toContain('CAN');
  });

  it('has every statement in the file beside it, which it names', () => {
    const [name = ''] = attributesOf(has('data-explore'), 'data-index');
    const loaded = JSON.parse(files.get(`explore/${name}`)!.toString()) as unknown;
    expect(loaded).toEqual(JSON.parse(JSON.stringify(buildHistories(record))));
  });

  it('shows the as-of day without scripts: every pill in its group, every mark, every actor’s link', () => {
    const pills = tags
      .filter(({ name, attributes }) => name === 'li' && attributes.get('class') === 'pill')
      .map(({ attributes }) =>
        ['data-actor', 'data-stance', 'data-evidence'].map((one) => attributes.get(one)).join(),
      );
    const expected = ledgerGroups(site.cover, site.actors).flatMap((group) =>
      group.pills.map(({ actor, stance, evidence }) => [actor.id, stance, evidence].join()),
    );
    expect(pills).toEqual(expected);
    const links = attributesOf(has('data-choose'), 'href');
    expect(links.toSorted()).toEqual(
      site.actors.map(({ id }) => `../actors/${id.toLowerCase()}/`).sort(),
    );
    expect(attributesOf(has('data-map'), 'data-as-of')).toEqual([record.asOf]);
  });

  it('is reached from the story, from actors’ pages and from the bar of every reading page', () => {
    const linksTo = (path: string) =>
      tagsOf(files.get(path)!.toString())
        .flatMap(({ attributes }) => attributes.get('href') ?? [])
        .filter((href) => href.includes('explore/'));
    expect(linksTo('index.html')).toEqual([
      './explore/',
      ...['instructors', 'combat', 'unspecified'].map((one) => `./explore/?question=${one}`),
    ]);
    expect(linksTo('actors/fra/index.html')).toEqual([
      '../../explore/',
      '../../explore/?actor=fra',
    ]);
    expect(linksTo('table/index.html')).toEqual(['../explore/']);
    expect(files.get('sitemap.xml')!.toString()).toContain('/explore/</loc>');
  });
});
