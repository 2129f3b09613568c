import type { Page } from '@playwright/test';
import { authoredSteps } from './support/authored.ts';
import { NO_PAGE, READING_PAGES } from './support/readingPages.ts';
import { expect, test } from './support/site.ts';
import { SIZES } from './support/story.ts';
import { expectActiveStep, openStep } from './support/storyPage.ts';

/** What has the focus, as a reader with a keyboard sees it. */
interface Focus {
  /** Its place among all that can have the focus, or −1 for the page itself. */
  readonly index: number;
  readonly name: string;
  /** True when a part of it can be seen: inside the window, under nothing else. */
  readonly isSeen: boolean;
  /** Width of its outline in pixels. */
  readonly outline: number;
}

/** What Tab stops at; of radio buttons at the one that is on. */
const FOCUSABLE = [
  ...['a[href]:not([tabindex="-1"])', 'button:not(:disabled)', 'select', '[tabindex="0"]'],
  'input:not([type="radio"]:not(:checked))',
].join();

const first = authoredSteps[0]!.id;
const last = authoredSteps.at(-1)!.id;

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Numbers everything that can have the focus now; resolves to how many there are. */
function numberFocusable(page: Page): Promise<number> {
  return page.evaluate((selector) => {
    const all = [...document.querySelectorAll<HTMLElement>(selector)];
    const shown = all.filter((one) => one.checkVisibility({ visibilityProperty: true }));
    for (const [index, one] of shown.entries()) one.setAttribute('data-tab-stop', String(index));
    return shown.length;
  }, FOCUSABLE);
}

function readFocus(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    const focused = document.activeElement as HTMLElement;
    const isSeen = [...focused.getClientRects()].some(({ left, right, top, bottom }) => {
      const [x0, x1] = [Math.max(0, left), Math.min(innerWidth, right)];
      const [y0, y1] = [Math.max(0, top), Math.min(innerHeight, bottom)];
      const points = [0.1, 0.5, 0.9].map((part) => [x0 + (x1 - x0) * part, y0 + (y1 - y0) * part]);
      return points.some(([x = 0, y = 0]) => {
        const hit = document.elementFromPoint(x, y);
        return hit !== null && (focused.contains(hit) || hit.contains(focused));
      });
    });
    const { outlineStyle, outlineWidth } = getComputedStyle(focused);
    return {
      index: Number(focused.getAttribute('data-tab-stop') ?? -1),
      name: focused.outerHTML.slice(0, 90),
      isSeen,
      outline: outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth),
    };
  });
}

for (const [size, path] of [
  ['desk', ''],
  ['phone', ''],
  ['phoneOnItsSide', ''],
  ['phone', 'table/'],
  ['desk', 'time/'],
  ['desk', 'explore/'],
  ['phone', 'explore/'],
] as const) {
  test(`Tab reaches all of /${path} in order, always in sight (${size})`, async ({ page }) => {
    test.slow();
    await page.setViewportSize(SIZES[size]);
    await page.goto(`./${path}`);
    const scripted = page.locator('[data-view="scroll"]');
    if (path === '') await expect(scripted).toHaveAttribute('data-enhanced', '');
    const count = await numberFocusable(page);
    expect(count).toBeGreaterThan(5);
    const problems: string[] = [];
    const reached = new Set<number>();
    for (let press = 0; press < count + 5; press += 1) {
      await page.keyboard.press('Tab');
      const { index, name, isSeen, outline } = await readFocus(page);
      if (index < 0) break;
      if (index < Math.max(-1, ...reached)) problems.push(`${name} comes out of order`);
      reached.add(index);
      if (!isSeen) problems.push(`${name} cannot be seen`);
      if (outline < 2) problems.push(`${name} has an outline of ${outline} px`);
    }
    expect(problems).toEqual([]);
    // A button that only becomes of use on the way (“previous”) is not in the count.
    expect(reached.size).toBeGreaterThanOrEqual(count - 1);
    expect((await readFocus(page)).index, 'the focus leaves the page at its end').toBe(-1);
  });
}

test('the first stop is a link past the story, seen when focused', async ({ page }) => {
  await page.goto('./');
  await page.keyboard.press('Tab');
  const link = page.locator(':focus');
  await expect(link).toHaveText('Skip the story');
  await expect(link).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const isAfter = await page.locator(':focus').evaluate((focused) => {
    const story = document.querySelector('[data-story]')!;
    return Boolean(story.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_FOLLOWING);
  });
  expect(isAfter).toBe(true);
  await expect(page.locator(':focus')).toBeInViewport();
});

test('every reading page begins with a link to its content', async ({ page }) => {
  for (const path of [...READING_PAGES, NO_PAGE]) {
    await page.goto(`./${path}`);
    await page.keyboard.press('Tab');
    await expect(page.locator(':focus'), path).toHaveText('Skip to the content');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const isInside = page.locator('main :focus');
    await expect(isInside, path).toHaveCount(1);
  }
});

test('the buttons go through all steps and back by keyboard, the focus staying on them', async ({
  page,
}) => {
  await page.setViewportSize(SIZES.desk);
  await page.goto('./');
  const [previous, next] = ['Previous step', 'Next step'].map((name) =>
    page.getByRole('button', { name }),
  );
  await next!.focus();
  for (const { id } of authoredSteps.slice(0, -1)) {
    await page.keyboard.press('Enter');
    await expectActiveStep(page, id);
    await expect(next!).toBeFocused();
  }
  await page.keyboard.press('Enter');
  await expectActiveStep(page, last);
  await page.keyboard.press('Shift+Tab');
  await expect(previous!).toBeFocused();
  for (const { id } of authoredSteps.slice(0, -1).reverse()) {
    await page.keyboard.press('Space');
    await expectActiveStep(page, id);
  }
  await expectActiveStep(page, first);
});

test('a button does what scrolling does: the step’s heading stands in sight', async ({ page }) => {
  for (const size of [SIZES.phone, SIZES.phoneOnItsSide, SIZES.desk]) {
    await page.setViewportSize(size);
    await openStep(page, authoredSteps[4]!.id);
    // Playwright's own click first scrolls to what stays in place already; a reader's does not.
    const next = page.getByRole('button', { name: 'Next step' });
    const { x, y, width, height } = (await next.boundingBox())!;
    await page.mouse.click(x + width / 2, y + height / 2);
    await expectActiveStep(page, authoredSteps[5]!.id);
    const heading = page.locator(`[data-step="${authoredSteps[5]!.id}"] h2`);
    await expect(heading).toBeInViewport({ ratio: 1 });
    await page.goto('about:blank');
  }
});

test('the list behind the bar opens by keyboard, closes by Escape and says which', async ({
  page,
}) => {
  await page.setViewportSize(SIZES.phone);
  await openStep(page, last);
  const toggle = page.getByRole('button', { name: /who stands where/i });
  await toggle.focus();
  await expect(toggle).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('Enter');
  await expect(toggle).toHaveAttribute('aria-expanded', 'true');
  const pill = page.locator('[data-ledger] [data-actor="FRA"] a');
  await expect(pill).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(toggle).toHaveAttribute('aria-expanded', 'false');
  await expect(pill).toBeHidden();
  await expect(toggle).toBeFocused();
});

test('a focus in the open list does not get lost when Escape closes it', async ({ page }) => {
  await page.setViewportSize(SIZES.phone);
  await openStep(page, last);
  await page.getByRole('button', { name: /who stands where/i }).press('Enter');
  await page.locator('[data-ledger] [data-actor="FRA"] a').focus();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /who stands where/i })).toBeFocused();
});

test('the name of a step in the rail shows on focus', async ({ page }) => {
  await page.setViewportSize(SIZES.desk);
  await openStep(page, first);
  const link = page.locator('[data-rail] a').nth(2);
  await page.locator('[data-rail] a').nth(1).focus();
  await page.keyboard.press('Tab');
  await expect(link).toBeFocused();
  await expect(link.locator('.rail-name')).toHaveCSS('clip-path', 'none');
  for (const other of [1, 3]) {
    const name = page.locator('[data-rail] a').nth(other).locator('.rail-name');
    await expect(name).toHaveCSS('clip-path', 'inset(50%)');
  }
});
