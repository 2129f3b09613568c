import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { authoredSteps } from './support/authored.ts';
import { expect, test } from './support/site.ts';
import { SIZES } from './support/story.ts';
import { goToStep } from './support/storyPage.ts';

type Results = Awaited<ReturnType<AxeBuilder['analyze']>>;

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What changes from step to step; all the rest of a page is looked at once. */
const CHANGING = ['.bar', '.rail', '.ledger', '.graphic'];

const PAGES = ['table/', 'actors/', 'text/', 'borders/', 'time/', 'actors/fra/', 'nothing-here'];

/** Pages about the record itself. */
const RECORD_PAGES = ['sources/', 'data/', 'method/'];

/** Looks at the whole page. */
async function violations(page: Page): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).withTags(TAGS).options({ resultTypes: ['violations'] });
  return lines(await axe.setLegacyMode().analyze());
}

/**
 * Looks at parts of a page that `violations` has looked at before: axe is still in it, and asking it there
 * takes a quarter of the time.
 */
async function violationsIn(page: Page, parts: readonly string[]): Promise<readonly string[]> {
  const results = await page.evaluate(
    ([include, runOnly]) => {
      type Run = (context: object, options: object) => Promise<Results>;
      const { axe } = globalThis as unknown as { axe: { run: Run } };
      return axe.run({ include }, { runOnly, resultTypes: ['violations'] });
    },
    [parts.map((part) => [part]), TAGS] as const,
  );
  return lines(results);
}

/** One line a rule, with the first element that breaks it and how many do. */
function lines({ violations: found }: Results): readonly string[] {
  return found.map(({ id, nodes }) => {
    const [{ target, any, all, none } = { target: [], any: [], all: [], none: [] }] = nodes;
    const [reason] = [...any, ...all, ...none];
    return `${id} (${nodes.length}): ${target.join(' ')}: ${reason?.message ?? ''}`;
  });
}

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

for (const [size, colorScheme] of [
  ['phone', 'light'],
  ['desk', 'dark'],
] as const) {
  test.describe(`${size}, ${colorScheme}`, () => {
    test.use({ viewport: SIZES[size], colorScheme });

    for (const path of [...PAGES, ...RECORD_PAGES]) {
      test(`axe finds nothing on ${path}`, async ({ page }) => {
        await page.goto(`./${path}`);
        expect(await violations(page)).toEqual([]);
      });
    }
  });
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
