import type { Page } from '@playwright/test';
import { expect, test as base } from './site.ts';
import { installLedger } from './storyLedger.ts';
import { installMarks } from './storyMarks.ts';
import type { Look, Picture } from './storyPicture.ts';
import { installProbe } from './storyProbe.ts';

export { expect };

/** Width and height of a window in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The windows that the scroll is held to, by what a reader would call them. */
export const SIZES = {
  phone: { width: 390, height: 844 },
  phoneOnItsSide: { width: 667, height: 320 },
  tablet: { width: 768, height: 1024 },
  desk: { width: 1440, height: 900 },
  largeDesk: { width: 1920, height: 1080 },
} as const satisfies Readonly<Record<string, Size>>;

/** A story's page, open in a browser, and what can be asked of it. */
export interface Story {
  readonly page: Page;
  /** Opens the story anew, at a hash if one is given ('#id'), and waits until it is at rest. */
  open(hash?: string): Promise<void>;
  /** The same in a window of a size; resolves to the ids of the steps in their order. */
  openIn(size: Size, hash?: string): Promise<readonly string[]>;
  /** Ids of the steps in their order. */
  steps(): Promise<readonly string[]>;
  /** Waits until nothing has scrolled, grown or been resized for 250 ms. */
  rest(): Promise<void>;
  /**
   * Waits for rest, then fails unless everything that shows where the reader is agrees with the geometry;
   * resolves to what is shown. `how` names the way there in the message.
   */
  expectSettled(how?: string): Promise<Picture>;
  /** Waits for the last flight to end; fails if anything of it stays. */
  expectStill(): Promise<void>;
  /** Scrolls at once so that the given share (0–1) of a step's height has passed the trigger line. */
  scrollInto(step: string, share?: number): Promise<void>;
}

/**
 * The suite's `test` with a `story`: its page carries the probe of `storyPicture.ts` and fails the test
 * when a script of the page fails.
 */
export const test = base.extend<{ story: Story }>({
  story: async ({ page }, use) => {
    const failures: string[] = [];
    page.on('pageerror', (error) => failures.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') failures.push(message.text());
    });
    await use(await createStory(page));
    expect(failures, 'errors of the page’s own scripts').toEqual([]);
  },
});

/** Equips a page (of any context) with the probe; it shows nothing until `open` is called. */
export async function createStory(page: Page, address = './'): Promise<Story> {
  const probe = [installMarks, installLedger, installProbe].map(
    (install) => `(${install.toString()})();`,
  );
  await page.addInitScript({ content: probe.join('\n') });
  const rest = () => page.evaluate(() => storyProbe.rest(250));
  const open = (hash = '') => openAt(page, `${address}${hash}`);
  const steps = () => page.evaluate(() => storyProbe.steps().map(({ id }) => id));
  return {
    page,
    rest,
    open,
    steps,
    async openIn(size, hash) {
      await page.setViewportSize(size);
      await open(hash);
      return steps();
    },
    scrollInto: (step, share = 0.3) =>
      page.evaluate(
        ([id, part]) => {
          storyProbe.scrollInto(id, part);
        },
        [step, share] as const,
      ),
    async expectSettled(how = 'as the geometry says') {
      await rest();
      const look = await page.evaluate(() => storyProbe.look());
      expectLook(look, how);
      return look.shown;
    },
    expectStill: () => expectStill(page),
  };
}

/** Fails unless the page shows what the geometry asks for. */
export function expectLook({ shown, expected }: Look, how: string): void {
  expect(shown, how).toEqual(expected);
}

/** A hash alone would not load the page again, so an open story is left first. */
async function openAt(page: Page, address: string): Promise<void> {
  if (page.url() !== 'about:blank') await page.goto('about:blank');
  await page.goto(address);
  await page.evaluate(() => storyProbe.rest(250));
}

async function expectStill(page: Page): Promise<void> {
  const left = () => page.evaluate(() => storyProbe.leftovers());
  await expect.poll(left, { message: 'what a flight has left behind', timeout: 3000 }).toEqual([]);
}
