import type { Page } from '@playwright/test';
import { authoredSteps } from './support/authored.ts';
import { holdBack } from './support/holdBack.ts';
import { textOfPdf } from './support/pdfText.ts';
import { expect, SIZES, test, type Story } from './support/story.ts';

/** Steps that wait for their fonts, or for the reader, to be laid out: on a page that is opened at its top. */

const FONTS = /\.woff2$/;
const LAST = authoredSteps.at(-1)!;

/** Opens the page, without waiting for fonts, which do not come before they are released. */
async function openWithLateFonts(page: Page, hash = ''): Promise<() => void> {
  const release = await holdBack(page, FONTS);
  await page.goto(`./${hash}`, { waitUntil: 'commit' });
  await expect(page.locator('[data-story]')).toHaveAttribute('data-enhanced', '');
  return release;
}

/** Ids of the steps whose text the browser has laid out. */
async function laidOut(page: Page): Promise<readonly string[]> {
  const ids = await page
    .locator('[data-step]')
    .evaluateAll((steps) =>
      steps.map((step) =>
        step.querySelector('h2')?.checkVisibility({ contentVisibilityAuto: true }) ? step.id : '',
      ),
    );
  return ids.filter((id) => id !== '');
}

/** Where the headline of a step stands in the window. */
function topOf({ page }: Story, id: string): Promise<number> {
  return page.locator(`#${id} h2`).evaluate((headline) => headline.getBoundingClientRect().top);
}

const all = authoredSteps.map(({ id }) => id);

for (const name of ['phone', 'desk'] as const) {
  test(`steps far below are laid out with their fonts, once (${name})`, async ({ story }) => {
    const { page } = story;
    await page.setViewportSize(SIZES[name]);
    const release = await openWithLateFonts(page);
    expect((await laidOut(page)).length).toBeLessThanOrEqual(3);
    release();
    await expect.poll(() => laidOut(page)).toEqual(all);
    await story.expectSettled('with its fonts');
  });

  test(`who goes to a step before the fonts are there stays there when they come (${name})`, async ({
    story,
  }) => {
    const { page } = story;
    await page.setViewportSize(SIZES[name]);
    const release = await openWithLateFonts(page);
    const id = authoredSteps[11]!.id;
    await page.evaluate((to) => void (location.hash = to), id);
    await story.expectSettled('without its fonts');
    expect((await story.expectSettled()).step).toBe(id);
    const before = await topOf(story, id);
    release();
    await expect.poll(() => laidOut(page)).toEqual(all);
    await story.expectSettled('with its fonts');
    expect(Math.abs((await topOf(story, id)) - before)).toBeLessThan(3);
  });
}

test('a page that is opened at a step has all of them laid out at once', async ({ story }) => {
  await openWithLateFonts(story.page, `#${LAST.id}`);
  expect(await laidOut(story.page)).toEqual(all);
});

test('so has one that is loaded again', async ({ story }) => {
  const { page } = story;
  await openWithLateFonts(page);
  await page.reload({ waitUntil: 'commit' });
  await expect(page.locator('[data-story]')).toHaveAttribute('data-enhanced', '');
  expect(await laidOut(page)).toEqual(all);
});

test('fonts that never come leave no step waiting', async ({ page }) => {
  await page.route(FONTS, (route) => route.abort());
  await page.goto('./');
  await expect.poll(() => laidOut(page)).toEqual(all);
});

test('without scripts no step waits', async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site.url);
  await expect(page.locator('html')).not.toHaveAttribute('data-fresh');
  await expect(page.locator('.step').last()).toHaveCSS('content-visibility', 'visible');
  await context.close();
});

test('a page that is printed before the fonts are there is printed whole', async ({ story }) => {
  const { page } = story;
  await openWithLateFonts(page);
  const paper = textOfPdf(await page.pdf({ format: 'A4' })).join('');
  const headlines = await page.locator('.card h2').allTextContents();
  const missing = headlines.filter((text) => !paper.includes(text.replace(/\s+/g, '')));
  expect(headlines).toHaveLength(authoredSteps.length);
  expect(missing).toEqual([]);
});
