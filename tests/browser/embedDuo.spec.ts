import type { Page } from '@playwright/test';
import sharp from 'sharp';
import {
  complaintsOf,
  expect,
  frameAt,
  scrollToPart,
  stepIn,
  test,
  titles,
} from './support/embeds.ts';
import { duoCode, hostPage, NAME, stepperCode } from './hosts/hostPages.mjs';
import { SIZES } from './support/story.ts';

const steps = titles.length;
const DUO = '[data-duo="a"]';

test.use({ viewport: SIZES.phone });

/** A moment in any frame: milliseconds since the epoch, and what was so then. */
type Log = readonly (readonly [time: number, value: number])[];

/** Every frame of ours keeps when it came to show which step. Before the page is opened. */
async function logSteps(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const log: [number, number][] = [];
    Object.assign(globalThis, { stepLog: log });
    addEventListener('DOMContentLoaded', () => {
      const story = document.querySelector<HTMLElement>('[data-story]');
      if (!story) return;
      const all = [...document.querySelectorAll<HTMLElement>('[data-step]')];
      new MutationObserver(() => {
        const shown = all.findIndex(({ dataset }) => dataset.step === story.dataset.activeStep);
        if (shown !== log.at(-1)?.[1]) {
          log.push([performance.timeOrigin + performance.now(), shown]);
        }
      }).observe(story, { attributeFilter: ['data-active-step'] });
    });
  });
}

/**
 * Scrolls from the middle of one part to that of another at a speed in pixels per second of sixty frames;
 * resolves to the part in the middle of the window in each of those frames.
 */
function scrollParts(page: Page, from: number, to: number, speed: number): Promise<Log> {
  return page.evaluate(
    async ([selector, parts, first, last, pixels]) => {
      const box = document.querySelector(selector)!.getBoundingClientRect();
      const part = box.height / parts;
      const start = scrollY + box.top - innerHeight / 2;
      const top = (index: number) => start + part * (index + 0.5);
      const [begin, end] = [top(first), top(last)];
      const log: [number, number][] = [];
      const [way, stride] = [Math.abs(end - begin), pixels / 60];
      // As many pixels a frame, so that a busy machine scrolls slower and nothing is jumped over.
      for (let moved = 0; moved < way;) {
        await new Promise<number>(requestAnimationFrame);
        moved = Math.min(way, moved + stride);
        const y = begin + Math.sign(end - begin) * moved;
        scrollTo({ top: y, behavior: 'instant' });
        const middle = (y - top(0)) / part + 0.5;
        log.push([performance.timeOrigin + performance.now(), Math.floor(middle) - 1]);
      }
      return log;
    },
    [DUO, steps + 1, from, to, speed] as const,
  );
}

/** How many of the host's frames passed from each crossing until the map showed the step. */
function framesLate(host: Log, map: Log): readonly number[] {
  const crossings = host.filter(([, part], index) => index > 0 && part !== host[index - 1]![1]);
  return crossings.map(([crossed, part]) => {
    const [shown] = map.find(([time, step]) => step === part && time >= crossed - 5) ?? [Infinity];
    return host.filter(([time]) => time > crossed && time <= shown).length;
  });
}

test('every step comes in its order at any speed and backwards, within two frames', async ({
  page,
  site,
  publish,
}) => {
  await logSteps(page);
  await page.goto(publish(hostPage(duoCode(site.url, { steps }))));
  const [text, map] = [await frameAt(page, 'text/'), await frameAt(page, 'map/')];
  await expect(text.locator('[data-mode="driven"]')).toHaveCount(1);
  const shown = async () => {
    const log = await map.evaluate(() => (globalThis as unknown as { stepLog: Log }).stepLog);
    await map.evaluate(() => {
      (globalThis as unknown as { stepLog: unknown[] }).stepLog.length = 0;
    });
    return log;
  };
  const late: number[] = [];
  for (const [from, to, speed] of [
    [0, steps, 2400],
    [steps, steps - 5, 2400],
    [steps - 5, steps - 7, 900],
    [steps - 7, steps - 6, 300],
  ] as const) {
    await scrollToPart(page, DUO, from);
    await expect.poll(() => stepIn(map)).toBe(from - 1);
    await shown();
    const host = await scrollParts(page, from, to, speed);
    await expect.poll(() => stepIn(map)).toBe(to - 1);
    const seen = await shown();
    const step = Math.sign(to - from);
    const wanted = Array.from(
      { length: Math.abs(to - from) },
      (_, index) => from - 1 + step * (index + 1),
    );
    expect(
      seen.map(([, value]) => value),
      `${from} to ${to} at ${speed} px/s`,
    ).toEqual(wanted);
    late.push(...framesLate(host, seen));
  }
  const median = late.toSorted((a, b) => a - b)[Math.floor(late.length / 2)];
  expect(median).toBeLessThanOrEqual(2);
  // A fling past the end and back: what is shown in the end is right.
  await page.evaluate('scrollTo({ top: 1e6, behavior: "instant" })');
  await scrollToPart(page, DUO, 8);
  await expect.poll(() => stepIn(map)).toBe(7);
});

test('the map stays in its place to the pixel while the host scrolls and is busy', async ({
  page,
  site,
  publish,
}) => {
  const css = 'html { background: #f00 }';
  await page.goto(publish(hostPage(duoCode(site.url, { steps }), { css })));
  await expect((await frameAt(page, 'text/')).locator('[data-mode="driven"]')).toHaveCount(1);
  const map = await frameAt(page, 'map/');
  await scrollToPart(page, DUO, 3);
  await expect.poll(() => stepIn(map)).toBe(2);
  await page.screenshot(); // the frame is painted where it is now
  await page.evaluate(() => {
    setInterval(() => {
      const until = performance.now() + 45;
      while (performance.now() < until);
    }, 60);
  });
  const cdp = await page.context().newCDPSession(page);
  const pictures: string[] = [];
  cdp.on('Page.screencastFrame', ({ data, sessionId }) => {
    pictures.push(data);
    void cdp.send('Page.screencastFrameAck', { sessionId });
  });
  const before = await page.evaluate(() => scrollY);
  await cdp.send('Page.startScreencast', { format: 'png' });
  await cdp.send('Input.synthesizeScrollGesture', {
    x: 200,
    y: 400,
    yDistance: -1800,
    speed: 1200,
    gestureSourceType: 'mouse',
  });
  await cdp.send('Page.stopScreencast');
  expect((await page.evaluate(() => scrollY)) - before).toBeGreaterThan(1500);
  expect(pictures.length).toBeGreaterThan(5);
  for (const picture of pictures) {
    const image = sharp(Buffer.from(picture, 'base64')).removeAlpha();
    const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
    const isHost = (x: number, y: number) => {
      const [red = 0, green = 0] = data.subarray((y * info.width + x) * info.channels);
      return red > 200 && green < 60;
    };
    const x = info.width - 4;
    expect([isHost(x, 0), isHost(x, info.height - 1)]).toEqual([false, false]);
  }
});

test('it works under sandbox="allow-scripts", several on a page, each for itself', async ({
  page,
  site,
  publish,
}) => {
  const complaints = complaintsOf(page);
  const two = ['a', 'b'].map((n) =>
    duoCode(site.url, { n, steps, sandbox: 'allow-scripts', title: `Story ${n}` }),
  );
  await page.goto(publish(hostPage([...two, stepperCode(site.url)].join('<p>More.</p>'))));
  const [first, second] = [await frameAt(page, 'map/', 'n=a'), await frameAt(page, 'map/', 'n=b')];
  for (const n of ['a', 'b']) {
    const text = await frameAt(page, 'text/', `n=${n}`);
    await expect(text.locator('[data-mode="driven"]')).toHaveCount(1);
  }
  await scrollToPart(page, DUO, 6);
  await expect.poll(() => stepIn(first)).toBe(5);
  expect(await stepIn(second)).toBe(-1);
  await scrollToPart(page, '[data-duo="b"]', 10);
  await expect.poll(() => stepIn(second)).toBe(9);
  expect(await stepIn(await frameAt(page, ''))).toBe(-1);
  expect(complaints).toEqual([]);
});

/** Hosts in which no map can stay, with what is wrong in each. */
const BROKEN = [
  ['overflow: hidden around it', { around: 'style="overflow:hidden"' }],
  ['overflow-x: hidden around it', { around: 'style="overflow-x:hidden"' }],
  ['frames that the host squashes', { css: 'iframe { height: 300px !important }' }],
  ['no frame with the map', { withMap: false }],
] as const;

for (const [name, host] of BROKEN) {
  test(`each step shows a map of its own with ${name}`, async ({ page, site, publish }) => {
    const {
      around = '',
      css = '',
      withMap = true,
    } = host as Partial<{
      around: string;
      css: string;
      withMap: boolean;
    }>;
    const duo = duoCode(site.url, { steps, withMap });
    await page.goto(publish(hostPage(`<div ${around}>${duo}</div>`, { css })));
    const opened = Date.now();
    const text = await frameAt(page, 'text/');
    await scrollToPart(page, DUO, css ? 0 : 4);
    await expect(text.locator('[data-mode="inline"]')).toHaveCount(1);
    expect(Date.now() - opened).toBeLessThan(2500 + 1500);
    for (const id of ['#title', '.step:nth-of-type(5) h2']) {
      await expect(text.locator(id)).toBeVisible();
    }
    const maps = await text
      .locator('.flow > section .scene [data-map]')
      .evaluateAll((all) => all.map((map) => map.getBoundingClientRect().height));
    expect(maps.length).toBe(steps + 1);
    expect(Math.min(...maps)).toBeGreaterThan(150);
  });
}

test('inline text can be read to its end where the host’s frame is too low for it', async ({
  page,
  site,
  publish,
}) => {
  const css = 'iframe { height: 300px !important }';
  await page.goto(publish(hostPage(duoCode(site.url, { steps, withMap: false }), { css })));
  const text = await frameAt(page, 'text/');
  await expect(text.locator('[data-mode="inline"]')).toHaveCount(1);
  const last = text.locator('.step').last().locator('h2');
  await expect
    .poll(
      async () => {
        await page.evaluate('document.querySelector("[data-part=text]").scrollIntoView()');
        await page.mouse.move(200, 150);
        await page.mouse.wheel(0, 1500);
        return last.evaluate((title) => title.getBoundingClientRect().bottom < innerHeight);
      },
      { intervals: [100], timeout: 20_000 },
    )
    .toBe(true);
});

test('over a dark host the text’s frame is transparent', async ({ page, site, publish }) => {
  const css = ':root { color-scheme: dark } body { background: #123 }';
  await page.goto(publish(hostPage(duoCode(site.url, { steps }), { css })));
  const text = await frameAt(page, 'text/');
  await expect(text.locator('[data-mode="driven"]')).toHaveCount(1);
  await page.locator('[data-part="map"]').evaluate((map) => {
    map.style.visibility = 'hidden';
  });
  await scrollToPart(page, DUO, 3);
  const picture = sharp(await page.screenshot({ clip: { x: 190, y: 30, width: 2, height: 2 } }));
  const { data } = await picture.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  expect([...data.subarray(0, 3)]).toEqual([0x11, 0x22, 0x33]);
});

test('a page around the frames, or a frame beside them that poses as one, moves nothing', async ({
  page,
  site,
  publish,
}) => {
  const poser = publish('<!doctype html><title>Poser</title>');
  const host = publish(
    hostPage(
      `${duoCode(site.url, { steps })}<iframe id="poser" title="Poser" src="${poser}"></iframe>`,
    ),
  );
  await page.goto(host);
  const [text, map] = [await frameAt(page, 'text/'), await frameAt(page, 'map/')];
  await expect(text.locator('[data-mode="driven"]')).toHaveCount(1);
  await scrollToPart(page, DUO, 3);
  await expect.poll(() => stepIn(map)).toBe(2);
  const pose = (ns: string) => {
    const all = Array.from({ length: parent.length }, (_, index) => parent[index]!);
    for (const [type, value] of [
      ['init', 0],
      ['step', 9],
      ['ready', 17],
      ['seen', 0],
    ] as const) {
      for (const frame of all) frame.postMessage({ ns, n: 'a', type, value }, '*');
    }
  };
  await page.evaluate(pose, `${NAME}/1`);
  await page
    .frames()
    .find((frame) => frame.url() === poser)!
    .evaluate(pose, `${NAME}/1`);
  await page.waitForTimeout(500);
  expect(await stepIn(map)).toBe(2);
  await expect(text.locator('[data-mode="driven"]')).toHaveCount(1);
});
