import type { Page } from '@playwright/test';
import { authoredPositions, authoredSteps, sourceAddresses } from './support/authored.ts';
import { violations } from './support/axe.ts';
import { doOverlap, isInside } from './support/boxes.ts';
import { textOfPdf } from './support/pdfText.ts';
import { expect, test } from './support/site.ts';
import { SIZES } from './support/story.ts';
import { tokenColours, type ScreenBox } from './support/storyPage.ts';

/** The step with most positions, stripes and conditions. */
const RICH = 'pledges-and-conditions';
const PATHS = { page: `steps/${RICH}/`, frame: `embed/story/step/${RICH}/` } as const;
const frameOf = (id: string) => `embed/story/step/${id}/`;

/** A column of an article on a phone, the one that oEmbed names, and a wide frame. */
const FRAMES = { phone: [340, 700], column: [640, 900], wide: [1200, 700] } as const;

interface SeenStep {
  readonly scene: ScreenBox;
  /** Where the part of the plane that must be seen lies. */
  readonly view: ScreenBox;
  readonly sets: number;
  readonly labels: readonly { readonly text: string; readonly box: ScreenBox; size: number }[];
}

/** What is seen of the one map of a page. */
function seeStep(page: Page): Promise<SeenStep> {
  return page.evaluate(() => {
    const boxOf = (element: Element): [number, number, number, number] => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return [left, top, right, bottom];
    };
    const [map, scene] = [
      document.querySelector<SVGSVGElement>('[data-map]'),
      document.querySelector('.scene'),
    ];
    if (!map || !scene) throw new Error('no map');
    const sets = [...map.querySelectorAll('.labels')].filter(
      (set) => getComputedStyle(set).display !== 'none',
    );
    const { x, y, width, height } = map.viewBox.baseVal;
    const toScreen = map.getScreenCTM() ?? new DOMMatrix();
    const from = new DOMPoint(x, y).matrixTransform(toScreen);
    const to = new DOMPoint(x + width, y + height).matrixTransform(toScreen);
    return {
      scene: boxOf(scene),
      view: [from.x, from.y, to.x, to.y] as const,
      sets: sets.length,
      labels: sets.flatMap((set) =>
        [...set.querySelectorAll('text')].map((text) => ({
          text: [...text.children].map((line) => line.textContent).join(' / '),
          box: boxOf(text),
          size: Number.parseFloat(getComputedStyle(text).fontSize) * toScreen.a,
        })),
      ),
    };
  });
}

function problemsOf({ scene, view, sets, labels }: SeenStep, step: string): readonly string[] {
  return [
    ...(sets === 1 ? [] : [`${step}: ${sets} sets of labels`]),
    ...(isInside(view, scene, 2) ? [] : [`${step}: the map is cut`]),
    ...labels.flatMap(({ text, box, size }, index) => [
      ...(isInside(box, scene, 2) ? [] : [`${step}: "${text}" is cut`]),
      ...(size < 9.5 ? [`${step}: "${text}" is ${size.toFixed(1)} px`] : []),
      ...labels
        .slice(index + 1)
        .filter((other) => doOverlap(box, other.box, 2))
        .map((other) => `${step}: "${text}" lies on "${other.text}"`),
    ]),
  ];
}

for (const size of ['phone', 'desk'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${size}, ${colorScheme}`, () => {
      test.use({ viewport: SIZES[size], colorScheme });

      for (const [name, path] of Object.entries(PATHS)) {
        test(`axe finds nothing on a step’s ${name}`, async ({ page }) => {
          await page.goto(`./${path}`);
          expect(await violations(page)).toEqual([]);
        });
      }
    });
  }
}

for (const size of ['phone', 'tablet', 'desk'] as const) {
  test(`on a step’s page its map is whole and its labels are clear (${size})`, async ({ page }) => {
    await page.setViewportSize(SIZES[size]);
    const problems: string[] = [];
    for (const { id } of authoredSteps) {
      await page.goto(`./steps/${id}/`);
      problems.push(...problemsOf(await seeStep(page), id));
    }
    expect(problems).toEqual([]);
  });
}

for (const [name, [width, height]] of Object.entries(FRAMES)) {
  test(`in a frame the map is whole and its labels are clear (${name})`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const problems: string[] = [];
    for (const { id } of authoredSteps) {
      await page.goto(`./${frameOf(id)}`);
      problems.push(...problemsOf(await seeStep(page), id));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      if (wide > width) problems.push(`${id}: ${wide} px wide`);
    }
    expect(problems).toEqual([]);
  });
}

test('a frame of the size that oEmbed names has nothing to scroll to, its map is whole', async ({
  page,
  request,
}) => {
  const problems: string[] = [];
  for (const { id } of authoredSteps) {
    const answer = await request.get(`./oembed/${id}.json`);
    const { width, height } = (await answer.json()) as { width: number; height: number };
    await page.setViewportSize({ width, height });
    await page.goto(`./${frameOf(id)}`);
    const needed = await page.evaluate(() => document.documentElement.scrollHeight);
    if (needed > height) problems.push(`${id}: ${needed} px in ${height}`);
    problems.push(...problemsOf(await seeStep(page), id));
  }
  expect(problems).toEqual([]);
});

for (const sandbox of ['', 'allow-scripts']) {
  test(`a frame in a sandbox of "${sandbox}" shows map and text, and asks for nothing else`, async ({
    page,
    site,
  }) => {
    const asked: string[] = [];
    const complaints: string[] = [];
    page.on('request', (one) => asked.push(one.url()));
    page.on('console', (message) => complaints.push(message.text()));
    await page.setContent(
      `<title>Host</title><iframe title="x" width="640" height="1000" sandbox="${sandbox}" src="${site.url}${PATHS.frame}"></iframe>`,
    );
    const frame = page.frameLocator('iframe');
    const step = authoredSteps.find(({ id }) => id === RICH)!;
    await expect(frame.getByRole('heading', { level: 1 })).toHaveText(step.title);
    await expect(frame.locator('.narration')).toBeVisible();
    await expect(frame.locator('.labels.middle')).toBeVisible();
    await expect(frame.locator('[data-position]')).toHaveCount(step.spotlight.length);
    await expect(frame.getByRole('link', { name: 'Read the story' })).toBeVisible();
    expect(asked).toEqual([`${site.url}${PATHS.frame}`]);
    expect(complaints).toEqual([]);
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`without scripts, ${colorScheme}`, () => {
    test.use({ javaScriptEnabled: false, colorScheme, viewport: SIZES.desk });

    for (const [name, path] of Object.entries(PATHS)) {
      test(`the map on a step’s ${name} has the colours of its stances`, async ({ page }) => {
        await page.goto(`./${path}`);
        const colours = await tokenColours(page, ['ready', 'open', 'rules-out', 'host', 'paper']);
        const fillOf = (actor: string) =>
          page
            .locator(`[data-part="marks"] > use[data-actor="${actor}"]`)
            .evaluate((mark) => getComputedStyle(mark).fill);
        expect(await fillOf('BEL')).toBe(colours.get('ready'));
        expect(await fillOf('LVA')).toBe(colours.get('open'));
        expect(await fillOf('ROU')).toBe(colours.get('rules-out'));
        expect(await fillOf('UKR')).toBe(colours.get('host'));
        const ground = await page
          .locator('body')
          .evaluate((body) => getComputedStyle(body).backgroundColor);
        expect(ground).toBe(colours.get('paper'));
      });
    }

    test('the number behind a source leads to it, in a frame too', async ({ page }) => {
      for (const path of Object.values(PATHS)) {
        await page.goto(`./${path}`);
        const link = page.locator('[data-position] .more').first();
        const to = (await link.getAttribute('href')) ?? '';
        await link.click();
        await expect(page.locator(`.sources ${to}`)).toBeInViewport();
        await expect(page.locator(`.sources ${to} a`)).toBeVisible();
      }
    });
  });
}

test('from step to step by links, to the last, and back into the story', async ({ page }) => {
  await page.goto(`./steps/${authoredSteps[0]!.id}/`);
  for (const { title, id } of authoredSteps.slice(1)) {
    await page.locator('a[rel="next"]').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    expect(new URL(page.url()).pathname).toBe(`/steps/${id}/`);
  }
  await expect(page.locator('a[rel="next"]')).toHaveCount(0);
  const { id } = authoredSteps.at(-1)!;
  await page.getByRole('link', { name: 'Read this step in the story' }).click();
  await expect(page.locator('[data-story]')).toHaveAttribute('data-active-step', id);
});

test('a step’s page is printed whole: map, words, addresses of its sources', async ({ page }) => {
  await page.setViewportSize(SIZES.desk);
  await page.goto(`./${PATHS.page}`);
  const paper = textOfPdf(await page.pdf({ format: 'A4' })).join('');
  const step = authoredSteps.find(({ id }) => id === RICH)!;
  expect(paper).toContain(step.title.replace(/\s+/g, ''));
  expect(paper).toContain('Onthemap:Soldiersafteraceasefire,asof20May2025.');
  const ids = step.spotlight.flatMap((id) => authoredPositions.get(id)!.sources);
  expect(ids.length).toBeGreaterThan(8);
  expect(ids.filter((id) => !paper.includes(sourceAddresses.get(id)!))).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 680, height: 1000 });
  await expect(page.locator('[data-map]')).toBeVisible();
  expect(problemsOf(await seeStep(page), RICH)).toEqual([]);
  await expect(page.locator('.step-way')).toBeHidden();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(680);
});
