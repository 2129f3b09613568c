import sanitize, { type IOptions } from 'sanitize-html';
import { describe, expect, it } from 'vitest';
import { ampCode, duoCode, pictureCode, stepperCode } from '../../../src/embed/codes.ts';
import { tagsOf } from '../../build/htmlTags.ts';
import { divHtml, elementHtml, one, story } from './codeFixtures.ts';

/*
 * What editors' systems keep of a code, by filters configured after their published rules. Each is also run
 * on something that it must remove, so that a filter that lets all through would fail.
 */

/** `wp_filter_oembed_result` of WordPress: an allow-list, then a sandbox of its own. */
const WORDPRESS_OEMBED: IOptions = {
  allowedTags: ['a', 'blockquote', 'iframe'],
  allowedAttributes: {
    a: ['href'],
    iframe: [
      ...['src', 'width', 'height', 'frameborder', 'marginwidth', 'marginheight', 'scrolling'],
      ...['title', 'sandbox'],
    ],
  },
  transformTags: {
    iframe: (tagName, attribs) => ({ tagName, attribs: { ...attribs, sandbox: 'allow-scripts' } }),
  },
};
/** `wp_kses_post` of WordPress, for users without `unfiltered_html`. */
const WORDPRESS_KSES: IOptions = {
  allowedTags: [
    ...['a', 'br', 'div', 'figcaption', 'figure', 'h2', 'h3', 'img', 'li', 'ol', 'p', 'q'],
    ...['section', 'small', 'span', 'strong', 'time', 'ul'],
  ],
  allowedAttributes: {
    '*': ['class', 'data-*', 'id', 'lang', 'style', 'title'],
    a: ['href', 'rel', 'target'],
    img: ['alt', 'height', 'loading', 'src', 'width'],
    time: ['datetime'],
  },
};

/** TinyMCE with its default schema: HTML 5 without scripts; unknown tags are unwrapped. */
const TINYMCE: IOptions = {
  allowedTags: [...sanitize.defaults.allowedTags, 'img', 'iframe'],
  allowedAttributes: false,
};

/** A card of Ghost made of raw HTML is not filtered; its feeds and newsletters drop what runs. */
const GHOST_NEWSLETTER: IOptions = {
  allowedTags: [...sanitize.defaults.allowedTags, 'img'],
  allowedAttributes: { a: ['href'], img: ['src', 'alt', 'width', 'height'], time: ['datetime'] },
};

/** Tags that a valid AMP page may hold here, without its scripts. */
const AMP: IOptions = {
  allowedTags: ['amp-iframe', 'amp-img', 'button', 'a', 'p'],
  allowedAttributes: {
    'amp-iframe': ['src', 'width', 'height', 'layout', 'resizable', 'sandbox', 'title'],
    'amp-img': ['src', 'alt', 'layout', 'placeholder'],
    button: ['overflow', 'aria-label'],
  },
  nonBooleanAttributes: [], // or it removes those without a value
};

const stepper = stepperCode(story, { theme: 'light' });
const duo = duoCode(story, { theme: 'light', top: 0, instance: 'a' });
const names = (html: string) => tagsOf(html).map(({ name }) => name);
const words = (html: string) => sanitize(html, { allowedTags: [] }).replace(/\s+/g, ' ').trim();

/** All of a story's steps are there: findings, texts, pictures with descriptions, sources. */
function expectStory(html: string): void {
  for (const text of [
    'First "no"',
    'They said non on 1 May.',
    'Then they wavered.',
    '1 May 2024',
  ]) {
    expect(words(html).replaceAll('&quot;', '"')).toContain(text);
  }
  const images = tagsOf(html).filter(({ name }) => name === 'img');
  expect(images.map(({ attributes }) => attributes.get('alt'))).toEqual([
    'A map. Yes: 1 & 2.',
    'Another map.',
  ]);
  expect(html).toContain('href="https://news.example/1"');
}

describe('WordPress', () => {
  it('keeps of the stepper, as an answer to a link, one frame with address, size and title', () => {
    const kept = sanitize(`${stepper}<script>x()</script>`, WORDPRESS_OEMBED);
    expect(names(kept)).toEqual(['iframe']);
    const attributes = tagsOf(kept)[0]!.attributes;
    expect([...attributes.keys()].sort()).toEqual([
      'height',
      'sandbox',
      'scrolling',
      'src',
      'title',
      'width',
    ]);
    expect(attributes.get('src')).toBe('https://story.example/x/embed/story/?theme=light');
    expect(attributes.get('height')).toBe('720');
    expect(Number(attributes.get('height'))).toBeLessThanOrEqual(1000); // what it clamps heights to
    expect(attributes.get('title')).toContain('map story in 2 steps');
    expect(attributes.get('sandbox')).toBe('allow-scripts');
  });

  it('keeps of the element the whole story, but neither element nor script', () => {
    const kept = sanitize(elementHtml, WORDPRESS_KSES);
    expect(names(kept)).not.toContain('nothing-ruled-out');
    expect(names(kept)).not.toContain('script');
    expectStory(kept);
  });

  it('keeps of the div its mark and its header, for a script in the page’s template', () => {
    const kept = sanitize(divHtml, WORDPRESS_KSES);
    const [div] = tagsOf(kept);
    expect(div!.attributes.has('data-nothing-ruled-out')).toBe(true);
    expect(div!.attributes.get('data-theme')).toBe('dark');
    expectStory(kept);
  });

  it('keeps nothing of frames from users without rights, and all of a picture but its sharp file', () => {
    expect(names(sanitize(stepper + duo, WORDPRESS_KSES))).toEqual(['div']);
    const kept = sanitize(pictureCode(story, one), WORDPRESS_KSES);
    expect(names(kept)).toEqual(['figure', 'img', 'figcaption', 'a']);
    expect(kept).toContain('alt="A map. Yes: 1 &amp; 2."');
    expect(kept).toContain('as of 1 May 2024');
    expect(kept).not.toContain('srcset');
  });
});

describe('TinyMCE', () => {
  it('keeps of the element the story alone', () => {
    const kept = sanitize(elementHtml, TINYMCE);
    expect(names(kept)).not.toContain('nothing-ruled-out');
    expectStory(kept);
  });

  it('keeps the div with all that the script reads', () => {
    const kept = sanitize(divHtml, TINYMCE);
    const [div] = tagsOf(kept);
    expect(div!.name).toBe('div');
    expect(div!.attributes.has('data-nothing-ruled-out')).toBe(true);
    expect(kept).toContain('--nothing-ruled-out-top:64px');
    expect(names(kept)).not.toContain('script');
    expect(names(kept).filter((name) => name === 'li')).toHaveLength(2);
    expectStory(kept);
  });

  it('keeps both frames of the duo with place and instance', () => {
    const frames = tagsOf(sanitize(duo, TINYMCE)).filter(({ name }) => name === 'iframe');
    expect(frames.map(({ attributes }) => attributes.get('src'))).toEqual([
      'https://story.example/x/embed/story/map/?n=a&theme=light',
      'https://story.example/x/embed/story/text/?n=a&theme=light',
    ]);
    expect(frames[0]!.attributes.get('style')).toContain('position:sticky');
  });
});

describe('Ghost', () => {
  it('keeps in newsletters the story and the picture, not what runs', () => {
    const kept = sanitize(elementHtml, GHOST_NEWSLETTER);
    expectStory(kept);
    expect(names(kept)).not.toContain('script');
    expect(words(sanitize(pictureCode(story, one), GHOST_NEWSLETTER))).toContain('CC BY 4.0');
    expect(words(sanitize(stepper, GHOST_NEWSLETTER))).toBe('');
  });
});

describe('AMP', () => {
  it('has a code whose every tag and attribute is allowed there', () => {
    const code = ampCode(story, one);
    const kept = sanitize(code, AMP);
    const described = (html: string) =>
      tagsOf(html).map(({ name, attributes }) => [name, [...attributes].sort()]);
    expect(described(kept)).toEqual(described(code));
    expect(names(sanitize(stepper, AMP))).toEqual([]);
  });
});
