import { authoredSteps } from './support/authored.ts';
import { violations, violationsIn } from './support/axe.ts';
import { NO_PAGE, READING_PAGES } from './support/readingPages.ts';
import { expect, test } from './support/site.ts';
import { SIZES } from './support/story.ts';
import { goToStep } from './support/storyPage.ts';

/** What changes from step to step; all the rest of a page is looked at once. */
const CHANGING = ['.bar', '.rail', '.ledger', '.graphic'];

/** Pages about the record itself. */
const RECORD_PAGES = ['sources/', 'data/', 'method/', 'embed/'];

const LOOKS = (['phone', 'phoneOnItsSide', 'desk', 'largeDesk'] as const).flatMap((size) => [
  { size, colorScheme: 'light', forcedColors: 'none' } as const,
  { size, colorScheme: 'dark', forcedColors: 'none' } as const,
]);

for (const { size, colorScheme, forcedColors } of [
  ...LOOKS,
  { size: 'phone', colorScheme: 'dark', forcedColors: 'active' } as const,
  { size: 'desk', colorScheme: 'light', forcedColors: 'active' } as const,
]) {
  test.describe(`${size}, ${colorScheme}, forced colours ${forcedColors}`, () => {
    test.use({
      viewport: SIZES[size],
      colorScheme,
      contextOptions: { reducedMotion: 'reduce', forcedColors },
    });

    test('axe finds nothing in the story, nor at any of its steps', async ({ page }) => {
      test.slow();
      await page.goto('./');
      await expect(page.locator('[data-story]')).toHaveAttribute('data-enhanced', '');
      const found = [...(await violations(page))];
      for (const { id } of authoredSteps) {
        await goToStep(page, id);
        const here = await violationsIn(page, [`[data-step="${id}"]`, ...CHANGING]);
        found.push(...here.map((violation) => `${id}: ${violation}`));
      }
      expect(found).toEqual([]);
    });
  });
}

for (const size of ['phone', 'tablet', 'desk', 'largeDesk'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${size}, ${colorScheme}`, () => {
      test.use({ viewport: SIZES[size], colorScheme });

      test('axe finds nothing on the other pages', async ({ page }) => {
        test.slow();
        const found: string[] = [];
        for (const path of [...READING_PAGES, NO_PAGE, ...RECORD_PAGES]) {
          await page.goto(`./${path}`);
          found.push(...(await violations(page)).map((violation) => `${path}: ${violation}`));
        }
        expect(found).toEqual([]);
      });
    });
  }
}

test('axe finds nothing in the story whose script has not come', async ({ page }) => {
  await page.setViewportSize(SIZES.phone);
  await page.route('**/*.js', (route) => route.abort());
  await page.goto('./');
  expect(await violations(page)).toEqual([]);
});

test('this test finds a violation that is put into a step', async ({ page }) => {
  await page.goto('./');
  await violations(page);
  await page
    .locator('.card h2')
    .first()
    .evaluate((heading) => {
      heading.after(Object.assign(document.createElement('button'), { type: 'button' }));
    });
  const found = await violationsIn(page, [`[data-step="${authoredSteps[0]!.id}"]`]);
  expect(found).toEqual([expect.stringContaining('button-name')]);
});
