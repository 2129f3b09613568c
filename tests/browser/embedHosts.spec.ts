import type { Page } from '@playwright/test';
import { authoredSteps } from './support/authored.ts';
import { LOOKS, violations } from './support/axe.ts';
import {
  bringToTop,
  complaintsOf,
  expect,
  frameAt,
  scrollToPart,
  spyOnMoves,
  stepIn,
  test,
  titles,
  type Publish,
} from './support/embeds.ts';
import {
  duoCode,
  hostPage,
  loaderScript,
  NAME,
  stepperCode,
  storyText,
} from './hosts/hostPages.mjs';
import { textOfPdf } from './support/pdfText.ts';
import { SIZES } from './support/story.ts';
import { createTouch } from './support/touch.ts';

const steps = titles.length;

/** All three embeds in one host. */
function allOf(site: string, query = ''): string {
  return [
    stepperCode(site, { query }),
    duoCode(site, { steps }),
    storyText(site, titles),
    loaderScript(site),
  ].join('\n');
}

test('nothing but the frames is asked for; nothing is stored, no referrer told, nobody moved', async ({
  page,
  site,
  publish,
}) => {
  const complaints = complaintsOf(page);
  const moves = await spyOnMoves(page);
  const asked: { url: string; referer: string | undefined }[] = [];
  page.on('request', (request) => {
    const { referer } = request.headers();
    if (!request.url().startsWith('data:')) asked.push({ url: request.url(), referer });
  });
  const host = publish(hostPage(allOf(site.url)));
  await page.goto(host);
  await frameAt(page, 'map/');
  for (const part of [2, 9, steps]) await scrollToPart(page, '[data-duo]', part);
  await bringToTop(page, NAME);
  await frameAt(page, 'map/', 'host=');
  const origins = new Set(asked.map(({ url }) => new URL(url).origin));
  expect([...origins].sort()).toEqual([new URL(site.url).origin, new URL(host).origin].sort());
  const frames = asked.filter(({ url }) => url.includes('/embed/story/'));
  expect(frames.length).toBe(4);
  expect(frames.filter(({ referer }) => referer !== undefined)).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
  for (const frame of page.frames().slice(1)) {
    const left = await frame.evaluate(() => {
      try {
        return [document.referrer, document.cookie, localStorage.length];
      } catch {
        return [document.referrer, '', 0]; // a browser that lets no frame store anything
      }
    });
    expect(left).toEqual(['', '', 0]);
  }
  // The host's own call, above, is the only one.
  expect(await moves()).toEqual([`scrollIntoView of ${NAME.toUpperCase()}`]);
  expect(complaints.filter((text) => !text.includes('postMessage'))).toEqual([]);
});

for (const [embed, code, selector] of [
  ['the stepper', (site: string) => stepperCode(site), 'iframe'],
  ['the duo’s text', (site: string) => duoCode(site, { steps }), '[data-part="text"]'],
  ['the loader', (site: string) => `${storyText(site, titles)}${loaderScript(site)}`, NAME],
] as const) {
  test.describe(`over ${embed}`, () => {
    test.use({ viewport: SIZES.phone, hasTouch: true });

    test('finger, wheel and PageDown scroll the host, and the space bar is left alone', async ({
      page,
      site,
      publish,
    }) => {
      await page.goto(publish(hostPage(code(site.url), { css: 'body { padding-bottom: 200vh }' })));
      await bringToTop(page, selector);
      await expect.poll(() => page.frames().length).toBeGreaterThan(1);
      await page.waitForTimeout(600);
      const place = () => page.evaluate(() => Math.round(scrollY));
      /** Where the host is once it has come to rest. */
      const rest = async () => {
        for (let last = NaN; ;) {
          const now = await place();
          if (now === last) return now;
          last = now;
          await page.waitForTimeout(150);
        }
      };
      const touch = await createTouch(page);
      /** Where a host's own scroll began, and how far each of the parts over the frame moved it. */
      for (const y of [150, 650]) {
        await bringToTop(page, selector);
        const before = await rest();
        await touch('touchStart', 200, y);
        for (let moved = 20; moved <= 140; moved += 20) await touch('touchMove', 200, y - moved);
        await touch('touchEnd', 0, 0);
        await expect.poll(place, { message: `finger at ${y}` }).toBeGreaterThan(before + 90);
        await page.mouse.move(200, y);
        const unturned = await rest();
        await page.mouse.wheel(0, 100);
        await expect.poll(place, { message: `wheel at ${y}` }).toBeGreaterThan(unturned + 60);
      }
      await bringToTop(page, selector);
      await page.mouse.click(6, 250);
      const before = await rest();
      await page.keyboard.press('PageDown');
      await expect.poll(place, { message: 'PageDown' }).toBeGreaterThan(before + 150);
      // Chromium lets no space bar out of a frame of another site, be it empty; ours takes none away.
      const taken = page
        .frames()
        .map((frame) =>
          frame.evaluate(
            () =>
              !dispatchEvent(new KeyboardEvent('keydown', { key: ' ', cancelable: true })) ||
              !document.body.dispatchEvent(
                new KeyboardEvent('keypress', { key: ' ', cancelable: true, bubbles: true }),
              ),
          ),
        );
      expect(await Promise.all(taken)).not.toContain(true);
    });
  });
}

for (const [size, colorScheme] of LOOKS) {
  test.describe(`${size}, ${colorScheme}`, () => {
    test.use({
      viewport: SIZES[size],
      colorScheme,
      contextOptions: { reducedMotion: 'reduce' },
    });

    test('axe finds nothing in the embeds and their host', async ({ page, site, publish }) => {
      const host = (code: string) =>
        publish(
          hostPage(`<h2>A story</h2>${code}`, {
            css: `:root { color-scheme: light dark } .text { height: auto }`,
          }),
        );
      const theme = `theme=${colorScheme}`;
      const codes: readonly (readonly [string, number])[] = [
        [stepperCode(site.url, { query: `?step=4&${theme}` }), -1],
        [duoCode(site.url, { steps, style: '' }).replaceAll('?n=a', `?n=a&${theme}`), 4],
        [
          `${storyText(site.url, titles, { attributes: `data-theme="${colorScheme}" title="Map"` })}${loaderScript(site.url)}`,
          4,
        ],
      ];
      const found: string[] = [];
      for (const [code, part] of codes) {
        await page.goto(host(code));
        if (part > 0) await scrollToPart(page, `[data-duo], ${NAME}`, part);
        await expect
          .poll(() =>
            Promise.all(
              page
                .frames()
                .slice(1)
                .map((frame) => stepIn(frame).catch(() => -1)),
            ),
          )
          .toContain(code.includes('data-duo') || part < 0 ? 3 : 4);
        found.push(...(await violations(page, { isDeep: true })));
      }
      expect(found).toEqual([]);
    });
  });
}

test('with reduced motion the map is there at once, and forced colours keep every mark apart', async ({
  page,
  site,
  publish,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' });
  await page.goto(publish(hostPage(stepperCode(site.url, { query: `?step=${steps - 1}` }))));
  const frame = await frameAt(page, '');
  await frame.getByRole('button', { name: 'Next step' }).click();
  const running = await frame.evaluate(
    () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
  );
  expect(running).toBe(0);
  const fills = await frame.evaluate(() => {
    const marks = [...document.querySelectorAll('[data-graphic] [data-map] [data-stance]')];
    return marks.map((mark) => {
      const { fill, stroke } = getComputedStyle(mark);
      return [mark.getAttribute('data-stance') ?? '', `${fill} ${stroke}`] as const;
    });
  });
  const looks = new Map(fills);
  expect(looks.size).toBeGreaterThan(2);
  await expect(frame.getByRole('button', { name: 'Next step' })).toBeVisible();
});

test.describe('at 400 % zoom', () => {
  test.use({ viewport: { width: 320, height: 256 } });

  test('everything of each embed can be reached and nothing is cut sideways', async ({
    page,
    site,
    publish,
  }) => {
    await page.goto(publish(hostPage(stepperCode(site.url, { query: '?step=4' }))));
    const stepper = await frameAt(page, '');
    // A frame out of sight draws nothing, and what is not drawn does not come to rest.
    await page.evaluate('document.querySelector("iframe").scrollIntoView()');
    const next = stepper.getByRole('button', { name: 'Next step' });
    await next.scrollIntoViewIfNeeded();
    await next.click();
    await expect(next).toBeInViewport();
    const heading = stepper.getByRole('heading', { name: authoredSteps[4]!.title });
    await heading.scrollIntoViewIfNeeded();
    await expect(heading).toBeInViewport();
    const wide = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
    expect(await stepper.evaluate(wide)).toBe(0);

    await page.goto(publish(hostPage(duoCode(site.url, { steps }))));
    const text = await frameAt(page, 'text/');
    await expect(text.locator('[data-mode="inline"]')).toHaveCount(1, { timeout: 8000 });
    await scrollToPart(page, '[data-duo]', 1);
    const last = text.locator('.step').last().locator('h2');
    await last.scrollIntoViewIfNeeded();
    await expect(last).toBeInViewport();
    expect(await text.evaluate(wide)).toBe(0);

    await page.goto(publish(hostPage(`${storyText(site.url, titles)}${loaderScript(site.url)}`)));
    await frameAt(page, 'map/');
    const caption = page.locator(`${NAME} li`).last().locator('h3').first();
    await caption.scrollIntoViewIfNeeded();
    await expect(caption).toBeInViewport();
    expect(await page.evaluate(wide)).toBe(0);
  });
});

/** How often each title stands in a printed page. */
async function printed(page: Page, url: string, ready: () => Promise<unknown>): Promise<number[]> {
  await page.goto(url);
  await ready();
  // As tall as a page can be: a frame is cut where a page ends, be it through the middle of a title.
  const text = textOfPdf(await page.pdf({ width: '12in', height: '199in' }))
    .join('')
    .normalize('NFKC'); // fonts join letters
  const plain = (title: string) =>
    title.replaceAll('&#39;', '’').replace(/\s+/g, '').normalize('NFKC');
  return authoredSteps.map(({ title }) => text.split(plain(title)).length - 1);
}

test('in print each caption stands once', async ({
  page,
  site,
  publish,
}: {
  page: Page;
  site: { url: string };
  publish: Publish;
}) => {
  test.slow();
  const once = authoredSteps.map(() => 1);
  const loader = publish(hostPage(`${storyText(site.url, titles)}${loaderScript(site.url)}`));
  expect(await printed(page, loader, () => frameAt(page, 'map/')), 'loader').toEqual(once);
  const duo = publish(hostPage(duoCode(site.url, { steps })));
  const driven = async () =>
    expect((await frameAt(page, 'text/')).locator('[data-mode="driven"]')).toHaveCount(1);
  expect(await printed(page, duo, driven), 'duo').toEqual(once);
  const stepper = `${site.url}embed/story/`;
  expect(await printed(page, stepper, () => page.waitForTimeout(200)), 'stepper').toEqual(once);
});
