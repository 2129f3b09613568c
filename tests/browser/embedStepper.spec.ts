import { authoredSteps } from './support/authored.ts';
import {
  complaintsOf,
  expect,
  frameAt,
  marksShown,
  spyOnMoves,
  stepIn,
  test,
  titles,
} from './support/embeds.ts';
import { hostPage, NAME, stepperCode } from './hosts/hostPages.mjs';
import { SIZES } from './support/story.ts';
import { createTouch } from './support/touch.ts';

/** A host that keeps what it is told in `messages`. */
const LISTENS = `<script>const messages = [];
addEventListener('message', ({ data }) => messages.push(data));</script>`;

test('buttons, dots and arrow keys go through the steps, say so, and leave the focus where it is', async ({
  page,
  site,
  publish,
}) => {
  await page.setViewportSize(SIZES.desk);
  const moves = await spyOnMoves(page);
  await page.goto(publish(hostPage(stepperCode(site.url))));
  const frame = await frameAt(page, '');
  const counter = frame.locator('[data-counter]');
  const next = frame.getByRole('button', { name: 'Next step' });
  const previous = frame.getByRole('button', { name: 'Previous step' });
  await expect(counter).toHaveText(`${titles.length} steps`);
  await expect(counter).toHaveAttribute('aria-live', 'polite');
  await expect(previous).toHaveAttribute('aria-disabled', 'true');
  for (const [index, { title }] of authoredSteps.entries()) {
    await next.click();
    await expect(counter).toHaveText(`Step ${index + 1} of ${titles.length}: ${title}`);
    await expect(frame.locator('.step[data-active]')).toHaveCount(1);
  }
  await expect(next).toHaveAttribute('aria-disabled', 'true');
  await expect(next).toBeFocused();
  await page.keyboard.press('Enter');
  expect(await stepIn(frame)).toBe(titles.length - 1);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowRight');
  expect(await stepIn(frame)).toBe(titles.length - 2);
  await page.keyboard.press('Control+ArrowLeft');
  await expect(next).toBeFocused();
  const dots = frame.locator('[data-to]');
  await expect(dots).toHaveCount(titles.length);
  await dots.nth(4).click();
  expect(await stepIn(frame)).toBe(4);
  await expect(dots.nth(4)).toHaveAttribute('aria-current', 'step');
  await expect(frame.locator('[aria-current]')).toHaveCount(1);
  await expect(dots.nth(4)).toBeFocused();
  await expect(frame.getByRole('heading', { name: authoredSteps[4]!.title })).toBeVisible();
  expect(await moves()).toEqual([]);
});

test.describe('on a phone', () => {
  test.use({ viewport: SIZES.phone, hasTouch: true });

  test('a swipe turns a step, a short or a steep one does not', async ({ page, site, publish }) => {
    await page.goto(publish(hostPage(stepperCode(site.url), { css: '.text { height: 1rem }' })));
    const frame = await frameAt(page, '');
    await expect(frame.locator('[data-enhanced]')).toHaveCount(1);
    const touch = await createTouch(page);
    const swipe = async (dx: number, dy: number) => {
      await touch('touchStart', 200, 300);
      for (let part = 1; part <= 4; part += 1) {
        await touch('touchMove', 200 + (dx * part) / 4, 300 + (dy * part) / 4);
      }
      await touch('touchEnd', 0, 0);
    };
    await swipe(-120, 5);
    await expect.poll(() => stepIn(frame)).toBe(0);
    await swipe(-120, 5);
    await expect.poll(() => stepIn(frame)).toBe(1);
    await swipe(-20, 0);
    await swipe(-50, 60);
    await swipe(120, 5);
    await expect.poll(() => stepIn(frame)).toBe(0);
  });
});

test('?step= and # begin at a step, by id or by number; anything else at the beginning', async ({
  page,
  site,
}) => {
  const { id } = authoredSteps[6]!;
  const wanted: readonly (readonly [string, number])[] = [
    [`?step=${id}`, 6],
    [`#${id}`, 6],
    ['?step=3', 2],
    [`?step=${titles.length}`, titles.length - 1],
    ['?step=0', -1],
    ['?step=99', -1],
    ['?step=__proto__', -1],
    ['?step=%3Cimg%3E', -1],
    ['', -1],
  ];
  for (const [query, step] of wanted) {
    await page.goto('about:blank');
    await page.goto(`${site.url}embed/story/${query}`);
    expect(await stepIn(page.mainFrame()), query).toBe(step);
  }
});

test('with sandbox="allow-scripts" alone it works, in one request, without a complaint', async ({
  page,
  site,
  publish,
}) => {
  const complaints = complaintsOf(page);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  const code = stepperCode(site.url, { sandbox: 'allow-scripts' });
  const host = publish(hostPage(code));
  await page.goto(host);
  const frame = await frameAt(page, '');
  expect(await frame.evaluate(() => origin)).toBe('null');
  await frame.getByRole('button', { name: 'Next step' }).click();
  await frame.getByRole('button', { name: 'Next step' }).click();
  expect(await stepIn(frame)).toBe(1);
  expect(await frame.evaluate(() => document.referrer)).toBe('');
  const asked = requests.filter((url) => !url.startsWith('data:') && !url.endsWith('favicon.ico'));
  expect(asked).toEqual([host, `${site.url}embed/story/`]);
  expect(complaints).toEqual([]);
});

test('an empty sandbox shows the text and a picture of each step', async ({
  page,
  site,
  publish,
}) => {
  await page.goto(publish(hostPage(stepperCode(site.url, { sandbox: '' }))));
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('heading', { level: 1 })).toBeVisible();
  for (const { id, title } of authoredSteps) {
    await expect(frame.getByRole('heading', { name: title })).toBeVisible();
    const { width = 0, height = 0 } =
      (await frame.locator(`[data-step="${id}"] .scene [data-map]`).boundingBox()) ?? {};
    expect(Math.min(width, height), id).toBeGreaterThan(150);
  }
  await expect(frame.getByRole('button')).toHaveCount(0);
});

test('the map of each step is the story page’s, in the stepper and in the map’s frame', async ({
  page,
  site,
  publish,
}) => {
  await page.goto('./');
  const wanted: (readonly string[])[] = [];
  for (const { id } of authoredSteps) {
    wanted.push(await marksShown(page, `[data-step="${id}"] [data-map]`));
  }
  expect(new Set(wanted.map((marks) => marks.join())).size).toBeGreaterThan(10);
  const host = publish(hostPage(`${stepperCode(site.url)}<div id="map"></div>`, { head: LISTENS }));
  await page.goto(host);
  await page.evaluate(
    (src) => {
      const frame = document.createElement('iframe');
      frame.src = src;
      frame.title = 'Map';
      frame.width = '800';
      document.querySelector('#map')?.append(frame);
    },
    `${site.url}embed/story/map/?n=a&host=${encodeURIComponent(new URL(host).origin)}`,
  );
  const [stepper, map] = [await frameAt(page, ''), await frameAt(page, 'map/')];
  const tell = (type: string, value: number) =>
    page.evaluate(
      ([message, origin]) => {
        document
          .querySelector<HTMLIFrameElement>('#map iframe')
          ?.contentWindow?.postMessage(message, origin);
      },
      [{ ns: `${NAME}/1`, n: 'a', type, value }, new URL(site.url).origin] as const,
    );
  await tell('init', 0);
  for (const [index, marks] of wanted.entries()) {
    await tell('step', index);
    await expect.poll(() => stepIn(map), { intervals: [10, 20, 50] }).toBe(index);
    await stepper.getByRole('button', { name: 'Next step' }).click();
    expect(await marksShown(map, '[data-graphic] [data-map]'), `map, ${index}`).toEqual(marks);
    expect(await marksShown(stepper, '[data-graphic] [data-map]'), `steps, ${index}`).toEqual(
      marks,
    );
  }
});

test('it tells the host the step and the height it wants, in the dialects that hosts speak', async ({
  page,
  site,
  publish,
}) => {
  const query = '?n=x1&childId=pym-0#?secret=s3cr3t';
  await page.goto(publish(hostPage(stepperCode(site.url, { query }), { head: LISTENS })));
  const frame = await frameAt(page, '');
  await frame.getByRole('button', { name: 'Next step' }).click();
  const ns = `${NAME}/1`;
  const height: unknown = expect.any(Number);
  // A message between frames arrives in a task of its own, the height's after the frame that shows the step.
  await expect
    .poll(() => page.evaluate('messages'))
    .toContainEqual({ ns, n: 'x1', type: 'step', value: 0 });
  const messages = await page.evaluate('messages');
  expect(messages).toContainEqual({ ns, n: 'x1', type: 'step', value: -1 });
  expect(messages).toContainEqual({ ns, n: 'x1', type: 'height', value: height });
  expect(messages).toContainEqual({ sentinel: 'amp', type: 'embed-size', height });
  expect(messages).toContainEqual({ message: 'height', value: height, secret: 's3cr3t' });
  expect(messages).toContainEqual(expect.stringMatching(/^pymxPYMxpym-0xPYMxheightxPYMx\d+$/));
  await frame.evaluate(() => {
    const link = document.querySelector('a');
    link?.addEventListener('click', (event) => {
      event.preventDefault();
    });
    link?.click();
  });
  await expect
    .poll(() => page.evaluate('messages.at(-1)'))
    .toEqual({ message: 'link', value: site.url, secret: 's3cr3t' });
});

test('only the host that the address names may choose a step, and only by whole messages', async ({
  page,
  site,
  publish,
}) => {
  const host = publish(hostPage('<div id="here"></div>'));
  await page.goto(host);
  const { origin } = new URL(host);
  for (const [n, named, expected] of [
    ['a', origin, 3],
    ['b', new URL(site.url).origin, -1],
    ['c', '', -1],
  ] as const) {
    await page.evaluate(
      (src) => {
        const frame = document.createElement('iframe');
        frame.src = src;
        document.querySelector('#here')?.replaceChildren(frame);
      },
      `${site.url}embed/story/?n=${n}&host=${encodeURIComponent(named)}`,
    );
    const frame = await frameAt(page, '', `n=${n}`);
    await expect(frame.locator('[data-enhanced]')).toHaveCount(1);
    await page.evaluate(
      ([ns, id]) => {
        const to = document.querySelector('iframe')?.contentWindow;
        const good = { ns, n: id, type: 'step', value: 3 };
        to?.postMessage(good, '*');
        for (const change of [
          { value: 1e9 },
          { value: NaN },
          { value: 1.5 },
          { value: '2' },
          { n: 'z' },
          { type: 'constructor' },
          { ns: `${ns}0` },
          { more: 1 },
        ]) {
          to?.postMessage({ ...good, value: 1, ...change }, '*');
        }
      },
      [`${NAME}/1`, n] as const,
    );
    if (expected >= 0) await expect.poll(() => stepIn(frame)).toBe(expected);
    await page.waitForTimeout(100);
    expect(await stepIn(frame), named).toBe(expected);
  }
});

test('a frame that gets its room late has its map whole then, without a complaint', async ({
  page,
  site,
  publish,
}) => {
  const complaints = complaintsOf(page);
  const address = new URL('embed/story/map/', site.url).href;
  await page.goto(publish(hostPage(`<iframe src="${address}" width="0" height="0"></iframe>`)));
  const map = await frameAt(page, 'map/');
  await expect(map.locator('[data-story]')).toHaveAttribute('data-enhanced', '');
  await page.locator('iframe').evaluate((frame: HTMLIFrameElement) => {
    frame.width = '600';
    frame.height = '450';
  });
  const live = map.locator('[data-graphic] [data-map]');
  const view = () => live.evaluate((svg: SVGSVGElement) => svg.viewBox.baseVal.width);
  await expect.poll(view).toBeGreaterThan(3000); // all of Europe, in plane units
  expect(complaints).toEqual([]);
});
