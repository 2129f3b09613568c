import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/setup.mjs';
import { describeState } from '../../src/map/describeState.ts';
import { pictureAlt, storyPicture } from '../../src/picture/storyPictures.ts';
import { narrationOf, site, steps } from '../content/realSite.ts';
import { filesOf } from './buildSite.ts';
import { compressed } from './compressed.ts';
import { contentOf, outwardLinks, tagsOf, unescapeHtml, type Tag } from './htmlTags.ts';

const files = filesOf(join(root, 'dist'));
/** Most bytes of a page in somebody's frame, compressed. */
const MOST_FRAME = 65_000;

const pageOf = (path: string) => files.get(`${path}index.html`)?.toString() ?? '';
const home = contentOf(tagsOf(pageOf('')), 'og:url') ?? '';
const story = pageOf('');

function linkOf(tags: readonly Tag[], rel: string): string | undefined {
  const tag = tags.find(({ attributes }) => attributes.get('rel') === rel);
  return tag?.attributes.get('href');
}

/** The text of a piece of a page, without markup and white space. */
function letters(html: string): string {
  const text = html.replace(/<(style|script)\b.*?<\/\1>/gs, '').replace(/<[^>]*>/g, '');
  return unescapeHtml(text).replace(/\s+/g, '');
}

/** The step's section in a page. */
function sectionOf(page: string, id: string): string {
  const start = page.indexOf(`data-step="${id}"`);
  return page.slice(page.lastIndexOf('<', start), page.indexOf('</section>', start));
}

/** A section's card and words, letters only: what is said of a step. */
function saidIn(section: string): string {
  return letters(section.slice(section.indexOf('class="card"')).replace(/^[^>]*>/, ''));
}

const marksIn = (section: string) =>
  tagsOf(section.slice(0, section.indexOf('class="card"')))
    .filter(({ attributes }) => attributes.has('data-actor'))
    .map(({ attributes }) =>
      ['data-actor', 'data-stance', 'data-evidence', 'data-spotlight']
        .map((name) => attributes.get(name))
        .join(),
    );

describe.each(steps.map((step) => [step.id, step] as const))('the step %s', (id, step) => {
  const page = pageOf(`steps/${id}/`);
  const frame = pageOf(`embed/story/step/${id}/`);
  const inStory = sectionOf(story, id);

  describe.each([
    ['its page', page],
    ['its frame', frame],
  ])('on %s', (_, html) => {
    const tags = tagsOf(html);

    it('says what the story says: title, narration, positions, map in words', () => {
      expect(saidIn(inStory).length).toBeGreaterThan(300);
      expect(saidIn(sectionOf(html, id))).toBe(saidIn(inStory));
      const said = letters(html);
      expect(said).toContain(letters(step.title));
      expect(said.replace(/["“”]/g, '')).toContain(
        narrationOf(step).replace(/\s+/g, '').replace(/["“”]/g, '').slice(0, 80),
      );
      const { sentences } = describeState(site.stateOf(id), site.record);
      expect(said).toContain(letters(sentences.join(' ')));
    });

    it('shows the map of the story: every mark alike', () => {
      expect(marksIn(inStory).length).toBeGreaterThan(40);
      expect(marksIn(sectionOf(html, id))).toEqual(marksIn(inStory));
    });

    it('has one first heading, no script and every source of the step in a list', () => {
      expect(tags.filter(({ name }) => name === 'h1')).toHaveLength(1);
      expect(tags.filter(({ name }) => name === 'script')).toEqual([]);
      const list = tagsOf(html.slice(html.indexOf('<ol class="sources"')));
      const linked = list.flatMap(({ attributes }) => attributes.get('href') ?? []);
      const claims = site.story.claims.filter((claim) => step.claims.includes(claim.id));
      const sources = [...step.spotlight, ...claims].flatMap((one) => one.sources);
      const addresses = sources.map((source) => site.record.sources.get(source)!.url);
      expect(addresses.length).toBeGreaterThan(0);
      expect(addresses.filter((address) => !linked.includes(address))).toEqual([]);
      const numbers = [...html.matchAll(/href="#(s\d+)"/g)].map(([, to]) => to);
      const anchors = tags.flatMap(({ attributes }) => attributes.get('id') ?? []);
      expect(numbers.filter((to) => !anchors.includes(to!))).toEqual([]);
    });
  });

  it('is shared by its own address, picture and alternative text', () => {
    const tags = tagsOf(page);
    const address = `${home}steps/${id}/`;
    expect(linkOf(tags, 'canonical')).toBe(address);
    expect(contentOf(tags, 'og:url')).toBe(address);
    expect(contentOf(tags, 'og:image')).toBe(`${home}embed/story/step/${id}-share.png`);
    expect(contentOf(tags, 'og:image:alt')).toBe(pictureAlt(site, storyPicture(site, id)));
    expect(contentOf(tags, 'twitter:card')).toBe('summary_large_image');
    expect(contentOf(tags, 'og:title')).toContain(step.title);
  });

  it('leads to the steps beside it and to itself in the story', () => {
    const tags = tagsOf(page);
    const [before, after] = [steps[step.index - 1], steps[step.index + 1]];
    expect(linkOf(tags, 'prev')).toBe(before && `../../steps/${before.id}/`);
    expect(linkOf(tags, 'next')).toBe(after && `../../steps/${after.id}/`);
    expect(page).toContain(`href="../../#${id}"`);
  });

  it('has a frame that asks for nothing else and whose links open windows of their own', () => {
    expect(compressed(frame)).toBeLessThanOrEqual(MOST_FRAME);
    const tags = tagsOf(frame);
    expect(tags.filter(({ attributes }) => attributes.has('src'))).toEqual([]);
    expect(frame).not.toMatch(/url\((?!#)/);
    const loaded = tags
      .filter(({ name }) => name === 'link')
      .map(({ attributes }) => attributes.get('rel'));
    expect(loaded.toSorted()).toEqual(['alternate', 'canonical']);
    const links = outwardLinks(tags);
    expect(links.length).toBeGreaterThan(2);
    expect(links).toEqual(links.map(() => ['_blank', 'noopener']));
  });

  it('has a frame that belongs to its page and is not found by itself', () => {
    const tags = tagsOf(frame);
    expect(linkOf(tags, 'canonical')).toBe(`${home}steps/${id}/`);
    expect(contentOf(tags, 'robots')).toBe('noindex');
    expect(contentOf(tags, 'color-scheme')).toBe('light dark');
  });
});

it('no two pages have the same title, frames among them', () => {
  const titles = [...files]
    .filter(([path]) => path.endsWith('.html'))
    .map(([, html]) => /<title>([^<]*)<\/title>/.exec(html.toString())?.[1]);
  expect(titles.length).toBeGreaterThan(2 * steps.length);
  expect(new Set(titles).size).toBe(titles.length);
});
