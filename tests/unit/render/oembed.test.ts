import { describe, expect, it } from 'vitest';
import { frameHeight, frameTitle, oembedFor } from '../../../src/render/oembed.ts';
import type { Story, StoryStep } from '../../../src/story/story.ts';

const STORY = { title: 'A tale of "ț" & more', claims: [] } as unknown as Story;
const SUBJECT = {
  title: 'Freedonia speaks',
  frameTitle: frameTitle(STORY, 'Freedonia speaks'),
  frame: 'embed/story/step/freedonia-speaks/',
  width: 640,
  height: 800,
  thumbnail: { path: 'embed/story/step/freedonia-speaks-share.png', width: 1200, height: 630 },
};

describe('oembedFor(subject, story, home)', () => {
  const answer = oembedFor(SUBJECT, STORY, new URL('https://host.example/x/y/'));

  it('is a rich answer with numbers as numbers', () => {
    expect(answer).toMatchObject({ version: '1.0', type: 'rich', width: 640, height: 800 });
    expect(answer).toMatchObject({ thumbnail_width: 1200, thumbnail_height: 630 });
  });

  it('keeps the folder that the site is in', () => {
    expect(answer.provider_url).toBe('https://host.example/x/y/');
    expect(answer.thumbnail_url).toBe(
      'https://host.example/x/y/embed/story/step/freedonia-speaks-share.png',
    );
  });

  it('is one frame whose title cannot end its own attribute', () => {
    expect(answer.html).toBe(
      '<iframe src="https://host.example/x/y/embed/story/step/freedonia-speaks/" width="640" ' +
        'height="800" frameborder="0" ' +
        'title="Map: Freedonia speaks (A tale of &quot;ț&quot; &amp; more)"></iframe>',
    );
  });
});

describe('frameHeight(story, step)', () => {
  const step = (count: number): StoryStep =>
    ({ spotlight: Array.from({ length: count }), claims: [] }) as unknown as StoryStep;

  it('grows by a row for every two positions', () => {
    const heights = [0, 1, 2, 3, 6].map((count) => frameHeight(STORY, step(count)));
    const [none = 0, one = 0, two, three = 0, six = 0] = heights;
    expect(two).toBe(one);
    expect(three - one).toBe(one - none);
    expect(six - none).toBe(3 * (one - none));
    expect(one).toBeGreaterThan(none);
  });
});
