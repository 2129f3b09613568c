import type { Page } from '@playwright/test';
import { actorNames } from './support/authored.ts';
import { expect, test } from './support/site.ts';
import { SIZES } from './support/story.ts';

const FORCE = 'Soldiers after a ceasefire';

test.use({ viewport: SIZES.desk });

/** Names of the actors whose rows are shown, from the top. */
function shownActors(page: Page): Promise<readonly string[]> {
  return page
    .locator('tbody tr:visible th')
    .evaluateAll((headers) =>
      headers.map((header) => header.querySelector('a')?.textContent ?? ''),
    );
}

/** What the shown cells of a question hold, as "stance evidence" in rows from the top. */
function held(page: Page, question: string): Promise<readonly string[]> {
  return page
    .locator(`tbody tr:visible td[data-question="${question}"]`)
    .evaluateAll((cells) => cells.map((cell) => (cell as HTMLElement).dataset.holds ?? ''));
}

test('what is asked is shown, counted and written into the address, and a link restores it', async ({
  page,
}) => {
  await page.goto('./table/');
  await expect(page.getByRole('status')).toHaveText(
    `${actorNames.size} of ${actorNames.size} actors`,
  );
  await page.getByLabel('Question').selectOption(FORCE);
  await page.getByRole('combobox', { name: 'Position' }).selectOption('Would send');
  await page.getByLabel('How it is known').selectOption('on the record');
  const holds = await held(page, 'post-ceasefire-force');
  expect(holds.length).toBeGreaterThan(2);
  expect(holds.filter((one) => !one.split(' ').includes('ready:on-record'))).toEqual([]);
  await expect(page.getByRole('status')).toHaveText(`${holds.length} of ${actorNames.size} actors`);
  await expect(page.getByRole('columnheader')).toHaveCount(2);
  const actors = await shownActors(page);
  await expect(page).toHaveURL(
    /table\/\?question=post-ceasefire-force&stance=ready&evidence=on-record$/,
  );

  await page.reload();
  expect(await shownActors(page)).toEqual(actors);
  await expect(page.getByRole('combobox', { name: 'Position' })).toHaveValue('ready');
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(page.locator('tbody tr:visible')).toHaveCount(actorNames.size);
  await expect(page).toHaveURL(/table\/$/);
});

test('an actor is found by a part of its name', async ({ page }) => {
  await page.goto('./table/');
  await page.getByRole('searchbox', { name: 'Actor' }).fill('turki');
  expect(await shownActors(page)).toEqual(['Türkiye']);
  await page.getByRole('searchbox', { name: 'Actor' }).fill('nobody');
  await expect(page.getByRole('status')).toHaveText(`0 of ${actorNames.size} actors`);
});

test('a header sorts by position, then the other way round; another by date', async ({ page }) => {
  await page.goto('./table/');
  const header = page.getByRole('columnheader', { name: FORCE });
  const ranks = () =>
    page
      .locator('tbody td[data-question="post-ceasefire-force"]')
      .evaluateAll((cells) =>
        cells
          .map((cell) => (cell as HTMLElement).dataset)
          .map(({ rank, day }) => [Number(rank), day ?? '']),
      );
  const filled = async () => (await ranks()).filter(([, day]) => day !== '');

  await page.getByRole('button', { name: FORCE, exact: true }).click();
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  const up = (await filled()).map(([rank]) => Number(rank));
  expect(up).toEqual(up.toSorted((a, b) => a - b));
  await page.getByRole('button', { name: FORCE, exact: true }).click();
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  const down = (await filled()).map(([rank]) => Number(rank));
  expect(down).toEqual(down.toSorted((a, b) => b - a));

  await page.getByRole('button', { name: `${FORCE}, by date` }).click();
  await expect(page).toHaveURL(/sort=-post-ceasefire-force\.date$/);
  const days = (await ranks()).map(([, day]) => String(day));
  expect(days).toEqual(days.toSorted().reverse());
  await expect(page.locator('[aria-sort]')).toHaveCount(1);
});

test('an address that asks for what is not there shows all', async ({ page }) => {
  await page.goto('./table/?stance=maybe&question=weather&sort=nothing');
  await expect(page.locator('tbody tr:visible')).toHaveCount(actorNames.size);
  await expect(page.getByRole('combobox', { name: 'Position' })).toHaveValue('');
});

test('a header’s button keeps the focus while the rows change', async ({ page }) => {
  await page.goto('./table/');
  const button = page.getByRole('button', { name: FORCE, exact: true });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(button).toBeFocused();
});

test('on a phone one question fits the width, and names stay in sight beside all', async ({
  page,
}) => {
  await page.setViewportSize(SIZES.phone);
  await page.goto('./table/?question=post-ceasefire-force');
  const region = page.getByRole('region', { name: 'Table of positions' });
  const spare = await region.evaluate((box) => box.clientWidth - box.scrollWidth);
  expect(spare).toBeGreaterThanOrEqual(0);
  await page.goto('./table/');
  await region.evaluate((box) => {
    box.scrollLeft = 400;
  });
  await expect(page.locator('tbody th').first()).toBeInViewport({ ratio: 0.9 });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the table is whole, and nothing is offered that does not work', async ({ page }) => {
    await page.goto('./table/?stance=ready');
    await expect(page.locator('tbody tr:visible')).toHaveCount(actorNames.size);
    await expect(page.locator('[data-filters]')).toBeHidden();
    await expect(page.locator('main button:visible, main select:visible')).toHaveCount(0);
  });
});
