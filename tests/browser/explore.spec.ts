import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { actorNames, authoredPositions, longDate, sourceAddresses } from './support/authored.ts';
import { carriedRecord, daysOf, expectTrue, openView, rested } from './support/exploreView.ts';
import { expect, test } from './support/site.ts';
import { SIZES } from './support/story.ts';

const FORCE = 'post-ceasefire-force';

test.use({ viewport: SIZES.desk });

const slider = (page: Page) => page.getByRole('slider', { name: 'Date' });
const panel = (page: Page) => page.locator('[data-history]');
const asOf = (page: Page) => page.locator('[data-explore]').getAttribute('data-as-of');
const search = (page: Page) => new URL(page.url()).searchParams;

test.describe('the date', () => {
  test('goes from statement to statement by keys, and says where it is', async ({ page }) => {
    await openView(page);
    const days = await daysOf(page, FORCE);
    await slider(page).focus();
    const end = (await asOf(page))!;
    const earlier = days.filter((day) => day < end).reverse();
    for (const day of earlier.slice(0, 4)) {
      await page.keyboard.press('ArrowLeft');
      await expect(slider(page)).toHaveAttribute('aria-valuetext', longDate(day));
    }
    await expectTrue(page);
    await page.keyboard.press('Home');
    await expectTrue(page);
    expect(await asOf(page)).toBe((await carriedRecord(page)).from);
    await page.keyboard.press('ArrowRight');
    await expectTrue(page);
    expect(await asOf(page)).toBe(days[0]);
    await page.keyboard.press('ArrowUp');
    await rested(page);
    expect(await asOf(page)).toBe(days[1]);
    await page.keyboard.press('End');
    await rested(page);
    await page.keyboard.press('PageDown');
    await rested(page);
    expect(await asOf(page)).toBe(end.replace('-02-', '-01-'));
    await page.keyboard.press('PageUp');
    await rested(page);
    expect(await asOf(page)).toBe(end);
  });

  test('shows at the end of a fast drag what stands on the day under the thumb', async ({
    page,
  }) => {
    await openView(page);
    const box = (await slider(page).boundingBox())!;
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width - 12, y);
    await page.mouse.down();
    for (const share of [0.9, 0.2, 0.7, 0.4, 0.95, 0.62]) {
      await page.mouse.move(box.x + box.width * share, y, { steps: 6 });
    }
    await page.mouse.up();
    await expectTrue(page);
    const { from, asOf: last } = await carriedRecord(page);
    const days = (Date.parse(last) - Date.parse(from)) / 86_400_000;
    const away = (Date.parse((await asOf(page))!) - Date.parse(from)) / 86_400_000;
    expect(Math.abs(away / days - 0.62)).toBeLessThan(0.02);
  });

  test('fades the months after it, and the buttons stop at the ends', async ({ page }) => {
    await openView(page, `?date=2025-03-10&question=${FORCE}`);
    const later = await page
      .locator('[data-month]')
      .evaluateAll((months) =>
        months.map((month) => [
          month.getAttribute('data-month')!,
          month.hasAttribute('data-later'),
        ]),
      );
    expect(later.filter(([month, isLater]) => isLater !== String(month) > '2025-03-10')).toEqual(
      [],
    );
    const days = await daysOf(page, FORCE);
    await page.getByRole('button', { name: 'Next statement' }).click();
    await expectTrue(page);
    expect(await asOf(page)).toBe(days.find((day) => day > '2025-03-10'));
    await page.getByRole('button', { name: 'Previous statement' }).click();
    await rested(page);
    expect(await asOf(page)).toBe(days.findLast((day) => day <= '2025-03-10'));
    await openView(page);
    await page.getByRole('button', { name: 'Next statement' }).click({ force: true });
    expect(await asOf(page)).toBe((await carriedRecord(page)).asOf);
  });

  test('is played only when asked, statement by statement, paused, and ends', async ({ page }) => {
    await page.clock.install();
    await page.goto(`./explore/?date=2026-01-01&question=${FORCE}`);
    await page.clock.runFor(3000);
    expect(await asOf(page)).toBe('2026-01-01');
    const rest = (await daysOf(page, FORCE)).filter((day) => day > '2026-01-01');
    expect(rest.length).toBeGreaterThan(4);
    await page.getByRole('button', { name: 'Play the statements' }).click();
    await page.clock.runFor(950);
    expect(await asOf(page)).toBe(rest[0]);
    await page.clock.runFor(900);
    expect(await asOf(page)).toBe(rest[1]);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.clock.runFor(5000);
    expect(await asOf(page)).toBe(rest[1]);
    await page.getByRole('button', { name: 'Play the statements' }).click();
    await page.clock.runFor(900 * (rest.length + 2));
    expect(await asOf(page)).toBe(rest.at(-1));
    await expect(page.getByRole('button', { name: 'Play the statements' })).toBeVisible();
  });

  test('is still usable, and changes at once, where motion is reduced', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await openView(page, `?date=2026-01-05&question=${FORCE}`);
    await page.getByRole('button', { name: 'Play the statements' }).click();
    await expect(page.locator('[data-explore]')).not.toHaveAttribute('data-as-of', '2026-01-05');
    const moving = await page.evaluate(() => document.getAnimations().length);
    expect(moving).toBe(0);
  });
});

test('what is shown is true on every question, evidence and grade, and on days between', async ({
  page,
}) => {
  await openView(page);
  const { questions } = await carriedRecord(page);
  const dates = ['2024-03-01', '2025-02-20'];
  for (const [at, question] of questions.entries()) {
    const filter = ['', '&evidence=on-record', '&evidence=reported', '&confidence=high'][at % 4]!;
    for (const date of dates) {
      await openView(page, `?date=${date}&question=${question}${filter}`);
      await expectTrue(page);
    }
  }
});

test('a question, a filter and an actor are each an entry of the history; time is none', async ({
  page,
}) => {
  await openView(page);
  const first = page.url();
  await page.getByRole('radio', { name: 'Combat troops' }).check();
  await expectTrue(page);
  expect(search(page).get('question')).toBe('combat');
  await page.getByLabel('How it is known').selectOption('on the record only');
  await expectTrue(page);
  await page.getByLabel('Confidence').selectOption('high only');
  await expectTrue(page);
  await expect(page.locator('[data-group="left-out"] [data-tally]')).not.toHaveText('0');
  await slider(page).focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await rested(page);
  const moved = search(page).get('date');
  await page.getByRole('link', { name: 'Finland', exact: true }).first().click();
  await expectTrue(page);
  await page.goBack();
  await expectTrue(page);
  expect(search(page).get('date')).toBe(moved);
  await expect(panel(page)).toBeHidden();
  for (let back = 0; back < 3; back += 1) await page.goBack();
  await expect(page).toHaveURL(first);
  await page.waitForTimeout(250);
  await expect(page.getByRole('radio', { name: 'Soldiers after a ceasefire' })).toBeChecked();
  await page.goForward();
  await expectTrue(page);
  expect(search(page).get('question')).toBe('combat');
});

test.describe('an actor', () => {
  /** Fails unless the panel has every statement of an actor with its words and sources. */
  async function expectHistory(page: Page, id: string): Promise<void> {
    await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText(actorNames.get(id)!);
    const own = [...authoredPositions.values()].filter(({ actor }) => actor === id);
    await expect(panel(page).locator('[data-position]')).toHaveCount(own.length);
    for (const { id: position, date, sources } of own) {
      const entry = panel(page).locator(`[data-position="${position}"]`);
      await expect(entry.locator('.dateline')).toContainText(longDate(date));
      for (const source of sources) {
        const address = sourceAddresses.get(source)!;
        await expect(entry.locator(`a[href="${address}"]`)).toHaveCount(1);
      }
    }
  }

  test('is chosen on the map', async ({ page }) => {
    await openView(page);
    const { x, y, width, height } = (await page
      .locator('[data-part="marks"] > [data-actor="ROU"]')
      .boundingBox())!;
    await page.mouse.click(x + width / 2, y + height / 2);
    await expectHistory(page, 'ROU');
    await expectTrue(page);
    expect(search(page).get('actor')).toBe('rou');
  });

  test('is chosen on the map though it is small', async ({ page }) => {
    await openView(page);
    const dot = (await page.locator('.dot[data-actor="MLT"]').boundingBox())!;
    await page.mouse.click(dot.x + dot.width / 2 + 8, dot.y + dot.height / 2 + 6);
    await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('Malta');
    await expect(panel(page)).toContainText('No position found for Malta on any question.');
    await expect(panel(page)).toContainText('This is not a no.');
  });

  test('is chosen in the ledger, in the list and by search, and leads to its page', async ({
    page,
  }) => {
    await openView(page);
    await page.locator('.pill[data-actor="POL"] a').first().click();
    await expectHistory(page, 'POL');
    await expect(
      panel(page).getByRole('link', { name: 'All in the record on Poland' }),
    ).toHaveAttribute('href', '../actors/pol/');
    await panel(page).getByRole('button', { name: 'All actors' }).click();
    await expect(page.locator('[data-names] a')).toHaveCount(actorNames.size);
    await page.locator('[data-names]').getByRole('link', { name: 'Canada' }).click();
    await expectHistory(page, 'CAN');
    const canada = (await page.locator('[data-part="marks"] > [data-actor="CAN"]').boundingBox())!;
    expect(canada.y + canada.height / 2).toBeGreaterThan(0);
    const find = page.getByRole('combobox', { name: 'Find an actor' });
    await find.fill('turkiy');
    await find.press('Enter');
    await expectHistory(page, 'TUR');
    await find.fill('germany');
    await expectHistory(page, 'DEU');
    await page.reload();
    await expectHistory(page, 'DEU');
  });

  test('is read under the pointer', async ({ page }) => {
    await openView(page, `?date=2026-02-28&question=${FORCE}`);
    await page.locator('.pill[data-actor="DEU"]').first().hover();
    await expect(page.locator('[data-reading]')).toHaveText(
      /^Germany: does not rule it out, on the record, 6 January 2026/,
    );
  });

  test('has its statements by link where they cannot be loaded', async ({ page }) => {
    await page.route('**/statements.json', (route) => route.abort());
    await openView(page, '?actor=pol');
    await expect(panel(page)).toContainText('could not be loaded');
    await expect(panel(page).getByRole('link', { name: /All in the record/ })).toBeVisible();
  });
});

test('two days stand side by side as a picture and as a list, by an address that restores them', async ({
  page,
}) => {
  await openView(page, `?date=2026-02-28&question=${FORCE}`);
  await page.getByRole('link', { name: 'Compare' }).click();
  await rested(page);
  expect(search(page).get('compare')).toBe('2025-02-28');
  await page.getByLabel('Compare the day of the map with').fill('2025-03-15');
  await rested(page);
  const comparison = page.locator('[data-comparison]');
  const listed = await comparison.locator('.moves li').allTextContents();
  expect(listed.length).toBeGreaterThan(10);
  const record = await carriedRecord(page);
  const scaled = record.actors.filter(({ role }) => !role || role === 'organisation').length;
  const counts = await comparison
    .locator('svg text')
    .evaluateAll((texts) => texts.map(({ textContent }) => textContent));
  const numbers = counts
    .filter((text) => !/20\d\d/.test(text))
    .map((text) => Number(/\d+/.exec(text)));
  expect(numbers.reduce((sum, one) => sum + one, 0)).toBe(2 * scaled);
  await expect(page.locator('[data-compared]')).toHaveAttribute('display', 'inline');
  await page.reload();
  await rested(page);
  expect(await comparison.locator('.moves li').allTextContents()).toEqual(listed);
  await page.getByRole('button', { name: 'End the comparison' }).click();
  await expect(comparison).toBeEmpty();
  await page.goBack();
  await expect(comparison.locator('svg')).toBeVisible();
});

test('a reader who hears the page is told what changed, once it rests', async ({ page }) => {
  await openView(page, `?date=2026-01-05&question=${FORCE}`);
  const live = page.locator('[data-live]');
  await expect(live).toHaveText('');
  await page.evaluate(() => {
    const told: string[] = [];
    Object.assign(globalThis, { told });
    new MutationObserver(() => {
      told.push(document.querySelector('[data-live]')!.textContent);
    }).observe(document.querySelector('[data-live]')!, { childList: true });
  });
  await slider(page).focus();
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowRight', 'ArrowRight', 'ArrowRight']) {
    await page.keyboard.press(key);
  }
  await rested(page);
  await expect(live).toHaveText(/^Soldiers after a ceasefire, as of \d+ January 2026\. .+: .+/);
  const told = await page.evaluate(() => (globalThis as unknown as { told: string[] }).told.length);
  expect(told).toBeLessThan(4);
  await expect(page.locator('[data-words-heading]')).toContainText(longDate((await asOf(page))!));
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the page is whole: map, ledger, months, words, every actor; no control that does nothing', async ({
    page,
  }) => {
    await page.goto('./explore/?date=2024-03-01&question=combat');
    await expect(page.locator('[data-map]')).toBeVisible();
    expect(await page.locator('[data-part="marks"] > [data-stance]').count()).toBeGreaterThan(25);
    expect(await page.locator('.pill:visible').count()).toBeGreaterThan(40);
    expect(await page.locator('[data-month] rect').count()).toBeGreaterThan(20);
    await expect(page.locator('[data-words] li').first()).toContainText('Would send');
    await expect(page.locator('[data-names] a')).toHaveCount(actorNames.size);
    const controls = 'main :is(button, input, select, fieldset, [data-link], [data-compare])';
    await expect(page.locator(`${controls}:visible`)).toHaveCount(0);
    for (const path of ['time', 'table', 'borders']) {
      await expect(page.locator(`main a[href="../${path}/"]`).first()).toBeVisible();
    }
  });
});

test('the view is printed with its comparison and without its controls', async ({ page }) => {
  await openView(page, `?date=2025-09-04&question=${FORCE}&compare=2025-03-01&actor=fra`);
  await expect(panel(page).locator('[data-position]').first()).toBeAttached();
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 680, height: 980 });
  await expect(page.locator('.moves li').first()).toBeVisible();
  await expect(page.locator('[data-map]')).toBeVisible();
  const controls = 'main :is(button, input, select, fieldset):visible';
  await expect(page.locator(controls).filter({ hasNotText: 'All actors' })).toHaveCount(0);
  const last = panel(page).locator('[data-position]').last();
  await expect(last).toBeVisible();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(680);
});

/** The parts of the first screen, which must not cover one another; on a desk the ledger scrolls in its card. */
const PARTS = ['.switch', '.explore-map .stage', '.explore-time', '.explore-panel'];

for (const size of ['phone', 'tablet', 'desk', 'largeDesk'] as const) {
  test.describe(size, () => {
    test.use({ viewport: SIZES[size] });

    test('no part covers another, and what is pressed is large enough', async ({ page }) => {
      await openView(page, `?date=2025-09-04&question=${FORCE}&actor=fra`);
      const side = size === 'phone' || size === 'tablet' ? '.explore-ledger' : '.explore-side';
      const names = [...PARTS, side];
      const boxes = await page.evaluate(
        (parts) => parts.map((part) => document.querySelector(part)!.getBoundingClientRect()),
        names,
      );
      const covering = boxes.flatMap((one, at) =>
        boxes.slice(at + 1).flatMap((other, next) => {
          const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
          const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
          return across > 1 && down > 1 ? [`${names[at]!} and ${names[at + 1 + next]!}`] : [];
        }),
      );
      expect(covering).toEqual([]);
      const least = size === 'phone' ? 44 : 35;
      const small = await page
        .locator('.switch label, .time-steps button, .time-filters select, .explore .button')
        .evaluateAll(
          (all, pixels) =>
            all.flatMap((one) => {
              const { width, height } = one.getBoundingClientRect();
              const isSmall = width > 0 && (height < pixels - 0.5 || width < pixels - 0.5);
              return isSmall ? [`${one.textContent.trim()} ${width} × ${height}`] : [];
            }),
          least,
        );
      expect(small).toEqual([]);
      const pills = await page
        .locator('.pill a, [data-names] a')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
      expect(pills.filter((height) => height > 0 && height < 24)).toEqual([]);
    });

    test('axe finds nothing, in light and in dark', async ({ page }) => {
      await openView(page, `?date=2025-09-04&question=${FORCE}&actor=fra&compare=2025-03-01`);
      await expect(panel(page).locator('[data-position]').first()).toBeAttached();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ') ?? ''}`),
          colorScheme,
        ).toEqual([]);
      }
    });
  });
}

/** What a frame of scrubbing writes whatever the day: date, slider, titles and hooks of the view. */
const MOST_WRITES = 11;

/**
 * How long it takes is told by `npm run bench -- --only scrub`; what keeps it short holds on any machine:
 * only what differs is touched.
 */
test('a frame of scrubbing shows its own day and touches nothing that stays as it was', async ({
  page,
}) => {
  await page.setViewportSize(SIZES.phone);
  await openView(page, '?date=2024-02-26&actor=fra');
  const frames = await page.evaluate(async () => {
    const root = document.querySelector<HTMLElement>('[data-explore]')!;
    const input = root.querySelector<HTMLInputElement>('[data-slider]')!;
    const standings = () =>
      [...root.querySelectorAll('[data-part="marks"] > [data-stance], .stripes')]
        .map((mark) => mark.outerHTML.replace(/ d="[^"]*"/, ''))
        .join();
    const fades = () => root.querySelectorAll('[data-month][data-later]').length;
    let count = 0;
    const writes = new MutationObserver((records) => {
      count += records.length;
    });
    const all = { attributes: true, childList: true, characterData: true, subtree: true };
    writes.observe(root, all);
    const seen: { day: string; count: number; isSame: boolean }[] = [];
    const move = async (day: number): Promise<void> => {
      input.value = String(day);
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise(requestAnimationFrame);
      await Promise.resolve();
    };
    // Between two frames a slow machine may find the time to come to rest, and write what rest writes.
    const wait = window.setTimeout.bind(window);
    window.setTimeout = (() => 0) as unknown as typeof setTimeout;
    input.dispatchEvent(new PointerEvent('pointerdown'));
    for (let day = 26; day < Number(input.max); day += 4) {
      const [before, faded] = [standings(), fades()];
      count = 0;
      await move(day);
      const isSame = before === standings() && faded === fades();
      seen.push({ day: root.dataset.asOf ?? '', count, isSame });
    }
    window.setTimeout = wait;
    await move(Number(input.max));
    return seen;
  });
  const { from } = await carriedRecord(page);
  const dayAt = (at: number) => new Date(Date.parse(from) + (26 + 4 * at) * 86_400_000);
  expect(frames.length).toBeGreaterThan(150);
  expect(frames.filter(({ day }, at) => day !== dayAt(at).toISOString().slice(0, 10))).toEqual([]);
  const quiet = frames.filter(({ isSame }) => isSame);
  expect(quiet.length).toBeGreaterThan(60);
  expect(Math.min(...quiet.map(({ count }) => count))).toBeGreaterThan(0);
  expect(quiet.filter(({ count }) => count > MOST_WRITES)).toEqual([]);
  await expectTrue(page);
});
