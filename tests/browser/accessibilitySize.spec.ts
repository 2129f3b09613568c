import type { Page } from '@playwright/test';
import { authoredSteps } from './support/authored.ts';
import { expect, test } from './support/site.ts';
import { SIZES } from './support/story.ts';
import { goToStep, openStep } from './support/storyPage.ts';

const PAGES = [
  '',
  'explore/',
  'table/',
  'actors/',
  'text/',
  'borders/',
  'time/',
  'actors/fra/',
  'nothing-here',
];
const WIDTHS = [240, 280, 320, 360, 559, 560, 899, 900, 1240, 1241, 2560, 3840];

test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const path of PAGES) {
  test(`/${path} has nothing to scroll sideways to, from 240 to 3840 pixels wide`, async ({
    page,
  }) => {
    await page.goto(`./${path}`);
    const wide: string[] = [];
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      wide.push(...(await widerThanWindow(page)).map((what) => `${width}: ${what}`));
    }
    expect(wide).toEqual([]);
  });
}

test.describe('at 320 × 256, which is 400 % on a desk', () => {
  test.use({ viewport: { width: 320, height: 256 } });

  test('nothing scrolls sideways at any step, with scripts or without', async ({ page }) => {
    await openStep(page, authoredSteps[0]!.id);
    for (const { id } of authoredSteps) {
      await goToStep(page, id);
      expect(await widerThanWindow(page), id).toEqual([]);
    }
    await page.route('**/*.js', (route) => route.abort());
    await page.goto('./');
    expect(await widerThanWindow(page)).toEqual([]);
  });

  test('what stays in place leaves at least 40 % of the height to the text', async ({ page }) => {
    await openStep(page, authoredSteps[3]!.id);
    const covered = await page.evaluate(() => {
      const fixed = [...document.querySelectorAll('.bar, .graphic, .ledger')];
      return Math.max(...fixed.map((part) => part.getBoundingClientRect().bottom)) / innerHeight;
    });
    expect(covered).toBeLessThanOrEqual(0.6);
  });
});

const SHEETS = {
  'text of twice the size': 'html { font-size: 200% }',
  'the text spacing of WCAG 1.4.12':
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }' +
    'p { margin-bottom: 2em !important }',
} as const;

for (const [name, css] of Object.entries(SHEETS)) {
  for (const size of ['phone', 'phoneOnItsSide', 'tablet', 'desk'] as const) {
    test(`${name} is not cut anywhere in the story (${size})`, async ({ page }) => {
      await page.setViewportSize(SIZES[size]);
      await openStep(page, authoredSteps[0]!.id);
      await applySheet(page, css);
      const cut: string[] = [...(await cutTexts(page, 'body'))];
      for (const { id } of [authoredSteps[3]!, authoredSteps.at(-1)!]) {
        await goToStep(page, id);
        cut.push(...(await cutTexts(page, '.bar, .ledger')).map((text) => `${id}: ${text}`));
      }
      expect(cut).toEqual([]);
      expect(await widerThanWindow(page)).toEqual([]);
    });
  }

  test(`${name} is not cut on the other pages`, async ({ page }) => {
    await page.setViewportSize(SIZES.phone);
    for (const path of PAGES.slice(1)) {
      await page.goto(`./${path}`);
      await applySheet(page, css);
      expect(await cutTexts(page, 'body'), path).toEqual([]);
      expect(await widerThanWindow(page), path).toEqual([]);
    }
  });
}

/** A reader's own style sheet; added this way, the page's policy does not concern it. */
function applySheet(page: Page, css: string): Promise<void> {
  return page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, css);
}

/** What makes the page wider than its window, if anything does. */
function widerThanWindow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth } = document.documentElement;
    if (scrollWidth <= innerWidth) return [];
    const culprits = [...document.body.querySelectorAll<HTMLElement>('*:not(svg *)')].filter(
      (element) =>
        element.checkVisibility() && element.getBoundingClientRect().right > innerWidth + 1,
    );
    const names = culprits.slice(0, 3).map((element) => element.cloneNode() as HTMLElement);
    return [`${scrollWidth} by ${names.map(({ outerHTML }) => outerHTML).join(' ')}`];
  });
}

/** Texts whose letters lie outside a box that cuts them, or outside the bar or ledger they are in. */
function cutTexts(page: Page, within: string): Promise<string[]> {
  return page.evaluate((selector) => {
    const cut: string[] = [];
    const isCutting = (element: Element): boolean => {
      const { overflowX, overflowY } = getComputedStyle(element);
      return element.matches('.bar, .ledger') || /hidden|clip/.test(overflowX + overflowY);
    };
    for (const part of document.querySelectorAll(selector)) {
      const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement;
        // The question in the bar is a twin of the opening's, shortened by an ellipsis where need be.
        const leftOut = 'svg, .hidden, .words, .skip, .bar-question';
        if (!node.textContent?.trim() || !parent || parent.closest(leftOut)) continue;
        if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const text = range.getBoundingClientRect();
        for (
          let box: Element | null = parent;
          box && box !== document.body;
          box = box.parentElement
        ) {
          if (!isCutting(box)) continue;
          const { left, right, top, bottom } = box.getBoundingClientRect();
          const isWhole =
            text.left > left - 2 &&
            text.right < right + 2 &&
            text.top > top - 3 &&
            text.bottom < bottom + 3;
          const canScroll = /auto|scroll/.test(getComputedStyle(box).overflowY);
          if (!isWhole && !canScroll) cut.push(`"${node.textContent.trim()}" in ${box.className}`);
        }
      }
    }
    return cut;
  }, within);
}
