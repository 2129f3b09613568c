import type { Page } from '@playwright/test';
import { authoredSteps } from './support/authored.ts';
import { expect, test } from './support/site.ts';
import { SIZES } from './support/story.ts';
import { openStep } from './support/storyPage.ts';

const STANCES = ['ready', 'open', 'undecided', 'support-only', 'rules-out', 'opposes'];
const last = authoredSteps.at(-1)!.id;

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** A glyph that stands for a stance, and whether an eye could read it. */
interface Glyph {
  readonly stance: string;
  readonly glyph: string;
  readonly opacity: number;
  /** Height of the letters in CSS pixels. */
  readonly size: number;
}

/** The glyphs inside an element; a transparent one has the opacity 0. */
function glyphsIn(page: Page, selector: string): Promise<Glyph[]> {
  return page
    .locator(`${selector} .swatch[data-stance], ${selector} [data-stance] > .swatch`)
    .evaluateAll((swatches) =>
      swatches.map((swatch) => {
        const { color, fontSize } = getComputedStyle(swatch);
        const alpha = /rgba\([^)]*,\s*([\d.]+)\)/.exec(color)?.[1] ?? '1';
        return {
          stance: swatch.closest('[data-stance]')?.getAttribute('data-stance') ?? '',
          glyph: swatch.textContent.trim(),
          opacity: Number(alpha),
          size: Number.parseFloat(fontSize),
        };
      }),
    );
}

for (const forcedColors of ['none', 'active'] as const) {
  test.describe(`forced colours ${forcedColors}`, () => {
    test.use({ contextOptions: { reducedMotion: 'reduce', forcedColors } });

    for (const part of ['.legend', '.ledger-list', '.ledger']) {
      test(`every stance has a sign of its own beside its colour in ${part}`, async ({ page }) => {
        await page.setViewportSize(SIZES.desk);
        await openStep(page, last);
        const all = await glyphsIn(page, part);
        const glyphs = all.filter(({ stance, glyph }) => STANCES.includes(stance) && glyph !== '');
        expect(new Set(glyphs.map(({ stance }) => stance))).toEqual(new Set(STANCES));
        expect(new Set(glyphs.map(({ glyph }) => glyph)).size).toBe(STANCES.length);
        expect(glyphs.filter(({ opacity, size }) => opacity < 1 || size < 7)).toEqual([]);
      });
    }

    test('a position in a card is told in words, not by its colour alone', async ({ page }) => {
      await page.goto('./');
      const lines = await page.locator('.card [data-position]').allTextContents();
      expect(lines.filter((line) => !/:\s+\S/.test(line))).toEqual([]);
      const reported = page.locator('.card [data-position][data-evidence="reported"]');
      const words = await reported.allTextContents();
      expect(words.filter((line) => !line.includes('(reported)'))).toEqual([]);
      expect(words.length).toBeGreaterThan(0);
    });

    test('the bar of counts tells its stances apart by more than colour', async ({ page }) => {
      await page.setViewportSize(SIZES.phone);
      await openStep(page, last);
      const signs = await page.evaluate((stances) => {
        const shown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
        return stances.map((stance) => {
          const parts = [...document.querySelectorAll(`.ledger [data-stance="${stance}"]`)];
          const words = parts
            .filter(shown)
            .map(({ textContent }) => textContent.replace(/[\d\s]/g, ''));
          return words.join('');
        });
      }, STANCES);
      expect(signs.filter((sign) => sign === '')).toEqual([]);
      expect(new Set(signs).size).toBe(STANCES.length);
    });

    test('spotlighted shapes keep an outline of their own on the shared map', async ({ page }) => {
      await page.setViewportSize(SIZES.desk);
      await openStep(page, last);
      const outlines = await page.locator('[data-graphic] .spot').evaluateAll((shapes) =>
        shapes.map((shape) => {
          const { stroke, strokeWidth } = getComputedStyle(shape);
          return { stroke, width: Number.parseFloat(strokeWidth) };
        }),
      );
      expect(outlines.length).toBeGreaterThan(0);
      const sea = await page
        .locator('.sea')
        .first()
        .evaluate((shape) => getComputedStyle(shape).fill);
      expect(outlines.filter(({ stroke, width }) => stroke === sea || width < 2)).toEqual([]);
    });

    test('the present step of the rail differs from the others by what is drawn', async ({
      page,
    }) => {
      await page.setViewportSize(SIZES.desk);
      await openStep(page, authoredSteps[2]!.id);
      const dots = await page.locator('[data-rail] a').evaluateAll((links) =>
        links.map((link) => {
          const { backgroundColor, borderTopWidth, width } = getComputedStyle(link, '::before');
          return [backgroundColor, borderTopWidth, width].join(' ');
        }),
      );
      const present = dots[2];
      expect(dots.filter((dot) => dot === present)).toHaveLength(1);
    });

    test('the focus is seen', async ({ page }) => {
      await page.setViewportSize(SIZES.desk);
      await openStep(page, last);
      const pill = page.locator('[data-ledger] .pill a').first();
      await page.locator('[data-rail] a').last().focus();
      await page.keyboard.press('Tab');
      const isPill = await pill.evaluate((link) => link === document.activeElement);
      const focused = page.locator(':focus');
      expect(isPill || (await focused.count()) === 1).toBe(true);
      const { outlineStyle, outlineWidth, outlineColor, ground } = await focused.evaluate(
        (link) => {
          const style = getComputedStyle(link);
          const { backgroundColor: ground } = getComputedStyle(document.body);
          const { outlineStyle, outlineWidth, outlineColor } = style;
          return { outlineStyle, outlineWidth, outlineColor, ground };
        },
      );
      expect(outlineStyle).not.toBe('none');
      expect(Number.parseFloat(outlineWidth)).toBeGreaterThanOrEqual(2);
      expect(outlineColor).not.toBe(ground);
    });
  });
}

test('stripes mark every reported position on a map and no other', async ({ page }) => {
  await page.goto('./');
  const wrong = await page
    .locator('[data-step] [data-map]')
    .evaluateAll((maps) =>
      maps.flatMap((map) =>
        [...map.querySelectorAll('[data-part="overlay"] [data-actor]')].filter(
          (mark) =>
            mark.getAttribute('data-evidence') !== 'reported' ||
            !mark
              .getAttribute('fill')
              ?.includes(`stripes-${mark.getAttribute('data-stance') ?? ''}-`),
        ),
      ),
    );
  expect(wrong).toHaveLength(0);
  const solid = page.locator('[data-step] [data-part="marks"] > use[data-evidence="reported"]');
  const fills = await solid.evaluateAll((marks) =>
    marks.map((mark) => getComputedStyle(mark).fill),
  );
  const land = await page
    .locator('[data-step] [data-part="marks"] > use:not([data-stance]):not([data-role])')
    .first()
    .evaluate((mark) => getComputedStyle(mark).fill);
  expect(fills.filter((fill) => fill !== land)).toEqual([]);
});
