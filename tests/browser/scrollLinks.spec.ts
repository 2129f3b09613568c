import { chromium } from '@playwright/test';
import { browserArguments, browserWithWindows } from '../../scripts/browser.mjs';
import { createStory, expect, SIZES, test, type Story } from './support/story.ts';

/** Addresses and history: a link lands where it says, the address follows, Back leaves. */

/** Parts of a step's heading that are off the screen or under something else. */
async function hiddenParts({ page }: Story, id: string): Promise<string[]> {
  return page.evaluate((step) => {
    const heading = document.querySelector(`#${step} h2`);
    if (!heading) return ['no heading'];
    return [...heading.getClientRects()].flatMap(({ left, right, top, bottom }) => {
      const points = [
        [left + 2, top + 1],
        [right - 2, top + 1],
        [left + 2, bottom - 1],
        [right - 2, bottom - 1],
      ];
      return points.flatMap(([x = 0, y = 0]) => {
        const hit = document.elementFromPoint(x, y);
        return hit && heading.contains(hit)
          ? []
          : [
              `${hit?.getAttribute('class') ?? 'off the screen'} at ${Math.round(x)},${Math.round(y)}`,
            ];
      });
    });
  }, id);
}

for (const name of ['phone', 'phoneOnItsSide', 'tablet', 'desk'] as const) {
  test(`a link to each step opens on that step, its heading in full view (${name})`, async ({
    story,
  }) => {
    test.slow();
    const steps = await story.openIn(SIZES[name]);
    // Each opens cold on a phone, elsewhere every fourth; then they are followed inside the page.
    for (const id of steps.filter((_, index) => name === 'phone' || index % 4 === 0)) {
      await story.open(`#${id}`);
      const seen = await story.expectSettled(`#${id} opened`);
      expect(seen.step).toBe(id);
      expect(await hiddenParts(story, id), `what hides the heading of ${id}`).toEqual([]);
    }
    for (const id of steps.filter((_, index) => index % 2 === 0 || name === 'desk').reverse()) {
      await story.page.evaluate((hash) => {
        location.hash = hash;
      }, id);
      const seen = await story.expectSettled(`#${id} followed inside the page`);
      expect(seen.step).toBe(id);
      expect(await hiddenParts(story, id), `what hides the heading of ${id}`).toEqual([]);
    }
  });
}

test('a reader who goes on soon after a link was followed is not pulled back', async ({
  story,
}) => {
  const { page } = story;
  const steps = await story.openIn(SIZES.desk);
  // Without a wheel, a finger or a key: as a scroll bar, a search or a screen reader scrolls.
  for (const wait of [0, 100, 300]) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, steps[3]!);
    await page.waitForTimeout(wait);
    await story.scrollInto(steps[11]!);
    const seen = await story.expectSettled(`went on after ${wait} ms`);
    expect(seen.step, `${wait} ms after the link`).toBe(steps[11]);
    await page.waitForTimeout(600);
  }
});

test('a reader who scrolls in the very frame in which something above grows is not pulled back', async ({
  story,
}) => {
  const { page } = story;
  const steps = await story.openIn(SIZES.phone);
  const next = steps[6]!;
  await page.goto('about:blank');
  await page.addInitScript((id) => {
    let frames = 0;
    const wait = () => {
      if (document.querySelector('[data-enhanced]')) frames += 1;
      if (frames < 5) {
        requestAnimationFrame(wait);
        return;
      }
      document.querySelector<HTMLElement>('[data-step]')!.style.paddingTop = '60px';
      storyProbe.scrollInto(id, 0.5);
    };
    wait();
  }, next);
  await page.goto(`./#${steps[12]!}`);
  expect((await story.expectSettled('went on during the arrival')).step).toBe(next);
});

test('a hash that names no step is ignored: at the top and while the story is read', async ({
  story,
}) => {
  const { page } = story;
  const steps = await story.openIn(SIZES.desk);
  for (const hash of [
    '#nope',
    '#%',
    '#<img src=x onerror=alert(1)>',
    '#%E0%A4%A',
    '#"]',
    `#${'x'.repeat(5000)}`,
  ]) {
    await story.open(hash);
    const seen = await story.expectSettled(`opened at ${hash.slice(0, 20)}`);
    expect(seen.phase).toBe('before');
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    await story.scrollInto(steps[4]!);
    expect((await story.expectSettled('read on')).hash).toBe(`#${steps[4]!}`);
    await page.evaluate((unknown) => {
      location.hash = unknown;
    }, hash);
    expect((await story.expectSettled(`then went to ${hash.slice(0, 20)}`)).step).toBe(steps[4]);
  }
});

test('a link to what stands below the story keeps its hash there', async ({ story }) => {
  await story.openIn(SIZES.desk, '#sources');
  const seen = await story.expectSettled('#sources');
  expect([seen.phase, seen.hash]).toEqual(['after', '#sources']);
});

test('scrolling through everything adds no entry to the history, and Back leaves in one press', async ({
  story,
}) => {
  const { page } = story;
  await story.openIn(SIZES.desk);
  const length = await page.evaluate(() => history.length);
  for (const id of await story.steps()) {
    await story.scrollInto(id);
    expect((await story.expectSettled(id)).hash).toBe(`#${id}`);
  }
  expect(await page.evaluate(() => history.length)).toBe(length);
  await page.goBack();
  expect(page.url()).toBe('about:blank');
});

test('the rail adds exactly one entry, and Back returns to the step it was pressed in', async ({
  story,
}) => {
  const { page } = story;
  const steps = await story.openIn(SIZES.desk);
  await story.scrollInto(steps[1]!);
  await story.expectSettled('second step');
  const length = await page.evaluate(() => history.length);
  await page.locator(`[data-rail] a[href="#${steps[13]!}"]`).click();
  expect((await story.expectSettled('the rail')).step).toBe(steps[13]);
  expect(await page.evaluate(() => history.length)).toBe(length + 1);
  await page.goBack();
  expect((await story.expectSettled('Back')).step).toBe(steps[1]);
  await page.goForward();
  expect((await story.expectSettled('Forward')).step).toBe(steps[13]);
});

test('the buttons go on and back by one step, without entries in the history', async ({
  story,
}) => {
  const { page } = story;
  const steps = await story.openIn(SIZES.phone);
  const length = await page.evaluate(() => history.length);
  const press = async (by: 1 | -1) => {
    // Playwright's own click would first scroll to what it thinks is hidden; a reader's does not.
    const { x, y, width, height } = (await page.locator(`[data-go="${by}"]`).boundingBox())!;
    await page.mouse.click(x + width / 2, y + height / 2);
    return (await story.expectSettled(`pressed ${by}`)).step;
  };
  for (const id of steps.slice(0, 5)) expect(await press(1)).toBe(id);
  for (const id of steps.slice(1, 4).reverse()) expect(await press(-1)).toBe(id);
  await story.scrollInto(steps[9]!, 0.9);
  await story.expectSettled('near the end of a step');
  expect(await press(1), 'the next after the one that is read').toBe(steps[10]);
  expect(await page.evaluate(() => history.length)).toBe(length);
});

test('a reload shows the step that was read: in every third step, above and below the story', async ({
  story,
}) => {
  const { page } = story;
  const steps = await story.openIn(SIZES.desk);
  const cardTop = (id: string) =>
    page.locator(`#${id} .card`).evaluate((card) => card.getBoundingClientRect().top);
  for (const id of steps.filter((_, index) => index % 3 === 0)) {
    await story.scrollInto(id, 0.6);
    await story.expectSettled(`before the reload in ${id}`);
    const top = await cardTop(id);
    await page.reload();
    expect((await story.expectSettled(`reloaded in ${id}`)).step).toBe(id);
    expect(Math.abs((await cardTop(id)) - top), `${id} moved by`).toBeLessThan(3);
    await page.waitForTimeout(600);
  }
  for (const [key, phase] of [
    ['End', 'after'],
    ['Home', 'before'],
  ] as const) {
    await page.keyboard.press(key);
    await story.expectSettled(key);
    await page.reload();
    expect((await story.expectSettled(`reloaded after ${key}`)).phase).toBe(phase);
  }
});

test('leaving for another page and coming back shows the step that was read', async ({ story }) => {
  const { page } = story;
  const steps = await story.openIn(SIZES.phone);
  for (const id of [steps[12]!, steps[6]!]) {
    await story.scrollInto(id, 0.5);
    expect((await story.expectSettled(`before leaving ${id}`)).step).toBe(id);
    await page.goto('table/');
    await page.goBack();
    expect((await story.expectSettled(`back in ${id}`)).step).toBe(id);
  }
});

test('a page from the back/forward cache is in step, at the size the window has then', async ({
  site,
}) => {
  // The headless shell has no such cache.
  const executablePath = browserWithWindows();
  const browser = await chromium.launch({
    args: browserArguments(),
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    ...(executablePath ? { executablePath } : { channel: 'chromium' }),
  });
  try {
    const page = await browser.newPage({ viewport: SIZES.desk });
    const story = await createStory(page, site.url);
    await story.open();
    const steps = await story.steps();
    await page.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) => {
        document.documentElement.dataset.persisted = String(persisted);
      });
    });
    await story.scrollInto(steps[9]!, 0.5);
    await story.expectSettled('before leaving');
    await page.goto(`${site.url}table/`);
    await page.setViewportSize(SIZES.tablet);
    // Playwright's own goBack waits for a load that a page from the cache does not have.
    await page.evaluate(() => {
      history.back();
    });
    await expect(page.locator('html')).toHaveAttribute('data-persisted', 'true');
    await story.expectSettled('back from the cache in a window of another size');
  } finally {
    await browser.close();
  }
});

test('a step whose fonts still load takes the address along once the page has loaded', async ({
  story,
}) => {
  const { page } = story;
  const steps = await story.openIn(SIZES.desk);
  await page.goto('about:blank');
  let release: () => void = () => undefined;
  const held = new Promise<void>((done) => {
    release = done;
  });
  await page.route('**/*.woff2', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`./#${steps[4]!}`, { waitUntil: 'domcontentloaded' });
  await page.waitForFunction(() => document.querySelector('[data-enhanced]') !== null);
  await story.rest();
  await story.scrollInto(steps[10]!);
  await story.rest();
  release();
  await page.waitForLoadState('load');
  expect((await story.expectSettled('loaded')).step).toBe(steps[10]);
});
