import type { Locator } from '@playwright/test';
import { actorNames, authoredPositions, authoredSteps, longDate } from './support/authored.ts';
import { isInside } from './support/boxes.ts';
import { expect, test } from './support/site.ts';
import { SIZES } from './support/story.ts';
import type { ScreenBox } from './support/storyPage.ts';

const positionsOf = (id: string) =>
  [...authoredPositions.values()].filter(({ actor }) => actor === id);

test.use({ javaScriptEnabled: false });

/** Left, top, right and bottom on the screen. */
async function boxOf(locator: Locator): Promise<ScreenBox> {
  const { x, y, width, height } = (await locator.boundingBox())!;
  return [x, y, x + width, y + height];
}

for (const size of ['phone', 'desk'] as const) {
  test.describe(size, () => {
    test.use({ viewport: SIZES[size] });

    test('an actor’s page shows its map with its label inside, and every statement with its date', async ({
      page,
    }) => {
      await page.goto('./actors/lva/');
      const frame = await boxOf(page.locator('.actor-map .frame'));
      expect(frame[3] - frame[1]).toBeGreaterThan(250);
      const label = page.locator('.actor-map .labels.narrow [data-label="LVA"]');
      await expect(label).toContainText('Latvia');
      expect(isInside(await boxOf(label), frame)).toBe(true);
      for (const { id, date } of positionsOf('LVA')) {
        await expect(page.locator(`li[id="${id}"]`)).toContainText(longDate(date));
      }
    });
  });
}

test('the permanent address of a statement lands on it, marked', async ({ page }) => {
  await page.goto('./actors/fra/#fra-2024-05-30');
  const entry = page.locator('li:target');
  await expect(entry).toBeInViewport();
  await expect(entry).toContainText('30 May 2024');
  await expect(entry).toContainText('Reported, unnamed sources');
});

test('a silent actor is not made to say no', async ({ page }) => {
  for (const id of ['mlt', 'prk', 'che', 'isl']) {
    await page.goto(`./actors/${id}/`);
    await expect(page.locator('.lead'), id).toContainText(
      'No position found as of 28 February 2026. This is not a no.',
    );
    await expect(page.locator('.now'), id).toHaveCount(0);
  }
});

test('from the list to a page, to a step of the story, and from the ledger back to a page', async ({
  page,
}) => {
  await page.goto('./actors/#fra');
  await expect(page.locator('li:target')).toContainText('France');
  await page.locator('li:target .name').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(actorNames.get('FRA')!);
  const step = authoredSteps.find(({ spotlight }) =>
    spotlight.some((id) => id.startsWith('fra-')),
  )!;
  await page.getByRole('link', { name: step.title }).click();
  await expect(page).toHaveURL(new RegExp(`/#${step.id}$`));
  await page.locator('.ledger-list a', { hasText: 'France' }).first().click();
  await expect(page).toHaveURL(/actors\/fra\/$/);
});
