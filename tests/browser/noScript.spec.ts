import type { Page } from '@playwright/test';
import {
  actorNames,
  authoredSteps,
  longDate,
  positionsOfStep,
  shortDate,
  sourceAddresses,
} from './support/authored.ts';
import { doOverlap, isInside } from './support/boxes.ts';
import { expect, test } from './support/site.ts';
import { seeMap, stepIds, tokenColours, type SeenMap, type SeenMark } from './support/storyPage.ts';
import { SIZES } from './support/story.ts';

const STANCES = ['ready', 'open', 'undecided', 'support-only', 'rules-out', 'opposes'];
const ROLE_COLOURS: Readonly<Record<string, string>> = {
  host: 'host',
  belligerent: 'belligerent',
  'ally-of-belligerent': 'ally',
};
const TOKENS = [...STANCES, ...Object.values(ROLE_COLOURS), 'land', 'border'];

test.use({ javaScriptEnabled: false });

for (const scheme of ['light', 'dark'] as const) {
  test.describe(`without scripts, ${scheme}`, () => {
    test.use({ colorScheme: scheme, viewport: SIZES.desk });

    test('every step shows its own map in the colours of its own stances', async ({ page }) => {
      await page.goto('./');
      const colours = await tokenColours(page, TOKENS);
      const problems: string[] = [];
      for (const { id, date } of authoredSteps) {
        const map = await seeMap(page, id);
        if (!map.isVisible) problems.push(`${id}: the map is not visible`);
        if (map.asOf !== date) problems.push(`${id}: the map is of ${String(map.asOf)}`);
        problems.push(...map.marks.flatMap((mark) => markProblems(id, mark, colours)));
      }
      expect(problems).toEqual([]);
    });
  });
}

for (const [name, viewport] of Object.entries(SIZES)) {
  test.describe(`without scripts, ${name}`, () => {
    test.use({ viewport });

    test('a map shows all that its step must show, and its card covers none of it', async ({
      page,
    }) => {
      await page.goto('./');
      const problems: string[] = [];
      for (const { id } of authoredSteps) problems.push(...framingProblems(await seeMap(page, id)));
      expect(problems).toEqual([]);
    });

    test('labels are whole, legible and clear of one another', async ({ page }) => {
      await page.goto('./');
      const problems: string[] = [];
      for (const { id } of authoredSteps) problems.push(...labelProblems(await seeMap(page, id)));
      expect(problems).toEqual([]);
    });
  });
}

test.describe('without scripts', () => {
  test.use({ viewport: SIZES.phone });

  test('the steps are those of the authors, in their order', async ({ page }) => {
    await page.goto('./');
    expect(await stepIds(page)).toEqual(authoredSteps.map(({ id }) => id));
    const headings = page.locator('[data-step] h2');
    expect((await headings.allTextContents()).map(squeeze)).toEqual(
      authoredSteps.map(({ title }) => title),
    );
  });

  test('every position stands in its step with date, evidence and source', async ({ page }) => {
    await page.goto('./');
    for (const step of authoredSteps) {
      const lines = page.locator(`[data-step="${step.id}"] .card [data-position]`);
      const shown = await lines.evaluateAll((items) =>
        items.map((item) => ({
          id: (item as HTMLElement).dataset.position,
          text: item.textContent.replace(/\s+/g, ' '),
          links: [...item.querySelectorAll('a')].map((link) => link.getAttribute('href')),
        })),
      );
      expect(shown.map(({ id }) => id)).toEqual(step.spotlight);
      positionsOfStep(step).forEach(({ actor, date, attribution, sources }, index) => {
        const { text, links } = shown[index]!;
        expect(text).toContain(`${actorNames.get(actor)!}:`);
        expect(text).toContain(shortDate(date));
        expect(text).toMatch(attribution === 'on-record' ? /On the record/ : /Reported/);
        expect(links[0]).toBe(sourceAddresses.get(sources[0]!));
      });
    }
  });

  test('further sources of a position are linked where they stand in full', async ({ page }) => {
    await page.goto('./');
    const missing = await page.locator('[data-step] .card').evaluateAll((cards) =>
      cards
        .flatMap((card) => [...card.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')])
        .map((link) => link.hash)
        .filter((hash) => !document.querySelector(`.sources ${hash} a[href^="https://"]`)),
    );
    expect(missing).toEqual([]);
  });

  test('nothing is hidden but what only scripts could work', async ({ page }) => {
    await page.goto('./');
    expect(await hiddenTexts(page)).toEqual([]);
  });

  test('what a label says stands in nine tenths of the size of its name', async ({ page }) => {
    await page.goto('./');
    const shares = await page.evaluate(() =>
      [...document.querySelectorAll('.labels .name ~ .says')].map((said) => {
        const [own, name] = [said, said.parentElement!.querySelector('.name')!].map((line) =>
          Number.parseFloat(getComputedStyle(line).fontSize),
        );
        return own! / name!;
      }),
    );
    expect(shares.length).toBeGreaterThan(17);
    expect(shares.filter((share) => Math.abs(share - 0.9) > 0.001)).toEqual([]);
  });

  test('nothing waits: no control without effect, no sign of loading', async ({ page }) => {
    await page.goto('./');
    const controls = page.locator('button, input, select, [role="button"]');
    const shown = await controls.evaluateAll((all) =>
      all.filter((control) => control.checkVisibility({ visibilityProperty: true })),
    );
    expect(shown).toHaveLength(0);
    await expect(page.locator('[aria-busy="true"], progress, noscript')).toHaveCount(0);
    expect(await page.locator('body').innerText()).not.toMatch(/loading|please wait|enable java/i);
  });
});

test.describe('with scripts', () => {
  test.use({ javaScriptEnabled: true, viewport: SIZES.desk, reducedMotion: 'reduce' } as object);

  test('a reader sees no words that a reader without scripts does not', async ({
    page,
    browser,
    site,
  }) => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: SIZES.desk,
    });
    const plain = await context.newPage();
    await plain.goto(site.url);
    const without = letters((await plain.locator('body').textContent()) ?? '');
    await page.goto('./');
    await expect(page.locator('[data-story]')).toHaveAttribute('data-enhanced', '');
    const missing: string[] = [];
    for (const { id, date } of authoredSteps) {
      await page.goto(`./#${id}`);
      await expect(page.locator('[data-story]')).toHaveAttribute('data-active-step', id);
      const title = await page.locator('[data-ledger-title]').innerText();
      expect(title).toContain(longDate(date));
      const blocks = page.locator(`[data-step="${id}"] .card > *, .group-words`);
      const seen = [title, ...(await blocks.allInnerTexts())];
      missing.push(...seen.filter((words) => !without.includes(letters(words))));
    }
    await context.close();
    expect([...new Set(missing)]).toEqual([]);
  });
});

/** What is wrong with how one mark is drawn. */
function markProblems(
  step: string,
  mark: SeenMark,
  colours: ReadonlyMap<string, string>,
): readonly string[] {
  const { actor, stance, evidence, role, kind, colour, size } = mark;
  const name = `${step}: ${actor} (${[stance, evidence, kind].filter(Boolean).join(', ')})`;
  if (kind === 'none') return [];
  if (kind !== 'dot' && !(size[0] > 0 && size[1] > 0)) return [`${name} refers to no shape`];
  const plain = kind === 'dot' ? 'border' : 'land';
  const isTinted = stance !== null && (kind !== 'shape' || evidence === 'on-record');
  const token = role && kind === 'shape' ? ROLE_COLOURS[role] : isTinted ? stance : plain;
  const wanted = colours.get(token ?? plain);
  return colour === wanted ? [] : [`${name} is ${colour}, not ${String(wanted)}`];
}

/** What the step is about but a reader does not see on its map. */
function framingProblems({ step, window, view, card }: SeenMap): readonly string[] {
  const round = (box: readonly number[]) => box.map(Math.round).join(' ');
  return [
    ...(isInside(view, window, 2) ? [] : [`${step}: ${round(view)} is cut to ${round(window)}`]),
    ...(doOverlap(view, card) ? [`${step}: the card ${round(card)} covers ${round(view)}`] : []),
  ];
}

/** A label that is cut, covered, too small to read, or lies on another. */
function labelProblems({ step, window, card, labels }: SeenMap): readonly string[] {
  const LEAST_HEIGHT = 12;
  return labels.flatMap(({ text, box }, index) => [
    ...(isInside(box, window, 2) ? [] : [`${step}: "${text}" is cut`]),
    ...(doOverlap(box, card) ? [`${step}: "${text}" is under the card`] : []),
    ...(box[3] - box[1] < LEAST_HEIGHT ? [`${step}: "${text}" is too small`] : []),
    ...labels
      .slice(index + 1)
      .filter((other) => doOverlap(box, other.box, 2))
      .map((other) => `${step}: "${text}" lies on "${other.text}"`),
  ]);
}

/** Texts of the document that a reader without scripts cannot see, apart from controls and twins. */
function hiddenTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    // Shown on focus; a twin of visible words (labels by stage, links at the end); scripts' own.
    const twins = '.labels, .bar-question, .bar-links';
    const allowed = `.skip, [data-enhanced-only], [data-ledger], [data-rail], ${twins}`;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const hidden: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const parent = node.parentElement;
      if (text === '' || !parent || parent.closest(`script, style, ${allowed}`)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const { width, height } = range.getBoundingClientRect();
      const isShown = parent.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      if (!isShown || width < 2 || height < 2 || parent.closest('.hidden')) hidden.push(text);
    }
    return hidden;
  });
}

function letters(text: string): string {
  return text.replace(/\s+/g, '');
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
