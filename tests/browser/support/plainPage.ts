import type { Page } from '@playwright/test';
import { authoredSteps } from './authored.ts';
import { expect } from './site.ts';
import { seeMap } from './storyPage.ts';

/** Exceptions of the page's scripts as they come, the one that it reports when it gives up included. */
export function exceptionsOf(page: Page): readonly string[] {
  const messages: string[] = [];
  page.on('pageerror', ({ message }) => messages.push(message));
  return messages;
}

/** Fails if anything was thrown that the page did not catch: it reports what made it give up, once. */
export async function expectNoneUncaught(page: Page, exceptions: readonly string[]): Promise<void> {
  const reported = await page.locator('[data-story][data-fallback="error"]').count();
  expect(exceptions.slice(reported)).toEqual([]);
}

/** Fails unless the page is the one that the server sent: a map a step, in sight, and no shared one. */
export async function expectPlainPage(page: Page): Promise<void> {
  const root = page.locator('[data-story]');
  await expect(root).not.toHaveAttribute('data-enhanced');
  await expect(page.locator('[data-graphic]')).toBeHidden();
  const controls = page.locator('[data-ledger], [data-rail], [data-go]');
  for (const control of await controls.all()) await expect(control).toBeHidden();
  const problems: string[] = [];
  for (const { id, date } of authoredSteps) {
    const { isVisible, asOf, marks } = await seeMap(page, id);
    const words = page.locator(`[data-step="${id}"] .words`);
    const { height = 0 } = (await words.boundingBox()) ?? {};
    const isWhole = isVisible && asOf === date && marks.length > 30 && height > 10;
    if (!isWhole) problems.push(`${id}: ${String(isVisible)} ${String(asOf)} ${height}`);
  }
  expect(problems).toEqual([]);
}

/** One line a mark of the shared map: actor, stance, evidence, spotlight. */
export function marksOf(page: Page, map: string): Promise<string[]> {
  return page.locator(`${map} [data-actor]`).evaluateAll((marks) =>
    marks.map((mark) => {
      const hooks = ['data-actor', 'data-stance', 'data-evidence', 'data-spotlight'];
      return hooks.map((hook) => mark.getAttribute(hook) ?? '-').join(' ');
    }),
  );
}

/** Fails unless each step's state is on the shared map, or else the page is the server's. */
export async function expectRightOrPlain(page: Page, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, id);
    await page.waitForTimeout(300);
    const isEnhanced = (await page.locator('[data-story][data-enhanced]').count()) === 1;
    if (!isEnhanced) return expectPlainPage(page);
    await expect(page.locator('[data-story]')).toHaveAttribute('data-active-step', id);
    const own = await marksOf(page, `[data-step="${id}"] [data-map]`);
    expect(await marksOf(page, '[data-graphic] [data-map]'), id).toEqual(own);
  }
}
