import type { Frame, Page } from '@playwright/test';
import type { ExploreRecord } from '../../../src/explore/exploreRecord.ts';
import { parseExplore } from '../../../src/explore/exploreQuery.ts';
import { exploreState } from '../../../src/explore/exploreState.ts';
import { statementDays } from '../../../src/explore/statementDays.ts';
import { expect } from './site.ts';

/** What the page shows of one actor: its mark, its stripes and its pills by group. */
export type Shown = Readonly<Record<string, string>>;

/** Opens a view and waits until it is at rest. */
export async function openView(page: Page, address = ''): Promise<void> {
  await page.goto(`./explore/${address}`);
  await rested(page);
}

/** Waits until the page rests at the day that its address names. */
export async function rested(page: Page | Frame): Promise<void> {
  await page.waitForFunction(() => {
    const root = document.querySelector('[data-explore][data-rested]');
    const day = new URLSearchParams(location.search).get('date');
    return root && (!day || root.getAttribute('data-as-of') === day);
  });
}

/** The record that the page carries. */
export async function carriedRecord(page: Page | Frame): Promise<ExploreRecord> {
  const text = await page.locator('script[data-record]').textContent();
  return JSON.parse(text!) as ExploreRecord;
}

/** Days with a statement on a question, without filters. */
export async function daysOf(
  page: Page,
  question: ExploreRecord['questions'][number],
): Promise<readonly string[]> {
  return statementDays(await carriedRecord(page), { question, confidence: '', evidence: '' });
}

/** One line an actor: what mark, stripes and pills of the page show. */
export function shownOn(page: Page | Frame): Promise<Shown> {
  return page.evaluate(() => {
    const hooks = (element: Element | null | undefined) =>
      ['data-stance', 'data-evidence'].map((name) => element?.getAttribute(name) ?? '-').join(' ');
    const found: Record<string, string> = {};
    for (const mark of document.querySelectorAll('[data-part="marks"] > [data-actor]')) {
      const actor = mark.getAttribute('data-actor')!;
      const stripes = [...document.querySelectorAll(`.stripes[data-actor="${actor}"]`)].map(hooks);
      const pills = [...document.querySelectorAll(`[data-pills] > [data-actor="${actor}"]`)].map(
        (pill) => `${pill.closest('[data-group]')!.getAttribute('data-group')} ${hooks(pill)}`,
      );
      const isShape = mark.localName === 'use' ? 'shape' : 'point';
      const old = found[actor]?.startsWith('shape') ? 'shape' : isShape;
      found[actor] = [old, hooks(mark), stripes.sort().join(), pills.sort().join()].join(' | ');
    }
    return found;
  });
}

/** Fails unless map, ledger, counts, date and title show what the address says, by the record it carries. */
export async function expectTrue(page: Page | Frame): Promise<void> {
  await rested(page);
  const record = await carriedRecord(page);
  const query = parseExplore(new URL(page.url()).search, record);
  const state = exploreState(record, query);
  const shown = await shownOn(page);
  const groups = new Map<string, Set<string>>();
  for (const { id, role } of record.actors) {
    const own = state.standings.get(id) ?? [];
    const lead = own.find(({ evidence }) => evidence === 'on-record') ?? own[0];
    const isScaled = role === undefined || role === 'organisation';
    const [kind = 'point'] = (shown[id] ?? '').split(' ');
    const stripes = own.filter(
      ({ evidence }) => evidence === 'reported' && isScaled && kind === 'shape',
    );
    const pills = (own.length > 0 ? own : [undefined]).map((one) => {
      const isOut = !isScaled && (one !== undefined || role !== 'ally-of-belligerent');
      const onScale = state.leftOut.has(id) ? 'left-out' : (one?.stance ?? 'none');
      const group = isOut ? 'outside' : onScale;
      groups.set(group, (groups.get(group) ?? new Set()).add(id));
      return `${group} ${one?.stance ?? '-'} ${one?.evidence ?? '-'}`;
    });
    const expected = [
      kind,
      `${lead?.stance ?? '-'} ${lead?.evidence ?? '-'}`,
      stripes
        .map((one) => `${one.stance} ${one.evidence}`)
        .sort()
        .join(),
      pills.sort().join(),
    ].join(' | ');
    expect(shown[id], `${id} in ${page.url()}`).toBe(expected);
  }
  const tallies = await page
    .locator('[data-group]')
    .evaluateAll((all) =>
      all.map((one) => [
        (one as HTMLElement).dataset.group,
        Number(one.querySelector('[data-tally]')!.textContent),
      ]),
    );
  for (const [group, count] of tallies) {
    expect(count, String(group)).toBe(groups.get(String(group))?.size ?? 0);
  }
  const dates = ['[data-explore]', '[data-map]'].map((one) =>
    page.locator(one).first().getAttribute('data-as-of'),
  );
  expect(await Promise.all(dates)).toEqual([query.date, query.date]);
  await expect(page.locator('time[data-date]')).toHaveAttribute('datetime', query.date);
}
