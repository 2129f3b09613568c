import type { Page } from '@playwright/test';
import fc from 'fast-check';
import { expectLook, SIZES, test, type Size, type Story } from './support/story.ts';
import { evenly } from '../unit/evenly.ts';

/**
 * Random journeys: a few ways of getting about in a row, then rest, then the same comparison as ever.
 * `JOURNEY_SEED=7 JOURNEYS=500 playwright test scrollJourneys` takes others; a failure names its seed and
 * the shortest journey that fails.
 */

const SEED = Number(process.env.JOURNEY_SEED ?? 20_260_228);
const JOURNEYS = Number(process.env.JOURNEYS ?? 60);

/** One thing a reader, a window or the page itself may do. Shares are of the page's height, 0–1. */
const MOVES = {
  scrollTo: fc.record({ share: evenly(0, 1) }),
  scrollBy: fc.record({ px: fc.integer({ min: -2500, max: 2500 }) }),
  smooth: fc.record({ px: fc.integer({ min: -900, max: 900 }) }),
  wheel: fc.record({
    px: fc.integer({ min: -1500, max: 1500 }),
    turns: fc.integer({ min: 1, max: 6 }),
  }),
  press: fc.record({
    key: fc.constantFrom('End', 'Home', 'PageDown', 'PageUp', 'ArrowDown', 'Tab', 'Shift+Tab'),
  }),
  hash: fc.record({ step: fc.nat(16) }),
  button: fc.record({ by: fc.constantFrom('1', '-1') }),
  heading: fc.record({
    step: fc.nat(16),
    block: fc.constantFrom('start', 'center', 'end', 'nearest'),
  }),
  focus: fc.record({ share: evenly(0, 0.999) }),
  resize: fc.record({
    width: fc.integer({ min: 320, max: 1600 }),
    height: fc.integer({ min: 256, max: 1000 }),
  }),
  height: fc.record({ height: fc.integer({ min: 300, max: 900 }) }),
  grow: fc.record({ px: fc.integer({ min: -600, max: 600 }) }),
  block: fc.record({ ms: fc.integer({ min: 30, max: 150 }) }),
  wait: fc.record({ ms: fc.integer({ min: 0, max: 200 }) }),
  motion: fc.record({ reduced: fc.boolean() }),
  freeze: fc.constant({}),
} as const;

type Name = keyof typeof MOVES;
type Detail<Of extends Name> = (typeof MOVES)[Of] extends fc.Arbitrary<infer Value> ? Value : never;
type Move = { readonly [Of in Name]: { readonly kind: Of } & Detail<Of> }[Name];

const move: fc.Arbitrary<Move> = fc.oneof(
  ...Object.entries(MOVES).map(([kind, detail]) =>
    (detail as fc.Arbitrary<object>).map((rest) => ({ kind, ...rest }) as Move),
  ),
);

/** What the page can do by itself, sent into it as text. */
function doInPage({
  kind,
  ...detail
}: {
  kind: string;
  px?: number;
  share?: number;
  step?: number;
  block?: string;
  ms?: number;
}): void {
  const { px = 0, share = 0, ms = 0 } = detail;
  const step = storyProbe.steps()[detail.step ?? 0];
  const links = document.querySelectorAll<HTMLElement>('a[href], button:not([disabled])');
  const acts: Readonly<Record<string, () => void>> = {
    scrollTo: () => {
      scrollTo({ top: share * document.documentElement.scrollHeight, behavior: 'instant' });
    },
    scrollBy: () => {
      scrollBy({ top: px, behavior: 'instant' });
    },
    smooth: () => {
      scrollBy({ top: px, behavior: 'smooth' });
    },
    hash: () => {
      location.hash = step?.id ?? '';
    },
    heading: () => {
      step?.querySelector('h2')?.scrollIntoView({ block: detail.block as ScrollLogicalPosition });
    },
    focus: () => {
      links[Math.floor(share * links.length)]?.focus();
    },
    grow: () => {
      const block =
        document.querySelector<HTMLElement>('#grown') ??
        document.body.insertBefore(document.createElement('div'), document.body.firstChild);
      block.id = 'grown';
      block.style.height = `${Math.max(0, block.offsetHeight + px)}px`;
    },
    block: () => {
      for (const until = performance.now() + ms; performance.now() < until;);
    },
  };
  acts[kind]?.();
}

/** What is done from outside of the page, by kind. */
const OUTSIDE: { readonly [Of in Name]?: (page: Page, detail: Detail<Of>) => Promise<unknown> } = {
  wheel: async (page, { px, turns }) => {
    await page.mouse.move(200, 200);
    for (let turn = 0; turn < turns; turn += 1) await page.mouse.wheel(0, px);
  },
  press: (page, { key }) => page.keyboard.press(key),
  button: (page, { by }) => page.locator(`[data-go="${by}"]`).dispatchEvent('click'),
  resize: (page, size) => page.setViewportSize(size),
  height: (page, { height }) =>
    page.setViewportSize({ width: page.viewportSize()?.width ?? 800, height }),
  wait: (page, { ms }) => page.waitForTimeout(ms),
  motion: (page, { reduced }) =>
    page.emulateMedia({ reducedMotion: reduced ? 'reduce' : 'no-preference' }),
  freeze: async (page) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    await session.detach();
  },
};

async function make({ page }: Story, act: Move): Promise<void> {
  const outside = OUTSIDE[act.kind] as ((page: Page, act: Move) => Promise<unknown>) | undefined;
  if (outside) await outside(page, act);
  else await page.evaluate(doInPage, { ...act });
}

/** Each journey begins at the top of the page in the given window, so that a failing one stands alone. */
async function beginAnew({ page }: Story, size: Size): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.setViewportSize(size);
  await page.evaluate(async () => {
    document.querySelector('#grown')?.remove();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    scrollTo({ top: 0, behavior: 'instant' });
    for (let drawn = 0; drawn < 3; drawn += 1) await new Promise(requestAnimationFrame);
    history.replaceState(null, '', location.pathname);
  });
}

for (const [name, size] of Object.entries(SIZES)) {
  test(`${JOURNEYS} random journeys end in the right state (${name}, seed ${SEED})`, async ({
    story,
  }) => {
    test.setTimeout(240_000);
    await story.openIn(size);
    const journey = fc.array(move, { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(journey, async (moves) => {
        await beginAnew(story, size);
        for (const act of moves) await make(story, act);
        await story.rest();
        expectLook(await story.page.evaluate(() => storyProbe.look()), JSON.stringify(moves));
      }),
      {
        seed: SEED,
        numRuns: JOURNEYS,
        interruptAfterTimeLimit: 200_000,
        markInterruptAsFailure: false,
      },
    );
  });
}
