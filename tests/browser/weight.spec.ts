import { gzipSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';
import { authoredSteps } from './support/authored.ts';
import { expect, test } from './support/site.ts';
import { SIZES } from './support/story.ts';
import { goToStep } from './support/storyPage.ts';

const MOST_REQUESTS = 8;
const ICON = '/favicon.svg';

/** Everything a page asks for, from its address to the end of a full read. */
async function readAll(page: Page): Promise<readonly Response[]> {
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  await page.goto('./', { waitUntil: 'networkidle' });
  for (const { id } of authoredSteps) await goToStep(page, id);
  await page.locator('.sources li').last().scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
  return responses;
}

/** Bytes of a response as a host sends it: text compressed, fonts as they are. */
async function weightOf(response: Response): Promise<number> {
  const body = await response.body();
  const type = response.headers()['content-type'] ?? '';
  return /text|javascript|json|svg/.test(type) ? gzipSync(body, { level: 9 }).length : body.length;
}

for (const size of ['phone', 'desk'] as const) {
  test(`a full read asks for at most ${MOST_REQUESTS} files, each once, and no styles or data (${size})`, async ({
    page,
  }) => {
    await page.setViewportSize(SIZES[size]);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const responses = await readAll(page);
    const asked = responses.map((response) => new URL(response.url()).pathname);
    // Chromium asks for the icon at every address anew; its cache answers where a host lets it.
    const counted = asked.filter((path, index) => path !== ICON || asked.indexOf(ICON) === index);
    expect(counted.length, counted.join('\n')).toBeLessThanOrEqual(MOST_REQUESTS);
    expect(new Set(counted).size).toBe(counted.length);
    const kinds = responses.map((response) => response.request().resourceType());
    expect(kinds.filter((kind) => !['document', 'script', 'font', 'other'].includes(kind))).toEqual(
      [],
    );
  });
}

test('what a phone is sent before the fonts is below 95 kB', async ({ page }) => {
  await page.setViewportSize(SIZES.phone);
  const weights: Record<string, number> = {};
  for (const response of await readAll(page)) {
    const kind = response.request().resourceType();
    weights[kind] = (weights[kind] ?? 0) + (await weightOf(response));
  }
  const { document = Infinity, script = Infinity, font = 0 } = weights;
  expect(document + script).toBeLessThanOrEqual(95_000);
  expect(font).toBeLessThanOrEqual(110_000);
});

test('the first paint waits for no font and no script', async ({ page }) => {
  await page.setViewportSize(SIZES.phone);
  await page.route(/\.(woff2|js)$/, () => new Promise(() => undefined));
  await page.goto('./', { waitUntil: 'commit' });
  await expect(page.locator('h1').first()).toBeVisible();
  const painted = () =>
    page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length);
  await expect.poll(painted, { timeout: 5000 }).toBe(1);
  const blocking = page.locator(
    'link[rel="stylesheet"], link[rel="preload"], script[src]:not([type="module"])',
  );
  await expect(blocking).toHaveCount(0);
  // What stands in the page itself is there at once, and is a line.
  const inline = page.locator('script:not([src]):not([type="module"]):not([type$="json"])');
  const lines = await inline.allTextContents();
  expect(lines.join('').length).toBeLessThanOrEqual(140);
});

test('fonts that come late move nothing on the first screen', async ({ page }) => {
  await page.setViewportSize(SIZES.phone);
  await page.route(/\.woff2$/, async (route) => {
    await new Promise((done) => setTimeout(done, 1500));
    await route.continue();
  });
  await page.goto('./');
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(300);
  const shift = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            sum += (entry as unknown as { value: number }).value;
          }
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => {
          done(sum);
        }, 100);
      }),
  );
  expect(shift).toBeLessThanOrEqual(0.01);
});

test('at rest the page is a handful of layers', async ({ page }) => {
  await page.setViewportSize(SIZES.desk);
  await page.goto('./');
  await goToStep(page, authoredSteps[7]!.id);
  await expect(page.locator('[data-rail] [aria-current]')).toHaveCount(1);
  // What moves has a layer of its own; at rest is when nothing has moved for a while.
  const isMoving = () => page.evaluate(() => document.getAnimations().length > 0);
  for (let still = 0; still < 3; still = (await isMoving()) ? 0 : still + 1) {
    await page.waitForTimeout(150);
  }
  const protocol = await page.context().newCDPSession(page);
  const painted = new Promise<readonly string[]>((found) => {
    protocol.on('LayerTree.layerTreeDidChange', ({ layers }) => {
      if (layers) found(layers.filter(({ drawsContent }) => drawsContent).map(nameOf));
    });
  });
  const nameOf = ({ width, height }: { width: number; height: number }) => `${width} × ${height}`;
  await protocol.send('DOM.enable');
  await protocol.send('LayerTree.enable');
  await page.mouse.wheel(0, 4); // layers are told of when one has moved
  // The page itself, map, cards, rail, row of initials, bar, and the browser's own; each costs every frame.
  const layers = await painted;
  expect(layers.length, layers.join('\n')).toBeGreaterThan(3);
  expect(layers.length, layers.join('\n')).toBeLessThanOrEqual(9);
});
