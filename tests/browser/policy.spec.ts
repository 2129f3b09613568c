import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Request } from '@playwright/test';
import { root } from '../../scripts/setup.mjs';
import { authoredSteps } from './support/authored.ts';
import { expect, test } from './support/belowPath.ts';
import { SIZES } from './support/story.ts';
import { goToStep, openStep } from './support/storyPage.ts';

/** The page that says "not found" begins its addresses at SITE_URL's path: `tests/build/` has it. */
const PAGES = ['', 'explore/', 'table/', 'actors/', 'text/', 'borders/', 'time/', 'actors/fra/'];
const dist = join(root, 'dist');

/** What a page does that its policy or its reader would mind, as it happens. */
interface Watch {
  /** Violations of the policy, failed requests, errors in the console, exceptions. */
  readonly complaints: string[];
  readonly requests: Request[];
}

async function watch(page: Page): Promise<Watch> {
  const complaints: string[] = [];
  const requests: Request[] = [];
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      reportError(new Error(`policy: ${violatedDirective} ${blockedURI} ${sample}`));
    });
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // What is still under way when a reader goes on is given up; that is no failure.
    if (reason !== 'net::ERR_ABORTED') complaints.push(`${reason}: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  page.on('request', (request) => requests.push(request));
  return { complaints, requests };
}

/** Reads the whole story as a person would: every step, its list, its buttons, to the last source. */
async function readAll(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator('[data-story]')).toHaveAttribute('data-enhanced', '');
  for (const { id } of authoredSteps) await goToStep(page, id);
  await page.getByRole('button', { name: 'Previous step' }).click();
  await page.locator('.sources li').last().scrollIntoViewIfNeeded();
}

for (const [place, size] of [
  ['the root', 'desk'],
  ['a path', 'phone'],
] as const) {
  test(`a full read at ${place} meets no violation, no error and no other origin (${size})`, async ({
    page,
    context,
    site,
    belowPath,
  }) => {
    await page.setViewportSize(SIZES[size]);
    const { url } = place === 'the root' ? site : belowPath;
    const { complaints, requests } = await watch(page);
    await readAll(page, url);
    for (const path of PAGES.slice(1)) await page.goto(`${url}${path}`);
    expect(complaints).toEqual([]);
    const elsewhere = requests.map((request) => request.url()).filter((to) => !to.startsWith(url));
    expect(elsewhere).toEqual([]);
    expect(await context.cookies()).toEqual([]);
  });
}

test('a full read stores nothing and starts no worker', async ({ page, context, site }) => {
  await readAll(page, site.url);
  const stored = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    cookie: document.cookie,
  }));
  expect(stored).toEqual({ local: 0, session: 0, databases: 0, caches: 0, workers: 0, cookie: '' });
  expect(await context.cookies()).toEqual([]);
  expect((await page.request.get(`${site.url}sw.js`)).status()).toBe(404);
});

test('storage that throws when it is touched makes no difference', async ({ page }) => {
  const { complaints } = await watch(page);
  await page.addInitScript(() => {
    const refuse = {
      get: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
      Object.defineProperty(window, name, refuse);
    }
    Object.defineProperty(Document.prototype, 'cookie', refuse);
  });
  await openStep(page, authoredSteps[4]!.id);
  await goToStep(page, authoredSteps.at(-1)!.id);
  expect(complaints).toEqual([]);
});

test('the policy is enforced: a script, style, image or request that is put in is refused', async ({
  page,
}) => {
  await page.goto('./');
  const refused = await page.evaluate(async () => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      violations.push(effectiveDirective);
    });
    const add = (name: string, fields: object) => {
      document.head.append(Object.assign(document.createElement(name), fields));
    };
    try {
      add('script', { textContent: 'globalThis.isInjected = true' });
    } catch {
      violations.push('trusted types');
    }
    add('style', { textContent: 'body { display: none }' });
    add('img', { src: 'https://other.invalid/pixel.gif' });
    document.body.setAttribute('style', 'display: none');
    await fetch('https://other.invalid/').catch(() => undefined);
    await new Promise((done) => setTimeout(done, 200));
    return { violations, isInjected: 'isInjected' in globalThis };
  });
  expect(refused.isInjected).toBe(false);
  expect(refused.violations).toEqual(
    expect.arrayContaining(['style-src-elem', 'style-src-attr', 'img-src', 'connect-src']),
  );
  await expect(page.locator('h1').first()).toBeVisible();
});

test('links to the outside carry no referrer of a page and open where the reader is', async ({
  page,
}) => {
  await page.goto('./');
  await expect(page.locator('[target]')).toHaveCount(0);
  const policy = page.locator('meta[name="referrer"]');
  await expect(policy).toHaveAttribute('content', 'strict-origin-when-cross-origin');
});

test('the icon and the share picture are what the page says they are', async ({ page, site }) => {
  await page.goto('./');
  const icon = await page
    .locator('link[rel="icon"]')
    .evaluate((link) => (link as HTMLLinkElement).href);
  const answer = await page.request.get(icon);
  expect(answer.headers()['content-type']).toContain('image/svg+xml');
  const content = (property: string) =>
    page.locator(`meta[property="${property}"]`).getAttribute('content');
  const picture = new URL((await content('og:image')) ?? '');
  const image = await page.request.get(`${site.url}${picture.pathname.split('/').at(-1) ?? ''}`);
  expect(image.status(), picture.href).toBe(200);
  expect(image.headers()['content-type']).toBe('image/png');
  const bytes = await image.body();
  const size = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)].map(String);
  expect(size).toEqual([await content('og:image:width'), await content('og:image:height')]);
  expect(await content('og:image:alt')).toMatch(/\d{4}/);
  expect(bytes.length).toBeLessThan(600_000);
});

test('data in the pages is well-formed JSON', async ({ page }) => {
  for (const path of [...PAGES, '404.html']) {
    await page.goto(`./${path}`);
    const blocks = await page
      .locator('script[type$="json"]')
      .evaluateAll((scripts) => scripts.map(({ textContent }) => textContent));
    const labels = await page
      .locator('[data-labels]')
      .evaluateAll((maps) => maps.map((map) => map.getAttribute('data-labels') ?? ''));
    for (const text of [...blocks, ...labels]) {
      expect(() => JSON.parse(text) as unknown).not.toThrow();
    }
  }
});

test('no two names of files differ by their letters’ case alone', () => {
  const names = readdirSync(dist, { recursive: true, encoding: 'utf8' });
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  const odd = names.filter((name) => /[^\w@./\\-]/.test(name) || name.length > 120);
  expect(odd).toEqual([]);
});

test('robots are told to stay out of nothing', () => {
  expect(readFileSync(join(dist, 'robots.txt'), 'utf8')).toMatch(/^User-agent: \*\nAllow: \/\n/);
});
