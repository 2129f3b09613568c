import { describe, expect, it } from 'vitest';
import {
  ampCode,
  bodyOfElement,
  duoCode,
  elementCode,
  pictureCode,
  policyLine,
  stepMapCode,
  stepperCode,
} from '../../../src/embed/codes.ts';
import { tagsOf, type Tag } from '../../build/htmlTags.ts';
import { body, divHtml, elementHtml, one, story, two } from './codeFixtures.ts';

const named = (code: string, name: string): readonly Tag[] =>
  tagsOf(code).filter((tag) => tag.name === name);
const only = (code: string, name: string): Tag['attributes'] => {
  const tags = named(code, name);
  expect(tags).toHaveLength(1);
  return tags[0]!.attributes;
};

const frames = {
  stepper: stepperCode(story, { theme: 'light' }),
  'stepper from a step': stepperCode(story, { step: 'two', theme: 'dark' }),
  step: stepMapCode(story, { step: two, theme: 'auto' }),
  duo: duoCode(story, { theme: 'auto', top: 64, instance: 'b7' }),
};

describe.each(Object.entries(frames))('the frames of the %s', (_, code) => {
  it('are titled, sized by attribute too, sandboxed, and send no referrer', () => {
    const tags = named(code, 'iframe');
    expect(new Set(tags.map(({ attributes }) => attributes.get('title'))).size).toBe(tags.length);
    for (const { attributes } of tags) {
      expect(attributes.get('title')).toContain('Tale & "more"');
      expect(attributes.get('width')).toBe('100%');
      expect(Number(attributes.get('height'))).toBeGreaterThanOrEqual(480);
      expect(attributes.get('scrolling')).toBe('no');
      expect(attributes.get('referrerpolicy')).toBe('no-referrer');
      expect(attributes.get('sandbox')).toBe(
        'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox',
      );
      expect(attributes.get('src')).toMatch(/^https:\/\/story\.example\/x\/embed\/story\//);
    }
  });

  it('have the colour scheme of their address, without which they are opaque', () => {
    for (const { attributes } of named(code, 'iframe')) {
      const theme = new URL(attributes.get('src')!).searchParams.get('theme');
      const scheme = theme === 'auto' ? 'light dark' : theme;
      expect(attributes.get('style')).toMatch(new RegExp(`color-scheme:${scheme}$`));
    }
  });
});

describe('stepperCode', () => {
  it('names the step to begin with in address and title, and loads late', () => {
    const attributes = only(frames['stepper from a step'], 'iframe');
    expect(attributes.get('src')).toBe('https://story.example/x/embed/story/?step=two&theme=dark');
    expect(attributes.get('title')).toBe(
      'Tale & "more": map story in 2 steps, from “Then <maybe>”',
    );
    expect(attributes.get('loading')).toBe('lazy');
  });
});

describe('duoCode', () => {
  const [map, text] = named(frames.duo, 'iframe').map(({ attributes }) => attributes);

  it('has a map that sticks below a header and a text as tall as the box', () => {
    expect(map!.get('style')).toMatch(/position:sticky;top:64px;.*height:calc\(100vh - 64px\)/);
    expect(text!.get('style')).toMatch(/position:absolute;.*width:min\(480px,100%\);height:100%/);
    expect(only(frames.duo, 'div').get('style')).toBe('position:relative;height:330vh');
  });

  it('gives both frames one instance, and loads both at once', () => {
    expect(map!.get('src')).toMatch(/\/map\/\?n=b7&theme=auto$/);
    expect(text!.get('src')).toMatch(/\/text\/\?n=b7&theme=auto$/);
    expect(map!.has('loading') || text!.has('loading')).toBe(false);
  });

  it('takes the whole window without a header', () => {
    const code = duoCode(story, { theme: 'light', top: 0, instance: 'a' });
    expect(named(code, 'iframe')[0]!.attributes.get('style')).toContain(
      'top:0px;display:block;width:100%;height:100vh',
    );
  });
});

describe('pictureCode', () => {
  it('has description, sizes, a sharp version, and a caption with day, source and licence', () => {
    const code = pictureCode(story, one);
    const image = only(code, 'img');
    expect(image.get('alt')).toBe('A map. Yes: 1 & 2.');
    expect(image.get('src')).toBe('https://story.example/x/embed/story/step/one.png');
    expect(image.get('srcset')).toBe('https://story.example/x/embed/story/step/one@2x.png 2x');
    expect([image.get('width'), image.get('height')]).toEqual(['720', '540']);
    expect(code).toContain(
      '<figcaption>Combat troops, as of 1 May 2024. Map: <a href="https://story.example/x/#one">Tale &amp; &quot;more&quot;</a>, CC BY 4.0;',
    );
  });

  it('as SVG needs no sharp version', () => {
    const image = only(pictureCode(story, one, 'svg'), 'img');
    expect(image.get('src')).toMatch(/\/one\.svg$/);
    expect(image.has('srcset')).toBe(false);
  });
});

describe('elementCode', () => {
  it('holds the whole story as a list, each step with picture, finding, text, evidence and link', () => {
    const items = elementHtml.split('<li>').slice(1);
    expect(items).toHaveLength(2);
    expect(items[0]).toContain('alt="A map. Yes: 1 &amp; 2."');
    expect(items[0]).toContain('<h3>First &quot;no&quot;</h3>\n<p>They said <q lang="fr">non</q>');
    expect(items[0]).toContain('Combat troops, as of 1 May 2024');
    expect(items[0]).toContain('rules it out · <a href="https://news.example/1">News</a>');
    expect(items[1]).toContain('<h3>Then &lt;maybe&gt;</h3>');
    expect(elementHtml).toContain('<p><a href="https://story.example/x/">Tale &amp;');
  });

  it('says theme, header and title on the element', () => {
    const attributes = only(elementHtml, 'nothing-ruled-out');
    expect(attributes.get('data-theme')).toBe('dark');
    expect(attributes.get('style')).toBe('--nothing-ruled-out-top:64px');
    expect(attributes.get('title')).toContain('changes as you read');
    expect(only(divHtml, 'div').has('data-nothing-ruled-out')).toBe(true);
  });

  it('has no theme that the element does not know', () => {
    const auto = { theme: 'auto', top: 0, tag: 'div', version: 'v1' } as const;
    const attributes = only(elementCode(story, '', auto), 'div');
    expect(attributes.get('data-theme')).toBe('light');
    expect(attributes.has('style')).toBe(false);
  });

  it('loads the script that gets fixes, or one that never changes, with its hash', () => {
    const script = only(elementHtml, 'script');
    expect(script.get('src')).toBe('https://story.example/x/embed/v1/story.js');
    expect(script.has('async')).toBe(true);
    expect(script.has('integrity') || script.has('crossorigin')).toBe(false);
    const options = { theme: 'light', top: 0, tag: 'div' } as const;
    const fixed = elementCode(story, body, {
      ...options,
      version: 'v1.0.0',
      integrity: 'sha384-x',
    });
    expect(only(fixed, 'script').get('src')).toMatch(/\/embed\/v1\.0\.0\/story\.js$/);
    expect(only(fixed, 'script').get('integrity')).toBe('sha384-x');
    expect(only(fixed, 'script').get('crossorigin')).toBe('anonymous');
  });

  it('gives its story back, for other options around it', () => {
    expect(bodyOfElement(elementHtml)).toBe(body);
    expect(bodyOfElement(divHtml)).toBe(body);
  });
});

describe('ampCode', () => {
  it('is the stepper with placeholder and overflow, which AMP demands', () => {
    const code = ampCode(story, one);
    const frame = only(code, 'amp-iframe');
    expect(frame.get('src')).toBe('https://story.example/x/embed/story/?theme=light');
    expect(frame.has('resizable')).toBe(true);
    expect(frame.get('layout')).toBe('responsive');
    expect(frame.get('sandbox')).toContain('allow-same-origin');
    expect(only(code, 'amp-img').has('placeholder')).toBe(true);
    expect(only(code, 'amp-img').get('alt')).toBe('A map. Yes: 1 & 2.');
    expect(only(code, 'button').has('overflow')).toBe(true);
  });
});

describe('policyLine', () => {
  it('names what each code loads, and from where', () => {
    expect(policyLine('picture', 'https://s.example')).toBe('img-src https://s.example');
    expect(policyLine('frame', 'https://s.example')).toBe('frame-src https://s.example');
    expect(policyLine('element', 'https://s.example')).toBe(
      'script-src https://s.example; frame-src https://s.example; img-src https://s.example',
    );
  });
});
