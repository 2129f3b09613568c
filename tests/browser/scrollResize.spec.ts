import { createStory, expect, SIZES, test, type Size, type Story } from './support/story.ts';

/** Windows that change while the story is read. */

/** Resizes to each size in turn at each of the given places and compares every time. */
async function holdThrough(
  story: Story,
  sizes: readonly Size[],
  places: readonly (readonly [string, number])[],
) {
  for (const [id, share] of places) {
    await story.page.setViewportSize(sizes[0]!);
    await story.scrollInto(id, share);
    for (const size of [...sizes.slice(1), sizes[0]!]) {
      await story.page.setViewportSize(size);
      await story.expectSettled(`${size.width} × ${size.height} at ${share} of ${id}`);
    }
  }
}

/** Each step at one place in it, the places spread over the steps' height. */
async function everyStep(story: Story, every = 1): Promise<(readonly [string, number])[]> {
  const steps = await story.steps();
  return steps.flatMap((id, at) => (at % every === 0 ? [[id, ((at * 7) % 20) / 20] as const] : []));
}

test('the height alone: an address bar, a keyboard, a split screen, at a place in every step', async ({
  story,
}) => {
  test.slow();
  await story.openIn({ width: 390, height: 800 });
  const heights = [800, 744, 400].map((height) => ({ width: 390, height }));
  await holdThrough(story, heights, await everyStep(story));
  await story.expectStill();
});

test('the width alone, across every layout of the page', async ({ story }) => {
  test.slow();
  await story.openIn(SIZES.desk);
  const widths = [1440, 1000, 899, 560, 320, 1700].map((width) => ({ width, height: 900 }));
  await holdThrough(story, widths, await everyStep(story, 3));
  await story.expectStill();
});

test('a phone that is turned keeps the reader in the step, on both sides', async ({ story }) => {
  test.slow();
  const { page } = story;
  await story.openIn(SIZES.phone);
  const turned = { width: 844, height: 390 };
  for (const [id] of await everyStep(story, 2)) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, id);
    await story.expectSettled(`upright at ${id}`);
    await page.setViewportSize(turned);
    expect((await story.expectSettled(`turned at ${id}`)).step, 'turned').toBe(id);
    await page.setViewportSize(SIZES.phone);
    expect((await story.expectSettled(`upright again at ${id}`)).step, 'upright again').toBe(id);
  }
});

test('zoom from 67 % to 400 % keeps what is shown right', async ({ story }) => {
  test.slow();
  const { page } = story;
  const steps = await story.openIn(SIZES.desk);
  const session = await page.context().newCDPSession(page);
  for (const zoom of [0.67, 0.8, 1.25, 1.5, 2, 3, 4]) {
    for (const at of [1, 8]) {
      await story.scrollInto(steps[at]!, 0.4);
      await session.send('Emulation.setDeviceMetricsOverride', {
        width: Math.round(1280 / zoom),
        height: Math.round(1024 / zoom),
        deviceScaleFactor: zoom,
        mobile: false,
      });
      await story.expectSettled(`zoomed to ${zoom * 100} % in step ${at}`);
      await story.scrollInto(steps[at]!, 0.4);
      expect((await story.expectSettled(`scrolled at ${zoom * 100} %`)).step).toBe(steps[at]);
    }
  }
});

test('a fractional device pixel ratio keeps what is shown right', async ({ browser, site }) => {
  const context = await browser.newContext({
    viewport: { width: 1153, height: 721 },
    deviceScaleFactor: 1.25,
  });
  const story = await createStory(await context.newPage(), site.url);
  await story.open();
  for (const id of await story.steps()) {
    await story.scrollInto(id, 0);
    await story.expectSettled(`first pixel of ${id}`);
  }
  await context.close();
});

test('text that the reader enlarges refits the map to the room that is left', async ({ story }) => {
  const { page } = story;
  const steps = await story.openIn(SIZES.desk);
  await story.scrollInto(steps[3]!);
  await story.expectSettled('at 100 %');
  for (const size of ['200%', '130%', '']) {
    await page.evaluate((value) => {
      document.documentElement.style.setProperty('font-size', value);
    }, size);
    await story.expectSettled(`text at ${size || '100%'}`);
  }
});

test('a window that is dragged in the middle of a flight ends as one that was always so', async ({
  story,
}) => {
  const { page } = story;
  const steps = await story.openIn(SIZES.desk);
  for (const id of [steps[14]!, steps[2]!]) {
    await story.scrollInto(id);
    for (let width = 1440; width >= 360; width -= 120) {
      await page.setViewportSize({ width, height: 900 });
    }
    await story.expectSettled(`dragged to 360 px from ${id}`);
    await page.setViewportSize(SIZES.desk);
    await story.expectSettled(`and back to 1440 px`);
  }
  await story.expectStill();
});

/** What reaches over the right edge of the window, or nothing when the page does not scroll sideways. */
async function tooWide({ page }: Story): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const parts = [...document.querySelectorAll<HTMLElement>('body :not(svg *)')];
    const wide = parts.filter((part) => part.getBoundingClientRect().right > clientWidth + 1);
    return [
      `${scrollWidth} px`,
      ...new Set(wide.map(({ tagName, className }) => `${tagName}.${className}`)),
    ];
  });
}

test('no width scrolls sideways, opened so or narrowed to it', async ({ story }) => {
  test.slow();
  const { page } = story;
  const widths = [1920, 1280, 1180, 1179, 1100, 1024, 960, 900, 899, 768, 667, 560, 390, 320];
  for (const width of widths) {
    await story.openIn({ width, height: 700 }, '#declaration-of-intent');
    expect(await tooWide(story), `opened at ${width} px`).toEqual([]);
  }
  for (const height of [900, 320]) {
    await story.openIn({ width: 1920, height }, '#where-it-stands');
    for (const width of widths) {
      await page.setViewportSize({ width, height });
      await story.rest();
      expect(await tooWide(story), `narrowed to ${width} px, ${height} px high`).toEqual([]);
    }
  }
});

test('back into a story that was out of sight while the window changed, page by page', async ({
  story,
}) => {
  const { page } = story;
  await story.openIn(SIZES.desk);
  await page.evaluate(() => {
    document.querySelector('#sources')?.scrollIntoView();
  });
  await story.expectSettled('at the sources');
  await page.setViewportSize(SIZES.tablet);
  await story.expectSettled('in a narrower window');
  const passed = [];
  for (let press = 0; press < 40 && passed.at(-1) !== 'declaration-of-intent'; press += 1) {
    await page.keyboard.press('PageUp');
    passed.push((await story.expectSettled(`after ${press + 1} presses`)).step);
  }
  expect([...new Set(passed)]).toEqual([
    'where-it-stands',
    'germany-read-both-ways',
    'declaration-of-intent',
  ]);
});
