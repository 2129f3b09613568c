import { AxeBuilder } from '@axe-core/playwright';
import type { Frame, Page } from '@playwright/test';
import { carriedRecord, expectTrue, rested } from './support/exploreView.ts';
import { expect, test } from './support/site.ts';
import { SIZES } from './support/story.ts';

/** The explored map as the last screen of the story. */

const offer = (page: Page) => page.getByRole('button', { name: 'Explore it here' });

/** Takes the offer up and gives the map's own document. */
async function openScreen(page: Page): Promise<Frame> {
  await page.goto('./');
  await offer(page).click();
  const element = await page.locator('.explore-screen iframe').elementHandle();
  const frame = await element.contentFrame();
  if (!frame) throw new Error('the screen has no document');
  await rested(frame);
  return frame;
}

test('nothing of it is asked for before it is wanted', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('./');
  await offer(page).scrollIntoViewIfNeeded();
  await page.waitForTimeout(500);
  expect(asked.filter((path) => path.includes('explore'))).toEqual([]);
  expect(await page.locator('iframe').count()).toBe(0);
  await offer(page).click();
  await expect.poll(() => asked.some((path) => path.endsWith('/explore/'))).toBe(true);
});

for (const size of ['phone', 'tablet', 'desk', 'largeDesk'] as const) {
  test.describe(size, () => {
    test.use({ viewport: SIZES[size] });

    test('it fills the window, has the focus, and answers for any day', async ({ page }) => {
      const frame = await openScreen(page);
      const box = await page.evaluate(() => {
        const { top, left, width, height } = document
          .querySelector('iframe')!
          .getBoundingClientRect();
        return [top, left, width - document.documentElement.clientWidth, height - innerHeight];
      });
      for (const away of box) expect(Math.abs(away)).toBeLessThan(1);
      expect(await page.evaluate(() => document.activeElement?.localName)).toBe('iframe');
      await expect(frame.locator('.page-bar')).toBeHidden();
      await expectTrue(frame);
      const { asOf } = await carriedRecord(frame);
      await frame.getByRole('slider', { name: 'Date' }).focus();
      await page.keyboard.press('ArrowLeft');
      await expectTrue(frame);
      const day = await frame.locator('[data-explore]').getAttribute('data-as-of');
      expect(day! < asOf).toBe(true);
      const inSight = await frame
        .locator('[data-map], [data-slider]')
        .evaluateAll((parts) =>
          parts.every((one) => one.getBoundingClientRect().top < innerHeight),
        );
      expect(inSight).toBe(true);
    });

    test('axe finds nothing, in light and in dark', async ({ page }) => {
      await openScreen(page);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const { violations } = await new AxeBuilder({ page })
          .include('.explore-screen')
          .setLegacyMode(false)
          .analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${String(nodes[0]?.target)}`)).toEqual([]);
      }
    });
  });
}

test('a choice of an actor stays in it, a link to another page leaves the story', async ({
  page,
}) => {
  const frame = await openScreen(page);
  await expect(page).toHaveURL(/#where-it-stands$/); // the address follows once the story rests
  const story = page.url();
  await frame.getByRole('link', { name: 'Finland', exact: true }).first().click();
  await expectTrue(frame);
  await expect(frame.locator('[data-panel-title]')).toHaveText('Finland');
  expect(page.url()).toBe(story);
  await page.evaluate(() => {
    history.back();
  });
  await rested(frame);
  await expect(frame.locator('[data-history]')).toBeHidden();
  expect(page.url()).toBe(story);
  await page.evaluate(() => {
    history.forward();
  });
  await frame.locator('[data-history] a[href*="actors/fin"]').first().click();
  await expect(page).toHaveURL(/\/actors\/fin\/$/);
});

test('the state of the story is not touched by it', async ({ page }) => {
  await openScreen(page);
  await page.waitForTimeout(300);
  const story = page.locator('[data-story]');
  await expect(story).toHaveAttribute('data-phase', 'after');
  await expect(story).toHaveAttribute('data-active-step', 'where-it-stands');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('links lead there and no button promises more', async ({ page }) => {
    await page.goto('./');
    await expect(page.locator('.explore-screen button')).toBeHidden();
    await page.locator('.explore-screen').getByRole('link', { name: 'Combat troops' }).click();
    await expect(page).toHaveURL(/\/explore\/\?.*combat/);
  });
});
