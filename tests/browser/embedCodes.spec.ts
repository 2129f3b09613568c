import type { Page } from '@playwright/test';
import {
  duoCode,
  elementCode,
  pictureCode,
  stepperCode,
  bodyOfElement,
} from '../../src/embed/codes.ts';
import type { GeneratorData } from '../../src/embed/generator.ts';
import { SAMPLE_HOSTS } from '../../src/embed/sampleHosts.ts';
import { authoredSteps } from './support/authored.ts';
import { LOOKS, violations } from './support/axe.ts';
import { expect, test } from './support/site.ts';
import { SIZES } from './support/story.ts';

const codeOf = (page: Page, name: string) => page.locator(`[data-code="${name}"]`).inputValue();

const dataOf = async (page: Page) =>
  JSON.parse((await page.locator('[data-story-codes]').textContent()) ?? '') as GeneratorData;

/** The codes' sections that are shown. */
const shownAnswers = (page: Page) =>
  page
    .locator('.answer')
    .evaluateAll((all) => all.filter((each) => each.checkVisibility()).map(({ id }) => id));

const ANSWERS = {
  script: ['scroller'],
  html: ['stepper', 'duo', 'one-step'],
  link: ['link'],
  picture: ['picture'],
};

for (const javaScriptEnabled of [false, true]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled, viewport: SIZES.desk });

    test('all codes are there, and an answer leaves those that fit', async ({ page }) => {
      await page.goto('./embed/');
      expect(await shownAnswers(page)).toEqual(Object.values(ANSWERS).flat().toSorted(byPlace));
      for (const [answer, sections] of Object.entries(ANSWERS)) {
        await page.locator(`[name="can"][value="${answer}"]`).check();
        expect(await shownAnswers(page)).toEqual(sections);
      }
    });
  });
}

const PLACES = ['scroller', 'stepper', 'duo', 'one-step', 'link', 'picture'];
const byPlace = (a: string, b: string) => PLACES.indexOf(a) - PLACES.indexOf(b);

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false, viewport: SIZES.phone });

  test('no control is without effect, and sample pages are linked', async ({ page }) => {
    await page.goto('./embed/');
    const controls = page.locator('button, select, input:not([type="radio"])');
    expect(await controls.count()).toBeGreaterThan(5);
    for (const control of await controls.all()) await expect(control).toBeHidden();
    for (const { id } of SAMPLE_HOSTS) {
      await expect(page.locator(`.hosts a[href$="embed/hosts/${id}/"]`)).toBeVisible();
    }
    expect(await codeOf(page, 'element')).toContain(authoredSteps.at(-1)!.title);
  });
});

test.describe('with scripts', () => {
  test.use({ viewport: SIZES.desk });

  test('options change the codes, as the build would make them', async ({ page }) => {
    await page.goto('./embed/');
    const { story, version, integrity } = await dataOf(page);
    const body = bodyOfElement(await codeOf(page, 'element'));
    const step = story.steps[3]!;
    await page.locator('[data-option="step"]').selectOption(step.id);
    await page.locator('[data-option="theme"]').selectOption('dark');
    await page.locator('[data-option="top"]').fill('64');
    await page.locator('[data-option="tag"]').selectOption('div');
    await page.locator('[data-option="version"]').selectOption('fixed');
    await page.locator('[data-option="form"]').selectOption('svg');

    expect(await codeOf(page, 'stepper')).toBe(
      stepperCode(story, { step: step.id, theme: 'dark' }),
    );
    expect(await codeOf(page, 'picture')).toBe(pictureCode(story, step, 'svg'));
    const duo = await codeOf(page, 'duo');
    const [, instance = ''] = /n=(\w+)/.exec(duo) ?? [];
    expect(instance.length).toBeGreaterThan(3);
    expect(duo).toBe(duoCode(story, { theme: 'dark', top: 64, instance }));
    const options = { theme: 'dark', top: 64, tag: 'div', version, integrity } as const;
    expect(await codeOf(page, 'element')).toBe(elementCode(story, body, options));
    const bytes = Buffer.byteLength(await codeOf(page, 'element'));
    await expect(page.locator('[data-bytes="element"]')).toHaveText(String(bytes));
  });

  test('a header of nonsense height changes no code', async ({ page }) => {
    await page.goto('./embed/');
    const before = await codeOf(page, 'element');
    for (const height of ['-5', '']) {
      await page.locator('[data-option="top"]').fill(height);
      expect(await codeOf(page, 'element')).toBe(before);
    }
    await page.locator('[data-option="top"]').fill('99999');
    expect(await codeOf(page, 'element')).toContain('--nothing-ruled-out-top:300px');
  });

  test('a code is copied, and that is said', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('./embed/');
    const button = page.getByRole('button', { name: 'Copy Code of the stepper' });
    await button.focus();
    await page.keyboard.press('Enter');
    const status = button.locator('xpath=..').getByRole('status');
    await expect(status).toHaveText('Copied.');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await codeOf(page, 'stepper'));
  });

  test('where copying is refused the code is selected, and that is said', async ({ page }) => {
    await page.goto('./embed/');
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
    });
    await page.getByRole('button', { name: 'Copy Code of the stepper' }).click();
    await expect(page.getByText('Selected. Copy it with Ctrl+C')).toBeVisible();
    const selected = await page
      .locator('[data-code="stepper"]')
      .evaluate((area: HTMLTextAreaElement) => area.selectionEnd - area.selectionStart);
    expect(selected).toBe((await codeOf(page, 'stepper')).length);
  });

  test('the preview follows: answer, page, options, and width by keyboard', async ({ page }) => {
    const problems: string[] = [];
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) problems.push(message.text());
    });
    await page.goto('./embed/');
    await page.locator('[name="can"][value="script"]').check();
    await page.locator('[data-option="host"]').selectOption('rem');
    await page.locator('[data-option="theme"]').selectOption('dark');
    const frame = page.locator('[data-preview]');
    await expect(frame).toHaveAttribute('src', /\/embed\/hosts\/rem\/loader\/\?theme=dark&top=0$/);
    await frame.scrollIntoViewIfNeeded();
    const shown = page.frameLocator('[data-preview]').locator('nothing-ruled-out');
    await expect(shown).toHaveAttribute('data-theme', 'dark');
    await expect(shown.locator('iframe')).toHaveCount(1);

    await page.locator('[data-option="width"]').focus();
    await page.keyboard.press('Home');
    await expect(frame).toHaveAttribute('width', '320');
    await page.keyboard.press('ArrowRight');
    await expect(frame).toHaveAttribute('width', '330');
    await expect(page.locator('[data-width]')).toHaveText('330 pixels');
    expect(problems).toEqual([]);
  });

  test('the preview of the stepper begins at the chosen step', async ({ page }) => {
    await page.goto('./embed/');
    const { id, title } = authoredSteps[4]!;
    await page.locator('[data-option="step"]').selectOption(id);
    await page.locator('[data-preview]').scrollIntoViewIfNeeded();
    const stepper = page.frameLocator('[data-preview]').frameLocator('iframe');
    await expect(stepper.locator('[data-counter]')).toContainText(title);
  });
});

for (const [size, colorScheme] of LOOKS) {
  test(`axe finds nothing on the page of the codes, ${size}, ${colorScheme}`, async ({ page }) => {
    await page.setViewportSize(SIZES[size]);
    await page.emulateMedia({ colorScheme });
    await page.goto('./embed/');
    expect(await violations(page)).toEqual([]);
    const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(isWide).toBe(false);
  });
}

for (const { id } of SAMPLE_HOSTS) {
  test(`axe finds nothing in the sample page "${id}", whose policy lets its codes work`, async ({
    page,
  }) => {
    const refused: string[] = [];
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) refused.push(message.text());
    });
    await page.setViewportSize(SIZES.desk);
    await page.goto(`./embed/hosts/${id}/`);
    await expect(page.locator('[data-sample="duo"] iframe').first()).toBeAttached();
    const titles = await page
      .locator('iframe')
      .evaluateAll((all: HTMLIFrameElement[]) => all.map(({ title }) => title));
    expect(new Set(titles).size).toBe(titles.length);
    expect(await violations(page)).toEqual([]);
    expect(refused).toEqual([]);
  });
}

test('on paper all codes are there, whatever was answered', async ({ page }) => {
  await page.goto('./embed/');
  await page.locator('[name="can"][value="link"]').check();
  expect(await shownAnswers(page)).toEqual(['link']);
  await page.emulateMedia({ media: 'print' });
  expect(await shownAnswers(page)).toEqual(PLACES);
});
