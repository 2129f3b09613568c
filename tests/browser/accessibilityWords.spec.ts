import type { Page } from '@playwright/test';
import { actorNames, authoredSteps, longDate } from './support/authored.ts';
import { expect, test } from './support/site.ts';
import { seeMap, type SeenMap } from './support/storyPage.ts';

/** Stances by the words that a sentence of the text alternative begins with. */
const STANCE_BY_WORDS: ReadonlyMap<string, string> = new Map([
  ['Would send', 'ready'],
  ['Does not rule it out', 'open'],
  ['No decision', 'undecided'],
  ['Help, but no soldiers there', 'support-only'],
  ['Rules it out', 'rules-out'],
  ['Against anyone’s troops', 'opposes'],
]);

const NUMBERS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const idsByName = new Map([...actorNames].map(([id, name]) => [name, id]));

/** "FRA ready on-record", one line an actor, stance and evidence, in alphabetical order. */
type Lines = readonly string[];

/** What the words under a step's map say of actors on the scale; fails on a count that is wrong. */
function linesOfWords(words: string): Lines {
  const sentence =
    /(?<stance>[A-Z][^.:()]*?)(?<reported>, reported)? \((?<count>[^)]+)\): (?<names>[^.]+)\./g;
  return [...words.matchAll(sentence)]
    .flatMap(({ groups = {} }) => {
      const { stance = '', reported, count = '', names = '' } = groups;
      const ids = names.split(/, | and /).map((name) => idsByName.get(name) ?? `unknown ${name}`);
      const number = NUMBERS.indexOf(count);
      expect(number < 0 ? Number(count) : number, `${stance}: ${names}`).toBe(ids.length);
      const evidence = reported ? 'reported' : 'on-record';
      return ids.map((id) => `${id} ${STANCE_BY_WORDS.get(stance) ?? stance} ${evidence}`);
    })
    .sort();
}

/** What a step's map shows of actors on the scale. */
function linesOfMap({ marks }: SeenMap): Lines {
  const onScale = marks.filter(({ role, stance }) => stance && !OUTSIDE.has(role ?? ''));
  const outside = new Set(
    marks.flatMap(({ actor, role }) => (OUTSIDE.has(role ?? '') ? actor : [])),
  );
  const lines = onScale
    .filter(({ actor }) => !outside.has(actor))
    .map(({ actor, stance, evidence }) => [actor, stance, evidence].join(' '));
  return [...new Set(lines)].sort();
}

/** The text of an element, also where it is too far away to be laid out. */
async function wordsOf(page: Page, selector: string): Promise<string> {
  return ((await page.locator(selector).textContent()) ?? '').replace(/\s+/g, ' ').trim();
}

const OUTSIDE = new Set(['host', 'belligerent', 'ally-of-belligerent']);

test.use({ javaScriptEnabled: false });

test('the words of every map name its actors, by stance and evidence, all and no others', async ({
  page,
}) => {
  await page.goto('./');
  for (const { id } of authoredSteps) {
    const words = await wordsOf(page, `[data-step="${id}"] .words`);
    expect(linesOfWords(words), id).toEqual(linesOfMap(await seeMap(page, id)));
  }
});

test('the words of every map name those outside the scale with what they say', async ({ page }) => {
  await page.goto('./');
  for (const { id } of authoredSteps) {
    const words = await wordsOf(page, `[data-step="${id}"] .words`);
    const { marks } = await seeMap(page, id);
    const speaking = marks.filter(({ role, stance }) => OUTSIDE.has(role ?? '') && stance);
    const named = [...words.matchAll(/Outside the scale: ([^,]+),/g)].map(([, name]) => name);
    const wanted = [...new Set(speaking.map(({ actor }) => actorNames.get(actor)))];
    expect(named.sort(), id).toEqual(wanted.sort());
  }
});

test('the words of every map give question and day, and the map is named by both', async ({
  page,
}) => {
  await page.goto('./');
  for (const { id, date } of authoredSteps) {
    const section = page.locator(`[data-step="${id}"]`);
    const title = await section.locator('[data-map]').getAttribute('aria-label');
    const question = await wordsOf(page, `[data-step="${id}"] .question`);
    expect(title).toBe(`${question}, as of ${longDate(date)}`);
    const words = await wordsOf(page, `[data-step="${id}"] .words`);
    expect(words).toContain(`On the map: ${title!}.`);
  }
});

test('the words of every map name what is highlighted', async ({ page }) => {
  await page.goto('./');
  for (const { id } of authoredSteps) {
    const words = await wordsOf(page, `[data-step="${id}"] .words`);
    const { marks } = await seeMap(page, id);
    const lit = new Set(marks.flatMap(({ actor, isSpotlit }) => (isSpotlit ? actor : [])));
    const [, named = ''] = /Highlighted: ([^.]*)\./.exec(words) ?? [];
    const ids = named === '' ? [] : named.split(/, | and /).map((name) => idsByName.get(name));
    expect(ids.sort(), id).toEqual([...lit].sort());
  }
});

test.describe('with scripts', () => {
  test.use({ javaScriptEnabled: true });

  test('the words follow the card they belong to and stay in the accessibility tree', async ({
    page,
  }) => {
    await page.goto('./');
    for (const { id, title, date } of authoredSteps) {
      const tree = await page.locator(`[data-step="${id}"]`).ariaSnapshot();
      const places = [`heading "${title}"`, 'On the map: '].map((part) => tree.indexOf(part));
      expect(places[0], tree).toBeGreaterThan(-1);
      expect(places[1], tree).toBeGreaterThan(places[0]!);
      expect(tree.slice(places[1])).toContain(longDate(date));
    }
  });

  test('the shared map is one picture, named by question and day, told once', async ({ page }) => {
    await page.goto(`./#${authoredSteps[3]!.id}`);
    await expect(page.locator('[data-story]')).toHaveAttribute(
      'data-active-step',
      authoredSteps[3]!.id,
    );
    const tree = await page.locator('main').ariaSnapshot();
    const pictures = tree.split('\n').filter((line) => line.includes(' img "'));
    expect(pictures).toEqual([expect.stringContaining(longDate(authoredSteps[3]!.date))]);
  });

  test('nothing is announced while a reader flings through the story', async ({ page }) => {
    await page.goto('./');
    await expect(
      page.locator('[aria-live], [role="status"], [role="alert"], [role="log"]'),
    ).toHaveCount(0);
  });

  test('nothing that can be focused is hidden from the accessibility tree', async ({ page }) => {
    await page.goto('./');
    const hidden = page.locator('[aria-hidden="true"] :is(a, button, [tabindex])');
    await expect(hidden).toHaveCount(0);
  });
});
