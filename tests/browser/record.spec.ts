import type { Page } from '@playwright/test';
import { expect, test } from './support/site.ts';
import { textOfPdf } from './support/pdfText.ts';
import { SIZES } from './support/story.ts';

const PAGES = ['sources/', 'data/', 'method/'];

interface Feed {
  readonly root: string;
  readonly errors: number;
  readonly updated: string;
  readonly ids: readonly string[];
  readonly days: readonly string[];
  /** Entries in which one of the elements that Atom wants is not there exactly once. */
  readonly broken: readonly string[];
}

/** Reads a feed with the browser's own parser, in an empty page that has no policy. */
async function readFeed(page: Page, address: string): Promise<Feed> {
  const xml = await (await page.request.get(address)).text();
  await page.goto('about:blank');
  return page.evaluate((text) => {
    const feed = new DOMParser().parseFromString(text, 'application/xml');
    const entries = [...feed.getElementsByTagName('entry')];
    const textIn = (entry: Element, name: string) =>
      entry.getElementsByTagName(name).item(0)?.textContent ?? '';
    const once = ['id', 'title', 'published', 'updated', 'summary'];
    return {
      root: `${feed.documentElement.namespaceURI ?? ''} ${feed.documentElement.localName}`,
      errors: feed.getElementsByTagName('parsererror').length,
      updated: textIn(feed.documentElement, 'updated'),
      ids: entries.map((entry) => textIn(entry, 'id')),
      days: entries.map((entry) => textIn(entry, 'updated')),
      broken: entries.flatMap((entry) =>
        once
          .filter((name) => entry.getElementsByTagName(name).length !== 1)
          .map((name) => `${textIn(entry, 'id')} ${name}`),
      ),
    };
  }, xml);
}

test('the feed is well-formed Atom, newest first, every id once and an address of a position', async ({
  page,
  site,
}) => {
  const feed = await readFeed(page, `${site.url}feed.xml`);
  expect([feed.root, feed.errors, feed.broken]).toEqual([
    'http://www.w3.org/2005/Atom feed',
    0,
    [],
  ]);
  expect(feed.ids.length).toBe(50);
  expect(new Set(feed.ids).size).toBe(50);
  expect(
    feed.ids.filter((id) => !/\/actors\/[a-z]+\/#[a-z]+-\d{4}-\d{2}|\/method\/#/.test(id)),
  ).toEqual([]);
  expect(feed.days).toEqual(feed.days.toSorted().reverse());
  expect(feed.updated).toBe(feed.days[0]);
  expect(feed.days[0]! <= '2026-02-28T00:00:00Z').toBe(true);
});

test('each page of reading names the feed and leads to method, sources and data', async ({
  page,
  site,
}) => {
  await page.goto('./table/');
  const feed = await page.locator('link[type="application/atom+xml"]').getAttribute('href');
  expect(new URL(feed ?? '', page.url()).href).toBe(`${site.url}feed.xml`);
  for (const [name, path] of [
    ['Method', 'method/'],
    ['Sources', 'sources/'],
    ['Data', 'data/'],
  ] as const) {
    await page.goto('./borders/');
    await page
      .getByRole('navigation', { name: 'About the record' })
      .getByRole('link', { name })
      .click();
    expect(page.url()).toBe(`${site.url}${path}`);
    await expect(page.locator('h1')).toBeVisible();
  }
});

test('the story’s end leads to the method', async ({ page, site }) => {
  await page.goto('./');
  const link = page.getByRole('link', { name: 'Method, sources, data, corrections' });
  expect(new URL((await link.getAttribute('href')) ?? '', page.url()).href).toBe(
    `${site.url}method/`,
  );
});

test('every file that the data page names can be fetched, with its type', async ({ page }) => {
  await page.goto('./data/');
  const links = await page
    .locator('main a[href*=".csv"], main a[href*=".json"]')
    .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
  expect(links.length).toBe(13);
  for (const link of links) {
    const answer = await page.request.get(link);
    expect(answer.status(), link).toBe(200);
    expect(answer.headers()['content-type'], link).toMatch(link.endsWith('.csv') ? /csv/ : /json/);
  }
});

test('the pages about the record break no policy and log no error', async ({ page }) => {
  const logged: string[] = [];
  page.on('console', (message) => {
    if (message.type() !== 'log') logged.push(message.text());
  });
  page.on('pageerror', (error) => logged.push(error.message));
  for (const path of PAGES) {
    await page.goto(`./${path}`);
    await expect(page.locator('meta[http-equiv="Content-Security-Policy"]')).toHaveCount(1);
  }
  expect(logged).toEqual([]);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });

  for (const path of PAGES) {
    test(`${path} is whole and no wider than a small phone`, async ({ page }) => {
      await page.goto(`./${path}`);
      await expect(page.locator('h1')).toBeVisible();
      const [box] = await page.locator('main').all();
      const size = await box!.boundingBox();
      expect(size!.x + size!.width).toBeLessThanOrEqual(320);
      const wide = await page
        .locator('main :is(p, h1, h2, h3, li, dl)')
        .evaluateAll((all) =>
          all
            .filter((one) => !one.closest('.wide') && one.getBoundingClientRect().right > 321)
            .map((one) => one.textContent.slice(0, 40)),
        );
      expect(wide).toEqual([]);
    });
  }
});

test.describe('on paper', () => {
  test.use({ viewport: SIZES.desk });

  test('sources print their addresses, the method its words, and neither its site links', async ({
    page,
  }) => {
    await page.goto('./sources/');
    const sources = textOfPdf(await page.pdf({ format: 'A4' })).join('');
    expect(sources).toContain('24ur.com/novice');
    expect(sources).not.toContain('Corrections');
    await page.goto('./method/');
    const method = textOfPdf(await page.pdf({ format: 'A4' })).join('');
    expect(method.replace(/\s+/g, '')).toContain('officialswhoarenotnamed');
    expect(method.replace(/\s+/g, '')).toContain('Nocorrectionssofar');
  });
});
