import type { Page } from '@playwright/test';
import { expect, SIZES, test, type Story } from './support/story.ts';

/** What moves by itself moves nothing else: shifts of the layout, counted by the browser. */

interface Shifted {
  readonly value: number;
  /** Within half a second of a key or a click, which the usual sum leaves out. */
  readonly recent: boolean;
  readonly parts: readonly string[];
}

declare global {
  var shifts: Shifted[];
}

/** Begins to note shifts of the layout before anything is laid out. */
async function noteShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    globalThis.shifts = [];
    interface Shift extends PerformanceEntry {
      readonly value: number;
      readonly hadRecentInput: boolean;
      readonly sources: readonly { readonly node: Node | null }[];
    }
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[]) {
        const parts = sources.map(({ node }) =>
          node instanceof Element
            ? (node.getAttribute('class') ?? node.tagName)
            : String(node?.nodeName),
        );
        shifts.push({ value, recent: hadRecentInput, parts });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** Sums of the shifts noted since the last call, those after input apart, with the parts that shifted. */
async function takeShifts({
  page,
}: Story): Promise<{ unasked: number; afterInput: number; parts: string[] }> {
  const taken = await page.evaluate(() => shifts.splice(0));
  const sum = (recent: boolean) =>
    taken.filter((shift) => shift.recent === recent).reduce((total, { value }) => total + value, 0);
  return {
    unasked: sum(false),
    afterInput: sum(true),
    parts: [...new Set(taken.flatMap((shift) => shift.parts))],
  };
}

for (const name of ['phone', 'phoneOnItsSide', 'desk'] as const) {
  test(`nothing shifts while the page loads and while all of it is scrolled (${name})`, async ({
    story,
  }) => {
    test.slow();
    const { page } = story;
    await page.setViewportSize(SIZES[name]);
    await noteShifts(page);
    await story.open();
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await story.rest();
    const loading = await takeShifts(story);
    await page.mouse.move(SIZES[name].width - 60, 200);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    for (let y = 0; y < height; y += 600) {
      await page.mouse.wheel(0, 600);
      await page.evaluate(() => storyProbe.rest(60));
    }
    const scrolling = await takeShifts(story);
    const described = `loading ${loading.unasked}, scrolling ${scrolling.unasked}, after input ${loading.afterInput + scrolling.afterInput}`;
    test.info().annotations.push({ type: 'layout shift', description: described });
    expect(loading.unasked, `while loading: ${loading.parts.join(', ')}`).toBeLessThanOrEqual(
      0.001,
    );
    expect(scrolling.unasked, `while scrolling: ${scrolling.parts.join(', ')}`).toBeLessThanOrEqual(
      0.001,
    );
    expect(
      loading.afterInput + scrolling.afterInput,
      `after input: ${scrolling.parts.join(', ')}`,
    ).toBeLessThanOrEqual(0.001);
  });

  test(`fonts that come late shift nothing (${name})`, async ({ story }) => {
    const { page } = story;
    await page.setViewportSize(SIZES[name]);
    await noteShifts(page);
    await page.route('**/*.woff2', async (route) => {
      await new Promise((done) => setTimeout(done, 700));
      await route.continue();
    });
    await story.open();
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await story.rest();
    const { unasked, parts } = await takeShifts(story);
    expect(unasked, parts.join(', ')).toBeLessThanOrEqual(0.001);
    await story.expectSettled('with late fonts');
  });
}

test('the opening hangs from its top: what of it comes late moves nothing', async ({ story }) => {
  const { page } = story;
  for (const size of [SIZES.phone, SIZES.desk, SIZES.largeDesk]) {
    await story.openIn(size);
    const opening = page.locator('.opening-text');
    const top = () => opening.evaluate((element) => element.getBoundingClientRect().top);
    const whole = await top();
    const height = await opening.evaluate((element) => {
      while (element.children.length > 2) element.lastElementChild?.remove();
      return element.clientHeight;
    });
    expect(height).toBeGreaterThan(0);
    expect(await top(), `${size.width} pixels wide`).toBe(whole);
  }
});
