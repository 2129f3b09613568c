import type { Page } from '@playwright/test';
import { authoredPositions } from './support/authored.ts';
import { expect, test } from './support/site.ts';
import { SIZES } from './support/story.ts';

const ofGermany = [...authoredPositions.values()].filter(({ actor }) => actor === 'DEU');

/** Marks that are drawn and not dimmed, by position. */
function litMarks(page: Page): Promise<readonly string[]> {
  return page
    .locator('a.mark:visible')
    .evaluateAll((marks) =>
      marks
        .filter((mark) => Number(getComputedStyle(mark).opacity) > 0.9)
        .map((mark) => (mark as HTMLElement).dataset.position ?? ''),
    );
}

for (const size of ['phone', 'desk'] as const) {
  test.describe(size, () => {
    test.use({ viewport: SIZES[size] });

    test('every statement has one mark in sight, wide enough to see, inside of the picture', async ({
      page,
    }) => {
      await page.goto('./time/');
      const marks = await page.locator('a.mark:visible').evaluateAll((all) =>
        all.map((mark) => {
          const { left, right, width } = mark.querySelector('circle')!.getBoundingClientRect();
          const isInside = left >= 0 && right <= innerWidth;
          return { id: (mark as HTMLElement).dataset.position ?? '', width, isInside };
        }),
      );
      expect(marks.map(({ id }) => id).sort()).toEqual([...authoredPositions.keys()].sort());
      expect(marks.filter(({ isInside }) => !isInside)).toEqual([]);
      expect(Math.min(...marks.map(({ width }) => width))).toBeGreaterThan(4);
    });

    test('a chosen actor is traced, the others step back, and a link restores it', async ({
      page,
    }) => {
      await page.goto('./time/');
      await page.getByLabel('Trace an actor').selectOption('Germany');
      expect((await litMarks(page)).toSorted()).toEqual(ofGermany.map(({ id }) => id).sort());
      await expect(page.getByRole('status')).toContainText(
        `Germany: ${ofGermany.length} statements`,
      );
      const more = page.getByRole('link', { name: 'All in the record on Germany' });
      await expect(more).toHaveAttribute('href', '../actors/deu/');
      await expect(page).toHaveURL(/time\/\?actor=deu$/);
      await page.reload();
      expect(await litMarks(page)).toHaveLength(ofGermany.length);
      await page.getByLabel('Trace an actor').selectOption('');
      expect(await litMarks(page)).toHaveLength(authoredPositions.size);
      await expect(page).toHaveURL(/time\/$/);
    });
  });
}

test.describe('at a desk', () => {
  test.use({ viewport: SIZES.desk });

  test('a line joins what was said on the record, a question at a time, and no report', async ({
    page,
  }) => {
    await page.goto('./time/?actor=fra');
    const problems = await page.locator('svg.time:visible').evaluateAll((charts) =>
      charts.flatMap((chart) => {
        const d = chart.querySelector('[data-trace] path')?.getAttribute('d') ?? '';
        const corners = (d.match(/-?[\d.]+/g) ?? []).map(Number);
        const marks = [...chart.querySelectorAll<SVGElement>('.mark[data-actor="FRA"]')];
        return marks.flatMap((mark) => {
          const circle = mark.querySelector('circle')!;
          const [x, y] = ['cx', 'cy'].map((name) => Number(circle.getAttribute(name)));
          const isOnLine = corners.some((value, i) => value === x && corners[i + 1] === y);
          const isSaid = mark.dataset.evidence === 'on-record' && mark.dataset.joined === '';
          return isOnLine === isSaid ? [] : [mark.dataset.position];
        });
      }),
    );
    expect(problems).toEqual([]);
    expect(await page.locator('[data-trace] path[d*="H"]:visible').count()).toBeGreaterThan(0);
  });

  test('a mark under the pointer is read out and its actor traced for as long', async ({
    page,
  }) => {
    await page.goto('./time/');
    const mark = page.locator('.time-wide .mark[data-position="deu-2026-01-06"]');
    await mark.hover();
    await expect(page.locator('[data-reading]').first()).toHaveText(
      'Germany, 6 January 2026, does not rule it out, on the record',
    );
    expect((await litMarks(page)).toSorted()).toEqual(ofGermany.map(({ id }) => id).sort());
    await page.mouse.move(5, 5);
    expect(await litMarks(page)).toHaveLength(authoredPositions.size);
  });

  test('a mark leads to its statement on the actor’s page', async ({ page }) => {
    await page.goto('./time/');
    await page.locator('.time-wide .mark[data-position="deu-2026-01-06"]').click();
    await expect(page).toHaveURL(/actors\/deu\/#deu-2026-01-06$/);
    await expect(page.locator('li:target')).toContainText('6 January 2026');
    await expect(page.locator('li:target')).toBeInViewport();
  });

  test('by keyboard a row is one stop, arrows go along it and to the next', async ({ page }) => {
    await page.goto('./time/');
    const rows = page.locator('svg.time:visible [data-row]');
    const stops = page.locator('svg.time:visible .mark[tabindex="0"]');
    await expect(stops).toHaveCount(await rows.count());
    await stops.first().focus();
    const focused = page.locator('.mark:focus');
    const first = await focused.getAttribute('data-position');
    await page.keyboard.press('ArrowRight');
    const second = await focused.getAttribute('data-position');
    expect(authoredPositions.get(second!)!.date >= authoredPositions.get(first!)!.date).toBe(true);
    expect(second).not.toBe(first);
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowRight');
    await expect(focused).toHaveCount(1);
    await page.keyboard.press('ArrowDown');
    await expect(focused).toHaveAttribute('data-stance', 'open');
    await expect(stops).toHaveCount(await rows.count());
    const name = await focused.getAttribute('aria-label');
    await expect(page.locator('[data-reading]').first()).toHaveText(name!);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/actors\/\w+\/#/);
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false, viewport: SIZES.desk });

  test('the pictures and the table are whole, and nothing is offered that does not work', async ({
    page,
  }) => {
    await page.goto('./time/?actor=fra');
    await expect(page.locator('a.mark:visible')).toHaveCount(authoredPositions.size);
    await expect(page.locator('.statements tbody tr')).toHaveCount(authoredPositions.size);
    await expect(page.locator('main select:visible, [data-reading]:visible')).toHaveCount(0);
    expect(await litMarks(page)).toHaveLength(authoredPositions.size);
  });
});
