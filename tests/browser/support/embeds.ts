import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { Frame, Page } from '@playwright/test';
import { listen } from '../../../scripts/serve.mjs';
import { root } from '../../../scripts/setup.mjs';
import { titlesIn } from '../hosts/hostPages.mjs';
import { expect, test as base } from './site.ts';

export { expect };

/** Publishes a page on the hosts' server, an origin and a site other than ours; resolves to its address. */
export type Publish = (html: string, headers?: Readonly<Record<string, string>>) => string;

/** Headings of the steps, in order. */
export const titles: readonly string[] = titlesIn(
  readFileSync(join(root, 'dist/embed/story/text/index.html'), 'utf8'),
);

/** The suite's `test` with a server of host pages beside that of our site. */
export const test = base.extend<object, { publish: Publish }>({
  publish: [
    async ({}, use) => {
      const pages = new Map<string, { html: string; headers: Readonly<Record<string, string>> }>();
      const server = createServer(({ url = '' }, response) => {
        const found = pages.get(url);
        response.writeHead(found ? 200 : 404, {
          'content-type': 'text/html; charset=utf-8',
          ...found?.headers,
        });
        response.end(found?.html);
      });
      const { port } = new URL(await listen(server, 0));
      await use((html, headers = {}) => {
        const path = `/${String(pages.size)}`;
        pages.set(path, { html, headers });
        return `http://localhost:${port}${path}`;
      });
      await new Promise((closed) => {
        server.close(closed);
        server.closeAllConnections();
      });
    },
    { scope: 'worker' },
  ],
});

/** The frame of a page whose address, without its query, ends in a path; waits until it is there. */
export async function frameAt(page: Page, path: string, query = ''): Promise<Frame> {
  const isIt = (frame: Frame) =>
    new RegExp(`/embed/story/${path}(\\?.*)?(#.*)?$`).test(frame.url()) &&
    frame.url().includes(query);
  await expect.poll(() => page.frames().some(isIt), { timeout: 10_000 }).toBe(true);
  const frame = page.frames().find(isIt)!;
  await frame.waitForLoadState();
  return frame;
}

/** The step that a frame of ours shows, by its number from 0; −1 before the first. */
export async function stepIn(frame: Frame): Promise<number> {
  return frame.evaluate(() => {
    const story = document.querySelector<HTMLElement>('[data-story]');
    const steps = [...document.querySelectorAll<HTMLElement>('[data-step]')];
    return steps.findIndex(({ dataset }) => dataset.step === story?.dataset.activeStep);
  });
}

/** Scrolls a host so that an element stands at the top of the window, as far as the page goes. */
export async function bringToTop(page: Page, selector: string): Promise<void> {
  await page.evaluate((wanted) => {
    document.querySelector(wanted)?.scrollIntoView();
  }, selector);
}

/** Scrolls a host at once so that the middle of the window is in the given part, from 0, of an embed. */
export async function scrollToPart(page: Page, box: string, part: number): Promise<void> {
  await page.evaluate(
    ([selector, index, parts]) => {
      const element = document.querySelector(selector);
      const { top = 0, height = 0 } = element?.getBoundingClientRect() ?? {};
      const middle = scrollY + top + (height * (index + 0.5)) / parts;
      scrollTo({ top: middle - innerHeight / 2, behavior: 'instant' });
    },
    [box, part, titles.length + 1] as const,
  );
}

/** What scripts and browser complain of, in any frame, as it comes. */
export function complaintsOf(page: Page): readonly string[] {
  const found: string[] = [];
  page.on('pageerror', ({ message }) => found.push(message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) found.push(message.text());
  });
  return found;
}

/**
 * Counts, in every frame, calls that would move the reader unasked: `scrollIntoView` and `focus`. Before the
 * page is opened.
 */
export async function spyOnMoves(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.addInitScript(() => {
    const calls: string[] = [];
    Object.assign(globalThis, { spiedMoves: calls });
    for (const [owner, name] of [
      [Element.prototype, 'scrollIntoView'],
      [HTMLElement.prototype, 'focus'],
      [SVGElement.prototype, 'focus'],
    ] as const) {
      const own = (owner as unknown as Record<string, (...a: unknown[]) => unknown>)[name];
      Object.assign(owner, {
        [name](this: Element, ...given: unknown[]) {
          calls.push(`${name} of ${this.tagName}`);
          return own?.apply(this, given);
        },
      });
    }
  });
  return async () => {
    const all = page
      .frames()
      .map((frame) =>
        frame.evaluate(() => (globalThis as unknown as { spiedMoves: string[] }).spiedMoves),
      );
    return (await Promise.all(all)).flat();
  };
}

/** One line a mark of the map shown in a frame or page: actor, stance, evidence, spotlight. */
export async function marksShown(frame: Frame | Page, map: string): Promise<readonly string[]> {
  return frame.locator(`${map} [data-actor]`).evaluateAll((marks) =>
    marks.map((mark) => {
      const hooks = ['data-actor', 'data-stance', 'data-evidence', 'data-spotlight'];
      return hooks.map((hook) => mark.getAttribute(hook) ?? '-').join(' ');
    }),
  );
}
