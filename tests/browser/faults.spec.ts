import type { Page } from '@playwright/test';
import { authoredSteps } from './support/authored.ts';
import { expect, test } from './support/site.ts';
import { SIZES } from './support/story.ts';
import { expectPlainPage } from './support/plainPage.ts';
import { holdBack } from './support/holdBack.ts';
import { goToStep, openStep } from './support/storyPage.ts';

const SCRIPT = '**/_astro/*.js';
const [, , , fourth] = authoredSteps.map(({ id }) => id);

test.use({ viewport: SIZES.desk, contextOptions: { reducedMotion: 'reduce' } });

const BROKEN_SCRIPTS: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
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
      const release = await holdBack(page, SCRIPT);
      await page.goto('./', { waitUntil: 'commit' });
      await expect(page.locator('#after-story')).toBeAttached();
      await page.evaluate(() => document.fonts.ready);
      await page.locator(`#${place}`).evaluate((target) => {
        target.scrollIntoView();
      });
      const before = await textsInWindow(page);
      expect(before.size).toBeGreaterThan(0);
      release();
      await expect(page.locator('[data-story]')).toHaveAttribute('data-enhanced', '');
      await page.waitForTimeout(300);
      const after = await textsInWindow(page);
      const moved = [...before].filter(([text, [left, top]]) => {
        const [x = Infinity, y = Infinity] = after.get(text) ?? [];
        return Math.abs(x - left) > 1 || Math.abs(y - top) > 1;
      });
      expect(moved.map(([text]) => text)).toEqual([]);
    });
  }
}

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
  await expect(page.locator('[data-story][data-enhanced]')).toBeAttached({ timeout: 20_000 });
  await context.setOffline(true);
  for (const { id } of authoredSteps) await goToStep(page, id);
  await page.locator('#sources').scrollIntoViewIfNeeded();
  // A font for letters of a later step may still be asked for (its text stays in the fallback), and
  // Chromium asks for the icon at every new address.
  expect(failures.filter((url) => !/\.(woff2|svg)$/.test(url))).toEqual([]);
});

/** Left and top of the paragraphs and headings that stand whole in the window, by their beginnings. */
async function textsInWindow(page: Page): Promise<Map<string, readonly [number, number]>> {
  const texts = '.opening-text > *, .card :is(h2, .narration > p, .position), .passage :is(h2, p)';
  const found = await page.locator(texts).evaluateAll((elements) =>
    elements.map((element): [string, number, number, boolean] => {
      const { left, top, bottom } = element.getBoundingClientRect();
      // A pixel of room: what touches the edge may round either way.
      const isWhole = top >= -1 && bottom <= innerHeight + 1;
      return [element.textContent.trim().slice(0, 50), left, top, isWhole];
    }),
  );
  const whole = found.filter(([, , , isWhole]) => isWhole);
  return new Map(whole.map(([text, left, top]) => [text, [left, top] as const]));
}

function javaScript(body: string): { contentType: string; body: string } {
  return { contentType: 'text/javascript', body };
}
