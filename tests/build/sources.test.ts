import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../scripts/setup.mjs';
import { buildSite as siteOf } from '../../src/site.ts';
import { sourcesOfStep } from '../../src/story/sourcesOfStep.ts';
import { filesOf } from './buildSite.ts';
import { tagsOf } from './htmlTags.ts';

const { story, sourceIds, record } = siteOf(join(root, 'content'));
const page = filesOf(join(root, 'dist')).get('index.html')?.toString() ?? '';

it('lists each source once, with its number, under the step that uses it first', () => {
  const used = new Set<string>();
  const expected = story.steps.flatMap((step, index) => {
    const ids = new Set([...(index === 0 ? [story.article] : []), ...sourcesOfStep(story, step)]);
    const fresh = [...ids].filter((id) => !used.has(id));
    fresh.forEach((id) => used.add(id));
    if (fresh.length === 0) return [];
    const addresses = fresh.map((id) => record.sources.get(id)!.url);
    return [{ label: `Step ${index + 1}`, start: used.size - fresh.length + 1, addresses }];
  });
  expect([...used]).toEqual(sourceIds);

  const lists = page
    .split('<ol class="sources"')
    .slice(1)
    .map((list) => tagsOf(`<ol ${list.split('</ol>')[0]}`));
  const listed = lists.map((tags) => ({
    label: tags[0]!.attributes.get('aria-label'),
    start: Number(tags[0]!.attributes.get('start')),
    addresses: tags.flatMap(({ name, attributes }) =>
      name === 'a'
        ? [attributes.get('href')!.replaceAll('&amp;', '&').replaceAll('&#38;', '&')]
        : [],
    ),
  }));
  expect(listed).toEqual(expected);
  const anchors = lists
    .flat()
    .flatMap(({ name, attributes }) => (name === 'li' ? [attributes.get('id')] : []));
  expect(anchors).toEqual(sourceIds.map((_, index) => `s${index + 1}`));
});
