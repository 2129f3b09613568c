import type { Page } from '@playwright/test';
import { authoredSteps } from './support/authored.ts';
import { expect, test } from './support/site.ts';
import { SIZES } from './support/story.ts';
import { goToStep, openStep, seeMap } from './support/storyPage.ts';

const SCRIPT = '**/_astro/*.js';
const [, second, , fourth, fifth] = authoredSteps.map(({ id }) => id);
const last = authoredSteps.at(-1)!.id;

test.use({ viewport: SIZES.desk, contextOptions: { reducedMotion: 'reduce' } });

/** Uncaught exceptions of the page's scripts, as they come. */
function uncaught(page: Page): readonly string[] {
  const messages: string[] = [];
  page.on('pageerror', ({ message }) => messages.push(message));
  return messages;
}

/** Fails unless the page is the one that the server sent: a map a step, in sight, and no shared one. */
async function expectPlainPage(page: Page): Promise<void> {
  const root = page.locator('[data-story]');
  await expect(root).not.toHaveAttribute('data-enhanced');
  await expect(page.locator('[data-graphic]')).toBeHidden();
  const controls = page.locator('[data-ledger], [data-rail], [data-go]');
  for (const control of await controls.all()) await expect(control).toBeHidden();
  const problems: string[] = [];
  for (const { id, date } of authoredSteps) {
    const { isVisible, asOf, marks } = await seeMap(page, id);
    const words = page.locator(`[data-step="${id}"] .words`);
    const { height = 0 } = (await words.boundingBox()) ?? {};
    const isWhole = isVisible && asOf === date && marks.length > 30 && height > 10;
    if (!isWhole) problems.push(`${id}: ${String(isVisible)} ${String(asOf)} ${height}`);
  }
  expect(problems).toEqual([]);
}

/** One line a mark of the shared map: actor, stance, evidence, spotlight. */
function marksOf(page: Page, map: string): Promise<string[]> {
  return page.locator(`${map} [data-actor]`).evaluateAll((marks) =>
    marks.map((mark) => {
      const hooks = ['data-actor', 'data-stance', 'data-evidence', 'data-spotlight'];
      return hooks.map((hook) => mark.getAttribute(hook) ?? '-').join(' ');
    }),
  );
}

/** Fails unless each step's state is on the shared map, or else the page is the server's. */
async function expectRightOrPlain(page: Page, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, id);
    await page.waitForTimeout(300);
    const isEnhanced = (await page.locator('[data-story][data-enhanced]').count()) === 1;
    if (!isEnhanced) return expectPlainPage(page);
    await expect(page.locator('[data-story]')).toHaveAttribute('data-active-step', id);
    const own = await marksOf(page, `[data-step="${id}"] [data-map]`);
    expect(await marksOf(page, '[data-graphic] [data-map]'), id).toEqual(own);
  }
}

const BROKEN_SCRIPTS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'is not found': (page) => page.route(SCRIPT, (route) => route.fulfill({ status: 404 })),
  'is blocked': (page) => page.route(SCRIPT, (route) => route.abort('blockedbyclient')),
  'is no JavaScript': (page) => page.route(SCRIPT, (route) => route.fulfill(javaScript('}'))),
  'throws at its first line': (page) =>
    page.route(SCRIPT, (route) => route.fulfill(javaScript('throw 1;'))),
  'is a page that a host sends in its place': (page) =>
    page.route(SCRIPT, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<h1>Log in</h1>' }),
    ),
  'is forbidden by a policy that a proxy adds': (page) =>
    page.route('**/', async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers(), 'content-security-policy': "script-src 'none'" };
      await route.fulfill({ response, headers });
    }),
};

for (const [what, breakIt] of Object.entries(BROKEN_SCRIPTS)) {
  test(`a script that ${what} leaves every step with its own map`, async ({ page }) => {
    await breakIt(page);
    await page.goto('./');
    await expectPlainPage(page);
  });
}

test('a script that never comes leaves every step with its own map, within a second', async ({
  page,
}) => {
  await page.route(SCRIPT, () => new Promise(() => undefined));
  await page.goto('./', { waitUntil: 'commit' });
  await expect(page.locator('.opening h1')).toBeVisible({ timeout: 1500 });
  await expect(page.locator('#after-story')).toBeAttached();
  await expectPlainPage(page);
});

for (const size of ['phone', 'phoneOnItsSide', 'tablet', 'desk'] as const) {
  for (const place of ['title', fourth!]) {
    test(`a script that comes late moves no text in the window (${size}, ${place})`, async ({
      page,
    }) => {
      await page.setViewportSize(SIZES[size]);
      const release = await holdScript(page);
      await page.goto('./', { waitUntil: 'commit' });
      await expect(page.locator('#after-story')).toBeAttached();
      await page.evaluate(() => document.fonts.ready);
      await page.locator(`#${place}`).evaluate((target) => {
        target.scrollIntoView();
      });
      const before = await textsInWindow(page);
      expect(before.length).toBeGreaterThan(0);
      release();
      await expect(page.locator('[data-story]')).toHaveAttribute('data-enhanced', '');
      await page.waitForTimeout(300);
      const after = await textsInWindow(page);
      expect(after.filter((text) => before.includes(text))).toEqual(before);
    });
  }
}

const MISSING = {
  IntersectionObserver: () => Reflect.deleteProperty(window, 'IntersectionObserver'),
  ResizeObserver: () => Reflect.deleteProperty(window, 'ResizeObserver'),
  matchMedia: () => Reflect.set(window, 'matchMedia', undefined),
  visualViewport: () => Reflect.deleteProperty(window, 'visualViewport'),
  'document.fonts': () => Object.defineProperty(document, 'fonts', { value: undefined }),
  'Element.animate': () => Reflect.deleteProperty(Element.prototype, 'animate'),
  'Element.getAnimations': () => Reflect.deleteProperty(Element.prototype, 'getAnimations'),
  'history.replaceState': () =>
    Reflect.set(History.prototype, 'replaceState', () => {
      throw new DOMException('Too many calls', 'SecurityError');
    }),
  requestAnimationFrame: () =>
    Reflect.set(window, 'requestAnimationFrame', () => {
      throw new Error('no frames here');
    }),
} as const;

for (const [name, remove] of Object.entries(MISSING)) {
  for (const reducedMotion of ['reduce', 'no-preference'] as const) {
    test(`without ${name} the map is right or the page plain (motion: ${reducedMotion})`, async ({
      page,
    }) => {
      const exceptions = uncaught(page);
      await page.emulateMedia({ reducedMotion });
      await page.addInitScript(remove);
      await page.goto('./');
      await expectRightOrPlain(page, [second!, fifth!, last]);
      expect(exceptions).toEqual([]);
    });
  }
}

test('without any of them the page is plain or its map right', async ({ page }) => {
  const exceptions = uncaught(page);
  for (const remove of Object.values(MISSING)) await page.addInitScript(remove);
  await page.goto('./');
  await expectRightOrPlain(page, [second!, fifth!, last]);
  expect(exceptions).toEqual([]);
});

const DAMAGES: Readonly<Record<string, (map: Element) => void>> = {
  'labels that cannot be read': (map) => {
    map.setAttribute('data-labels', '[[1');
  },
  'an overlay that is gone': (map) => {
    map.querySelector('[data-part="overlay"]')?.remove();
  },
  'marks in another order': (map) => {
    const marks = map.querySelector('[data-part="marks"]');
    if (marks?.firstElementChild) marks.append(marks.firstElementChild);
  },
  'no view': (map) => {
    map.removeAttribute('viewBox');
  },
};

for (const [what, damage] of Object.entries(DAMAGES)) {
  for (const size of ['phone', 'desk'] as const) {
    test(`an error on the way to step 4 (${what}) gives the plain page back (${size})`, async ({
      page,
    }) => {
      const exceptions = uncaught(page);
      await page.setViewportSize(SIZES[size]);
      await openStep(page, second!);
      await page.locator(`[data-step="${fourth!}"] [data-map]`).evaluate(damage);
      await page.evaluate((hash) => {
        location.hash = hash;
      }, fourth!);
      await expect(page.locator('[data-story]')).toHaveAttribute('data-fallback', 'error');
      // The reader is still where they were going, and nothing has thrown past the guard.
      await page.waitForTimeout(300);
      await expect(page.locator(`[data-step="${fourth!}"] h2`)).toBeInViewport();
      expect(exceptions).toEqual([]);
      await expectPlainPage(page);
      await expect(page.locator('[data-graphic] [data-map]')).toHaveCount(0);
    });
  }
}

test('a step whose map is removed while it is read keeps the state it had or gives way', async ({
  page,
}) => {
  const exceptions = uncaught(page);
  await openStep(page, second!);
  const marks = await marksOf(page, `[data-step="${fourth!}"] [data-map]`);
  await page.locator(`[data-step="${fourth!}"] [data-map]`).evaluate((map) => {
    map.remove();
  });
  await page.evaluate((hash) => {
    location.hash = hash;
  }, fourth!);
  await page.waitForTimeout(400);
  const isEnhanced = (await page.locator('[data-story][data-enhanced]').count()) === 1;
  if (isEnhanced) expect(await marksOf(page, '[data-graphic] [data-map]')).toEqual(marks);
  expect(exceptions).toEqual([]);
});

test('fonts that do not come leave all text in place and in sight', async ({ page }) => {
  await page.route('**/*.woff2', (route) => route.abort());
  await page.goto('./');
  await expect(page.locator('.opening h1')).toBeVisible();
  await openStep(page, fourth!);
  await expect(page.locator(`[data-step="${fourth!}"] h2`)).toBeInViewport({ ratio: 1 });
});

test('the whole story can be read after the connection is lost', async ({ page, context }) => {
  const failures: string[] = [];
  page.on('requestfailed', (request) => failures.push(request.url()));
  await page.goto('./', { waitUntil: 'networkidle' });
  await context.setOffline(true);
  for (const { id } of authoredSteps) await goToStep(page, id);
  await page.locator('#sources').scrollIntoViewIfNeeded();
  // A font for letters of a later step may still be asked for (its text stays in the fallback), and
  // Chromium asks for the icon at every new address.
  expect(failures.filter((url) => !/\.(woff2|svg)$/.test(url))).toEqual([]);
});

test('a translator that replaces every text does not stop the map', async ({ page }) => {
  const exceptions = uncaught(page);
  await openStep(page, second!);
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const nodes: Node[] = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    for (const node of nodes.filter((one) => !one.parentElement?.closest('svg, script, style'))) {
      const font = document.createElement('font');
      font.textContent = (node.textContent ?? '').toUpperCase();
      node.parentNode?.replaceChild(font, node);
    }
  });
  await expectRightOrPlain(page, [fourth!, last]);
  await expect(page.locator('[data-story]')).toHaveAttribute('data-enhanced', '');
  expect(exceptions).toEqual([]);
});

/** Holds the page's script back until the returned function is called. */
async function holdScript(page: Page): Promise<() => void> {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(SCRIPT, async (route) => {
    await held;
    await route.continue();
  });
  return () => {
    release();
  };
}

/** Paragraphs and headings that stand whole in the window, with their left and top in whole pixels. */
function textsInWindow(page: Page): Promise<string[]> {
  const texts = '.opening-text > *, .card :is(h2, .narration > p, .position), .passage :is(h2, p)';
  return page.locator(texts).evaluateAll((elements) =>
    elements.flatMap((element) => {
      const { left, top, bottom } = element.getBoundingClientRect();
      const isInWindow = top >= 0 && bottom <= innerHeight;
      const place = [left, top].map(Math.round).join(' ');
      return isInWindow ? `${element.textContent.trim().slice(0, 40)} at ${place}` : [];
    }),
  );
}

function javaScript(body: string): { contentType: string; body: string } {
  return { contentType: 'text/javascript', body };
}
