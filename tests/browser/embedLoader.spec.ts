import type { Page } from '@playwright/test';
import { HOSTILE, hostPage, loaderScript, NAME, storyText } from './hosts/hostPages.mjs';
import {
  complaintsOf,
  expect,
  frameAt,
  scrollToPart,
  stepIn,
  test,
  titles,
} from './support/embeds.ts';
import { SIZES } from './support/story.ts';

test.use({ viewport: SIZES.phone });

/** A host that keeps the steps it is told of. */
const LISTENS = `<script>const told = [];
addEventListener('${NAME}:step', ({ detail }) => told.push(detail.step));</script>`;

/** Scrolls at once so that the caption of a step, from 0, has its top a little above the middle. */
async function scrollToCaption(page: Page, step: number, element: string = NAME): Promise<void> {
  await page.evaluate(
    ([selector, index]) => {
      const captions = document.querySelector(selector)?.shadowRoot?.querySelectorAll('ol > li');
      const top = captions?.[index]?.getBoundingClientRect().top ?? NaN;
      scrollBy({ top: top - innerHeight / 2 + 20, behavior: 'instant' });
    },
    [element, step] as const,
  );
}

/** How the parts of an element stand and what they look like, from inside its shadow root. */
function lookOf(page: Page): Promise<Readonly<Record<string, string | number>>> {
  return page.evaluate((name) => {
    const shadow = document.querySelector(name)?.shadowRoot;
    const at = (selector: string) => shadow!.querySelector(selector)!;
    const frame = at('iframe').getBoundingClientRect();
    const [card, heading, text] = ['li:nth-child(4) div', 'h3', 'li p'].map((selector) =>
      getComputedStyle(at(selector)),
    );
    return {
      top: frame.top,
      width: frame.width,
      height: frame.height,
      card: card!.backgroundColor,
      left: Math.round(at('li:nth-child(4) div').getBoundingClientRect().left),
      heading: `${heading!.fontSize} ${heading!.color}`,
      text: `${text!.fontSize} ${text!.letterSpacing} ${text!.textTransform} ${text!.direction}`,
      margin: text!.margin,
    };
  }, NAME);
}

const PLAIN_LOOK = {
  top: 0,
  width: 390,
  height: 844,
  card: 'rgb(253, 252, 249)',
  left: 12,
  heading: '26px rgb(21, 25, 30)',
  text: '18px normal none ltr',
  margin: '0px 0px 10px',
};

/** Hosts in which the story must look and work as in a plain one. */
const HOSTS: Readonly<
  Record<string, Parameters<typeof hostPage>[1] & { csp?: string; coep?: string }>
> = {
  'a plain host': {},
  'a hostile style sheet': { css: HOSTILE },
  'a root of 62.5 %': { css: 'html { font-size: 62.5% }' },
  'text from right to left': { html: 'dir="rtl"' },
  'a dark host': { css: ':root { color-scheme: dark } body { background: #111; color: #eee }' },
  'a transform and a filter around it': {
    css: 'main { transform: none; filter: none; contain: style }',
  },
  'trusted types': { csp: "require-trusted-types-for 'script'; trusted-types 'none'" },
};

for (const [name, { csp, ...options }] of Object.entries(HOSTS)) {
  test(`with ${name} its steps are reached and its look is its own`, async ({
    page,
    site,
    publish,
  }) => {
    const complaints = complaintsOf(page);
    const body = `${storyText(site.url, titles)}${loaderScript(site.url)}`;
    const headers = csp ? { 'content-security-policy': csp } : undefined;
    await page.goto(publish(hostPage(body, { ...options, head: LISTENS }), headers));
    const map = await frameAt(page, 'map/');
    for (const step of [0, 3, 4, 16, 2]) {
      await scrollToCaption(page, step);
      await expect.poll(() => stepIn(map)).toBe(step);
    }
    expect((await page.evaluate<number[]>('told')).filter((step) => step >= 0).slice(-5)).toEqual([
      0, 3, 4, 16, 2,
    ]);
    expect(await lookOf(page)).toEqual(PLAIN_LOOK);
    expect(complaints.filter((text) => !text.includes('postMessage'))).toEqual([]);
  });
}

test('a host’s policy that allows styles and frames by name is enough, with zoom and header', async ({
  page,
  site,
  publish,
}) => {
  const ours = new URL(site.url).origin;
  const csp = `default-src 'none'; script-src ${ours}; style-src 'self'; frame-src ${ours}; img-src data:`;
  const body = `${storyText(site.url, titles)}${loaderScript(site.url)}`;
  await page.goto(publish(hostPage(body), { 'content-security-policy': csp }));
  const map = await frameAt(page, 'map/');
  await scrollToCaption(page, 5);
  await expect.poll(() => stepIn(map)).toBe(5);
  const css = `body { zoom: 1.25 } ${NAME} { --${NAME}-top: 64px }`;
  await page.goto(publish(hostPage(body, { css })));
  const zoomed = await frameAt(page, 'map/');
  await scrollToCaption(page, 7);
  await expect.poll(() => stepIn(zoomed)).toBe(7);
  const { top } = await lookOf(page);
  expect(top).toBeCloseTo(64 * 1.25, 0);
});

test('steps come in their order forwards and backwards', async ({ page, site, publish }) => {
  const body = `${storyText(site.url, titles)}${loaderScript(site.url)}`;
  await page.goto(publish(hostPage(body, { head: LISTENS })));
  const map = await frameAt(page, 'map/');
  await scrollToPart(page, NAME, 0);
  await expect.poll(() => page.evaluate('told.length')).toBeGreaterThan(0);
  await page.evaluate(async (name) => {
    const { bottom, top } = document.querySelector(name)!.getBoundingClientRect();
    for (const by of [120, -120]) {
      for (let moved = 0; moved < bottom - top; moved += 120) {
        scrollBy({ top: by, behavior: 'instant' });
        await new Promise(requestAnimationFrame);
      }
    }
  }, NAME);
  const up = titles.map((_, index) => index);
  const told = await page.evaluate<number[]>('told');
  expect(told.filter((step) => step >= 0)).toEqual([...up, ...up.toReversed().slice(1)]);
  await expect.poll(() => stepIn(map)).toBe(0);
});

/** Hosts in which no map can be had: what their visitors read is the host's own text and pictures. */
const BLOCKED = [
  ['frame-src none', { 'content-security-policy': "frame-src 'none'" }],
  ['COEP', { 'cross-origin-embedder-policy': 'require-corp' }],
  ['a server that does not answer', undefined],
] as const;

for (const [name, headers] of BLOCKED) {
  test(`with ${name} the text of the page is there within four seconds`, async ({
    page,
    site,
    publish,
  }) => {
    // What our server cannot be asked to send here: a script that such a host may load.
    await page.route('**/embed/v1/story.js', async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        headers: { ...response.headers(), 'cross-origin-resource-policy': 'cross-origin' },
      });
    });
    if (!headers) await page.route('**/embed/story/**', () => undefined);
    const body = `${storyText(site.url, titles)}${loaderScript(site.url)}`;
    await page.goto(publish(hostPage(body, { css: '.text { height: 1rem }' }), headers), {
      waitUntil: 'commit',
    });
    await expect(page.locator(`${NAME}:defined`)).toHaveCount(1);
    await page.waitForTimeout(200);
    await expect(page.locator(`${NAME} iframe`)).toHaveCount(1); // it was tried
    const picture = page.getByRole('img', { name: 'Map 2', exact: true });
    await expect(picture).toBeVisible({ timeout: 4000 });
    await expect(page.locator(`${NAME} iframe`)).toHaveCount(0);
    await expect(page.getByRole('heading', { name: titles[1]! })).toHaveCount(1);
  });
}

test('inside an overflow it is the stepper, and says why to the page’s developers', async ({
  page,
  site,
  publish,
}) => {
  const notes: string[] = [];
  page.on('console', (message) => notes.push(message.text()));
  const body = `<div id="lid" style="overflow-x:hidden">${storyText(site.url, titles)}</div>${loaderScript(site.url)}`;
  await page.goto(publish(hostPage(body)));
  const stepper = await frameAt(page, '');
  await stepper.getByRole('button', { name: 'Next step' }).click();
  expect(await stepIn(stepper)).toBe(0);
  const { height = 0, width = 0 } = (await page.locator(`${NAME} iframe`).boundingBox()) ?? {};
  expect([width, height]).toEqual([390, 720]);
  await expect(page.locator(`${NAME} ol`)).toHaveCount(1);
  expect(notes.join()).toContain(`${NAME}: overflow`);
});

test('put in by innerHTML, taken out and put back a hundred times, it leaves nothing behind', async ({
  page,
  site,
  publish,
}) => {
  await page.addInitScript(() => {
    const live = new Map<string, number>();
    Object.assign(globalThis, { live });
    const count = (name: string, by: number) => live.set(name, (live.get(name) ?? 0) + by);
    const add = globalThis.addEventListener.bind(globalThis);
    globalThis.addEventListener = ((
      name: string,
      listener: never,
      options?: AddEventListenerOptions,
    ) => {
      if (options?.signal) {
        count(name, 1);
        options.signal.addEventListener('abort', () => count(name, -1));
      }
      add(name, listener, options);
    }) as typeof addEventListener;
    const [set, clear] = [globalThis.setInterval, globalThis.clearInterval];
    const running = new Set<unknown>();
    globalThis.setInterval = ((...given: Parameters<typeof setInterval>) => {
      const id = set(...given);
      running.add(id);
      return id;
    }) as typeof setInterval;
    globalThis.clearInterval = (id) => {
      running.delete(id);
      clear(id);
    };
    Object.assign(globalThis, { running });
  });
  const host = hostPage(`<div id="app"></div>${loaderScript(site.url)}`, {
    css: '.text { height: 1rem }',
  });
  await page.goto(publish(host));
  await page.evaluate(
    (html) => {
      document.querySelector('#app')!.innerHTML = html;
    },
    storyText(site.url, titles),
  );
  const counts = () =>
    page.evaluate(() => {
      const { live, running } = globalThis as unknown as {
        live: Map<string, number>;
        running: Set<unknown>;
      };
      return { ...Object.fromEntries(live), intervals: running.size };
    });
  const mapsOf = () => page.frames().filter((frame) => frame !== page.mainFrame()).length;
  const map = await frameAt(page, 'map/');
  await scrollToCaption(page, 2);
  await expect.poll(() => stepIn(map)).toBe(2);
  const once = await counts();
  expect(once).toEqual({ message: 1, scroll: 1, resize: 1, intervals: 0 });
  expect(mapsOf()).toBe(1);
  await page.evaluate(async (name) => {
    const app = document.querySelector('#app')!;
    const element = document.querySelector(name)!;
    for (let time = 0; time < 100; time += 1) {
      element.remove();
      if (time % 10 === 0) await new Promise(requestAnimationFrame);
      app.append(element);
      if (time % 10 === 5) await new Promise(requestAnimationFrame);
    }
  }, NAME);
  await expect.poll(counts).toEqual(once);
  await expect.poll(mapsOf).toBe(1);
  await scrollToCaption(page, 4);
  const again = await frameAt(page, 'map/');
  await expect.poll(() => stepIn(again)).toBe(4);
  await page.evaluate((name) => {
    document.querySelector(name)!.remove();
  }, NAME);
  expect(await counts()).toEqual({ message: 0, scroll: 0, resize: 0, intervals: 0 });
  await expect.poll(mapsOf).toBe(0);
});

test('two versions, element and div, and a story far below share a page', async ({
  page,
  site,
  publish,
}) => {
  const versions = ['v1', 'v1.0.0', 'v1'].map((version) => loaderScript(site.url, version));
  const [one, two] = (['element', 'div'] as const).map((tag) =>
    storyText(site.url, titles, { tag }),
  );
  await page.goto(publish(hostPage([...versions, one, two].join('\n'), { head: LISTENS })));
  await expect(page.locator(NAME)).toHaveCount(2);
  const first = await frameAt(page, 'map/');
  await scrollToCaption(page, 3);
  await expect.poll(() => stepIn(first)).toBe(3);
  await scrollToCaption(page, 6, `div > ${NAME}`);
  const maps = () => page.frames().filter((frame) => frame.url().includes('/map/'));
  await expect.poll(() => maps().length).toBe(2);
  const second = maps()[1]!;
  await expect.poll(() => stepIn(second)).toBe(6);
  expect(await page.evaluate('told.at(-1)')).toBe(6);
  await page.evaluate(() => {
    document.querySelector('div[data-nothing-ruled-out]')!.remove();
  });
  await expect.poll(() => page.frames().length).toBe(2);
});

test('of twenty stories on a page at most two are asked for before it is scrolled', async ({
  page,
  site,
  publish,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/embed/story/')) asked.push(request.url());
  });
  const all = Array.from({ length: 20 }, () => storyText(site.url, titles));
  const body = `${all.join('<p>More.</p>')}${loaderScript(site.url)}`;
  await page.goto(publish(hostPage(body)));
  await page.waitForTimeout(700);
  expect(asked.length).toBeLessThanOrEqual(2);
  const far = hostPage(
    `<div style="height:6000px"></div>${storyText(site.url, titles)}${loaderScript(site.url)}`,
  );
  asked.length = 0;
  await page.goto(publish(far));
  await expect(page.locator(`${NAME}:defined`)).toHaveCount(1);
  await page.waitForTimeout(300);
  expect(asked).toEqual([]);
  await scrollToCaption(page, 1);
  const map = await frameAt(page, 'map/');
  await expect.poll(() => stepIn(map)).toBe(1);
});

test('without scripts of ours the text and its pictures are the page’s own', async ({
  page,
  site,
  publish,
}) => {
  for (const tag of ['element', 'div'] as const) {
    await page.goto(publish(hostPage(storyText(site.url, titles, { tag }))));
    await expect(page.getByRole('listitem')).toHaveCount(titles.length);
    await expect(page.getByRole('img')).toHaveCount(titles.length);
  }
});
