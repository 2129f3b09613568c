import type { Page } from '@playwright/test';
import { actorNames } from './support/authored.ts';
import { LOOKS, violations, violationsIn } from './support/axe.ts';
import { expect, test } from './support/belowPath.ts';
import { SIZES } from './support/story.ts';

test.use({ viewport: SIZES.desk });

const field = (page: Page) => page.getByRole('searchbox', { name: /speaker/ });
const actors = (page: Page) => page.locator('[data-list="actors"] h3');
const statements = (page: Page) => page.locator('[data-list="statements"] > li');
const status = (page: Page) => page.getByRole('status');

/** Paths of all that a page asks for besides itself, fonts and icon, as it happens. */
function requestsOf(page: Page): readonly string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (!/\/$|\.(woff2|svg)$/.test(pathname)) asked.push(pathname.replace(/^.*\//, ''));
  });
  return asked;
}

test('nothing is loaded before the field is used, then two files, each once', async ({ page }) => {
  const asked = requestsOf(page);
  await page.goto('./search/', { waitUntil: 'networkidle' });
  expect(asked).toHaveLength(1);
  await field(page).focus();
  await expect.poll(() => asked.length).toBe(3);
  await field(page).fill('Fico');
  await expect(status(page)).toContainText('for “Fico”');
  expect(asked.filter((name) => name === 'index.json')).toHaveLength(1);
  expect(asked).toHaveLength(3);
});

test('actors come with what stands, statements with date, evidence and source', async ({
  page,
}) => {
  await page.goto('./search/?q=Estonia');
  await expect(actors(page)).toHaveText(['Estonia']);
  const standing = page.locator('[data-list="actors"] .standing').first();
  await expect(standing).toContainText(/On the record|Reported/);
  await expect(standing.locator('time')).toHaveText(/\d{4}/);
  const count = await statements(page).count();
  await expect(status(page)).toHaveText(
    new RegExp(`^1 actor and ${count} statements for “Estonia”, as of`),
  );
  const shown = await statements(page).evaluateAll((items) =>
    items.map((item) => ({
      id: item.getAttribute('data-position') ?? '',
      links: [...item.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? ''),
      day: item.querySelector('time')?.textContent,
      text: item.textContent,
    })),
  );
  for (const { id, links, day, text } of shown) {
    expect(links[0]).toBe(`../actors/est/#${id}`);
    expect(links.at(-1)).toMatch(/^https?:/);
    expect(day).toMatch(/\d{4}$/);
    expect(text).toMatch(/On the record|Reported/);
  }
});

test('names are found by code, beginning, without accents and with a slip', async ({ page }) => {
  await page.goto('./search/');
  for (const [query, name] of [
    ['EST', 'Estonia'],
    ['Turkiye', 'Türkiye'],
    ['polan', 'Poland'],
    ['Estnia', 'Estonia'],
  ] as const) {
    await field(page).fill(query);
    await expect(status(page), query).toContainText(`“${query}”`);
    await expect(actors(page).filter({ hasText: name }), query).toHaveCount(1);
    await expect(statements(page).first(), query).toContainText(name);
  }
});

test('speakers and words of statements are found and marked', async ({ page }) => {
  await page.goto('./search/');
  for (const query of ['Fico', 'Merz', 'instructors', 'coalition']) {
    await field(page).fill(query);
    await expect(status(page), query).toContainText(`“${query}”`);
    const marks = await statements(page).locator('mark').allTextContents();
    expect(marks.length, query).toBeGreaterThan(0);
    const others = marks.filter((word) => !word.toLowerCase().startsWith(query.toLowerCase()));
    expect(others, query).toEqual([]);
  }
});

test('results stand on paper without the field, and lead to the statements', async ({ page }) => {
  await page.goto('./search/?q=Merz');
  await expect(statements(page).first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(field(page)).toBeHidden();
  await expect(statements(page).first()).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  const id = (await statements(page).first().getAttribute('data-position')) ?? '';
  await statements(page).first().getByRole('link').first().click();
  await expect(page).toHaveURL(new RegExp(`actors/deu/#${id}$`));
  await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
});

test('typing replaces the address, submitting adds to the history, and back restores', async ({
  page,
}) => {
  await page.goto('./search/');
  const length = await page.evaluate(() => history.length);
  await field(page).pressSequentially('Fico');
  await expect(page).toHaveURL(/\?q=Fico$/);
  expect(await page.evaluate(() => history.length)).toBe(length);
  await field(page).press('Enter');
  expect(await page.evaluate(() => history.length)).toBe(length + 1);
  await field(page).fill('Merz');
  await expect(page).toHaveURL(/\?q=Merz$/);
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(statements(page).first()).toContainText('Merz');

  await page.goBack();
  await expect(field(page)).toHaveValue('Fico');
  await expect(statements(page).first()).toContainText('Fico');
  await page.goBack();
  await expect(page).toHaveURL(/search\/$/);
  await expect(field(page)).toHaveValue('');
  await expect(statements(page)).toHaveCount(0);
  await page.goForward();
  await page.reload();
  await expect(field(page)).toHaveValue('Fico');
  await expect(statements(page).first()).toContainText('Fico');
});

test('nothing found is said plainly, with two ways on, and what was typed stays text', async ({
  page,
}) => {
  await page.goto('./search/?q=zzzzzz');
  await expect(status(page)).toHaveText('Nothing in the record matches “zzzzzz”.');
  const ways = page.locator('[data-part="nothing"] a');
  await expect(ways).toHaveCount(2);
  await expect(ways.first()).toHaveAttribute('href', '../actors/');
  await expect(ways.last()).toHaveAttribute('href', '../table/');
  await field(page).fill('<img src=x>');
  await expect(status(page)).toContainText('<img src=x>');
  await expect(page.locator('main img')).toHaveCount(0);
});

test('many are shown in two parts, by keyboard alone', async ({ page }) => {
  await page.goto('./search/');
  await field(page).focus();
  await page.keyboard.type('soldiers');
  await expect(status(page)).toContainText('“soldiers”');
  await expect(statements(page)).toHaveCount(20);
  const more = page.getByRole('button', { name: /^Show all \d+ statements$/ });
  const all = Number(/\d+/.exec((await more.textContent()) ?? '')?.[0]);
  await more.press('Enter');
  await expect(statements(page)).toHaveCount(all);
  await expect(statements(page).nth(20).getByRole('link').first()).toBeFocused();
  await expect(more).toBeHidden();
});

test('it works below a path, and without a net once it is loaded', async ({
  page,
  context,
  belowPath,
}) => {
  await page.goto(`${belowPath.url}search/?q=Merz`);
  await expect(statements(page).first()).toContainText('Merz');
  await context.setOffline(true);
  await field(page).fill('Türkiye');
  await expect(actors(page)).toHaveText(['Türkiye']);
});

test('an index that does not come is said, and asked for again', async ({ page }) => {
  await page.route('**/index.json', (route) => route.abort());
  await page.goto('./search/?q=Merz');
  await expect(status(page)).toContainText('did not come');
  await expect(page.locator('[data-part="browse"]')).toBeVisible();
  await page.unroute('**/index.json');
  await field(page).focus();
  await expect(statements(page).first()).toContainText('Merz');
});

test('axe finds nothing in the results, light or dark, wide or narrow', async ({ page }) => {
  await page.goto('./search/?q=Estonia');
  await expect(actors(page)).toHaveCount(1);
  expect(await violations(page)).toEqual([]);
  await field(page).fill('Merz');
  await expect(statements(page).locator('.evidence mark').first()).toBeVisible();
  for (const [size, colorScheme] of LOOKS) {
    await page.setViewportSize(SIZES[size]);
    await page.emulateMedia({ colorScheme });
    expect(await violationsIn(page, ['main']), `${size}, ${colorScheme}`).toEqual([]);
  }
});

test('at 320 pixels nothing is cut off, and controls can be touched', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('./search/?q=Estonia');
  await expect(actors(page)).toHaveCount(1);
  const spare = await page.evaluate(() => innerWidth - document.documentElement.scrollWidth);
  expect(spare).toBeGreaterThanOrEqual(0);
  const links = actors(page).getByRole('link');
  for (const one of [field(page), page.getByRole('button', { name: 'Search' }), links]) {
    expect((await one.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  }
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('no field is offered, and every actor is a link', async ({ page }) => {
    await page.goto('./search/?q=Merz');
    await expect(page.locator('main :is(input, button):visible')).toHaveCount(0);
    await expect(page.getByText('needs a script')).toBeVisible();
    await expect(page.locator('.browse a')).toHaveCount(actorNames.size);
  });
});
