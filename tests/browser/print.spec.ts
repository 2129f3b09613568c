import type { Browser, Page } from '@playwright/test';
import { authoredPositions, authoredSteps, sourceAddresses } from './support/authored.ts';
import { isInside } from './support/boxes.ts';
import { textOfPdf } from './support/pdfText.ts';
import { expect, test } from './support/site.ts';
import { SIZES } from './support/story.ts';
import { goToStep, openStep, type ScreenBox } from './support/storyPage.ts';

/** An A4 page less the margins of the print styles, in CSS pixels. */
const PAPER = { width: Math.round((180 / 25.4) * 96), height: Math.round((265 / 25.4) * 96) };

test.use({ viewport: SIZES.desk, contextOptions: { reducedMotion: 'reduce' } });

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** Opens the story as a reader who has scripts and is in the middle of it. */
async function openMidway(page: Page): Promise<void> {
  await openStep(page, authoredSteps[2]!.id);
  await goToStep(page, authoredSteps[5]!.id);
}

async function printedPages(page: Page, format = 'A4'): Promise<readonly string[]> {
  return textOfPdf(await page.pdf({ format, preferCSSPageSize: false }));
}

/** Texts of the story that must be on paper once each. */
async function textsOfStory(page: Page): Promise<string[]> {
  const elements = page.locator('.narration > p, .card h2, .passage :is(h2, p), .words > p');
  const texts = await elements.allTextContents();
  return texts.map((text) => withoutQuotes(text.replace(/\s+/g, '')));
}

/** Quotation marks are drawn by the browser, so they are on paper but in no text of the page. */
function withoutQuotes(text: string): string {
  return text.replace(/["“”„«»]/g, '');
}

test('on paper every narration, headline and alternative of a map stands once', async ({
  page,
}) => {
  await openMidway(page);
  const texts = await textsOfStory(page);
  const paper = withoutQuotes((await printedPages(page)).join(''));
  expect(texts.length).toBeGreaterThan(4 * authoredSteps.length);
  const wrong = texts.filter((text) => {
    const times = texts.filter((other) => other.includes(text)).length;
    return count(paper, text) !== times && !isSplit(paper, text);
  });
  expect(wrong).toEqual([]);
});

test('on paper every source of the story stands at the end with its address', async ({ page }) => {
  await openMidway(page);
  const pages = await printedPages(page);
  const paper = pages.join('');
  const from = paper.indexOf('Sourcesofthisstory');
  expect(from).toBeGreaterThan(paper.length / 3);
  const positions = authoredSteps.flatMap(({ spotlight }) => spotlight);
  const ids = new Set(positions.flatMap((id) => authoredPositions.get(id)!.sources));
  const missing = [...ids].filter((id) => !paper.includes(sourceAddresses.get(id)!, from));
  expect(missing).toEqual([]);
});

test('what is printed does not depend on scripts', async ({ page, browser, site }) => {
  await openMidway(page);
  const enhanced = await printedPages(page);
  const plain = await printedWithoutScripts(browser, site.url);
  expect(plain).toEqual(enhanced);
});

test('no name of a list of sources stands alone at the foot of a page', async ({ page }) => {
  await openMidway(page);
  const pages = await printedPages(page);
  expect(pages.join('')).toContain('Step17');
  expect(pages.filter((text) => /Step\d+$/.test(text))).toEqual([]);
});

test('paper of another format holds the same words', async ({ page }) => {
  await openMidway(page);
  const sorted = (pages: readonly string[]) => [...pages.join('')].sort().join('');
  expect(sorted(await printedPages(page, 'Letter'))).toBe(sorted(await printedPages(page)));
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in print, ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('every step has one map, whole, with its labels, on one page', async ({ page }) => {
      await openMidway(page);
      await page.emulateMedia({ media: 'print', colorScheme });
      await page.setViewportSize(PAPER);
      await expect(page.locator('[data-graphic]')).toBeHidden();
      const steps = await page.locator('[data-step]').evaluateAll(readPrintedSteps);
      expect(steps.map(({ id }) => id)).toEqual(authoredSteps.map(({ id }) => id));
      const problems = steps.flatMap(({ id, maps, scene, view, labels, unbroken }) => [
        ...(maps === 1 ? [] : [`${id}: ${maps} maps`]),
        ...(isInside(view, scene, 2) ? [] : [`${id}: the map is cut`]),
        ...labels
          .filter(({ box }) => !isInside(box, scene, 2))
          .map(({ text }) => `${id}: "${text}" is cut`),
        ...(unbroken <= PAPER.height ? [] : [`${id}: a box of ${unbroken} px is broken`]),
      ]);
      expect(problems).toEqual([]);
    });

    test('ink is dark, the paper being white', async ({ page }) => {
      await openMidway(page);
      await page.emulateMedia({ media: 'print', colorScheme });
      const inks = await page
        .locator('.narration > p, .words > p, .sources a')
        .evaluateAll((all) => [...new Set(all.map((text) => getComputedStyle(text).color))]);
      const channels = inks.flatMap((ink) => ink.match(/[\d.]+/g)?.slice(0, 3) ?? []).map(Number);
      expect(Math.max(...channels), inks.join()).toBeLessThan(130);
    });
  });
}

test('nothing that follows the reader is printed, nor anything wider than the paper', async ({
  page,
}) => {
  await openMidway(page);
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(PAPER);
  for (const part of ['.bar', '.graphic', '.rail', '.ledger', '.skip']) {
    await expect(page.locator(part).first()).toBeHidden();
  }
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(PAPER.width);
});

test('the signs of the printed table stand in the middle of their marks', async ({ page }) => {
  await page.goto('./table/');
  await page.emulateMedia({ media: 'print' });
  const off = await page.locator('.standings .swatch').evaluateAll((swatches) =>
    swatches
      .filter(({ textContent }) => textContent.trim() !== '')
      .map((swatch) => {
        const [mark, sign] = [swatch.getBoundingClientRect(), document.createRange()];
        sign.selectNodeContents(swatch);
        const { top, bottom } = sign.getBoundingClientRect();
        return (top + bottom - mark.top - mark.bottom) / 2;
      }),
  );
  expect(off.length).toBeGreaterThan(20);
  expect(Math.max(...off.map(Math.abs))).toBeLessThan(1);
});

test('the table and the text are printed whole, with addresses', async ({ page }) => {
  for (const path of ['table/', 'text/', 'borders/', 'time/', 'actors/fra/']) {
    await page.goto(`./${path}`);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize(PAPER);
    const cut = await page
      .locator('.wide, main')
      .evaluateAll((boxes) =>
        boxes
          .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
          .map((box) => `${box.id}: ${box.scrollWidth} > ${box.clientWidth}`),
      );
    expect(cut, path).toEqual([]);
    const words = await page
      .locator('main')
      .evaluate((main) => main.textContent.replace(/\s+/g, ''));
    const paper = (await printedPages(page)).join('');
    expect(paper.length, path).toBeGreaterThan(0.9 * words.length);
  }
  await page.goto('./text/');
  const paper = (await printedPages(page)).join('');
  const [position] = authoredSteps[2]!.spotlight;
  const [source] = authoredPositions.get(position!)!.sources;
  expect(paper).toContain(sourceAddresses.get(source!)!);
});

/** A text may go on overleaf, and then its two parts need not follow each other in the file. */
function isSplit(paper: string, text: string): boolean {
  for (let at = 1; at < text.length; at += 1) {
    const [head, tail] = [text.slice(0, at), text.slice(at)];
    if (head.length > 20 && tail.length > 20 && count(paper, head) === 1 && paper.includes(tail)) {
      return true;
    }
  }
  return false;
}

async function printedWithoutScripts(browser: Browser, url: string): Promise<readonly string[]> {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: SIZES.desk });
  const page = await context.newPage();
  await page.goto(url);
  const pages = await printedPages(page);
  await context.close();
  return pages;
}

/** Runs in the page, which is set for print. */
function readPrintedSteps(steps: readonly Element[]): {
  id: string;
  /** Maps that are drawn. */
  maps: number;
  scene: ScreenBox;
  /** Where the part of the plane that must be seen lies. */
  view: ScreenBox;
  labels: { text: string; box: ScreenBox }[];
  /** Height of the tallest box that must not be broken over pages, in CSS pixels. */
  unbroken: number;
}[] {
  const boxOf = (element: Element): ScreenBox => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return [left, top, right, bottom];
  };
  return steps.map((step) => {
    const maps = [...step.querySelectorAll<SVGSVGElement>('[data-map]')];
    const drawn = maps.filter((map) => map.checkVisibility({ visibilityProperty: true }));
    const scene = step.querySelector('.scene');
    const [map] = drawn;
    if (!map || !scene) throw new Error(`${step.id} has no map in print`);
    const { x, y, width, height } = map.viewBox.baseVal;
    const toScreen = map.getScreenCTM() ?? new DOMMatrix();
    const from = new DOMPoint(x, y).matrixTransform(toScreen);
    const to = new DOMPoint(x + width, y + height).matrixTransform(toScreen);
    const labels = [...map.querySelectorAll('.label text')]
      .map((text) => ({ text: text.textContent, box: boxOf(text) }))
      .filter(({ box }) => box[2] > box[0]);
    const whole = [...step.querySelectorAll('*')].filter(
      (element) => getComputedStyle(element).breakInside === 'avoid',
    );
    const heights = whole.map((element) => element.getBoundingClientRect().height);
    const view: ScreenBox = [from.x, from.y, to.x, to.y];
    return {
      id: step.id,
      maps: drawn.length,
      scene: boxOf(scene),
      view,
      labels,
      unbroken: Math.max(...heights),
    };
  });
}
