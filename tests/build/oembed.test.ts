import { join } from 'node:path';
import { z } from 'astro/zod';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/setup.mjs';
import { steps } from '../content/realSite.ts';
import { filesOf } from './buildSite.ts';
import { tagsOf } from './htmlTags.ts';

const files = filesOf(join(root, 'dist'));
const size = z.int().min(1).max(5000);

/** oEmbed 1.0, section 2.3.4: a rich answer, and the parameters that any answer may have. */
const RICH = z.strictObject({
  version: z.literal('1.0'),
  type: z.literal('rich'),
  html: z.string().min(1),
  width: size,
  height: size,
  title: z.string().min(1).optional(),
  author_name: z.string().optional(),
  author_url: z.url().optional(),
  provider_name: z.string().min(1).optional(),
  provider_url: z.url().optional(),
  cache_age: z.int().min(0).optional(),
  thumbnail_url: z.url().optional(),
  thumbnail_width: size.optional(),
  thumbnail_height: size.optional(),
});

const answers = ['story', ...steps.map(({ id }) => id)].map(
  (id) => [id, files.get(`oembed/${id}.json`)?.toString() ?? ''] as const,
);
const pageOf = (id: string) => (id === 'story' ? 'index.html' : `steps/${id}/index.html`);
const discovered = (page: string) =>
  tagsOf(files.get(page)?.toString() ?? '').flatMap(({ attributes }) =>
    attributes.get('type') === 'application/json+oembed' ? [attributes] : [],
  );

it('there is one answer for the story and one for each step, and no other', () => {
  const found = [...files.keys()].filter((path) => path.startsWith('oembed/'));
  expect(found.toSorted()).toEqual(answers.map(([id]) => `oembed/${id}.json`).sort());
});

describe.each(answers)('oembed/%s.json', (id, json) => {
  const answer = RICH.parse(JSON.parse(json));
  const home = answer.provider_url!;

  it('gives title, provider and a thumbnail with all three of its parameters', () => {
    expect(answer.provider_name).toBe('Nothing ruled out');
    expect(answer.title).toBe(
      id === 'story'
        ? 'Nothing ruled out: Who would send soldiers to Ukraine?'
        : steps.find((step) => step.id === id)!.title,
    );
    const path = answer.thumbnail_url!.slice(home.length);
    expect(answer.thumbnail_url!.startsWith(home)).toBe(true);
    const png = files.get(path)!;
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
      answer.thumbnail_width,
      answer.thumbnail_height,
    ]);
  });

  it('is one frame and nothing else, of its size, with a title', () => {
    expect(answer.html).toMatch(/^<iframe [^<>]*><\/iframe>$/);
    const tags = tagsOf(answer.html);
    expect(tags).toHaveLength(1);
    const { attributes } = tags[0]!;
    // What WordPress keeps of a frame from a site that it does not know.
    const kept = ['src', 'width', 'height', 'frameborder', 'title'];
    expect([...attributes.keys()]).toEqual(kept);
    expect(attributes.get('width')).toBe(String(answer.width));
    expect(attributes.get('height')).toBe(String(answer.height));
    expect(attributes.get('title')!.length).toBeGreaterThan(10);
    const path = id === 'story' ? 'embed/story/' : `embed/story/step/${id}/`;
    expect(attributes.get('src')).toBe(`${home}${path}`);
  });

  it.each([pageOf(id), ...(id === 'story' ? [] : [`embed/story/step/${id}/index.html`])])(
    'is what %s names, by an address with its host',
    (page) => {
      const links = discovered(page);
      expect(links.map((link) => link.get('href'))).toEqual([`${home}oembed/${id}.json`]);
      expect(links[0]!.get('rel')).toBe('alternate');
    },
  );
});

it.each(steps.map(({ id }) => id))('the frame of %s is there', (id) => {
  expect([...files.keys()]).toContain(`embed/story/step/${id}/index.html`);
});

it('every frame has a title of its own', () => {
  const titles = answers.map(([, json]) => /title=\\"([^"]*)\\"/.exec(json)?.[1]);
  expect(new Set(titles).size).toBe(answers.length);
});
