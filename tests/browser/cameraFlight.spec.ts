import type { CDPSession } from '@playwright/test';
import { expect, SIZES, test, type Story } from './support/story.ts';

/** The flight is the compositor's: while it lasts the page lays nothing out. */

interface Work {
  readonly layouts: number;
  readonly frames: number;
}

/** Layouts that the page has done so far, and frames that it has drawn since the counting began. */
async function workOf({ page }: Story, session: CDPSession): Promise<Work> {
  const { metrics } = await session.send('Performance.getMetrics');
  const layouts = metrics.find(({ name }) => name === 'LayoutCount')?.value ?? NaN;
  return {
    layouts,
    frames: await page.evaluate(() => Number(document.documentElement.dataset.frames)),
  };
}

async function countFrames({ page }: Story): Promise<void> {
  await page.evaluate(() => {
    let frames = 0;
    const count = () => {
      document.documentElement.dataset.frames = String((frames += 1));
      requestAnimationFrame(count);
    };
    count();
  });
}

/** Jumps to a step and resolves once map, labels and row of initials have answered, a frame each, in flight. */
async function takeOff({ page }: Story, id: string): Promise<void> {
  await page.evaluate(async (step) => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    storyProbe.scrollInto(step, 0.3);
    while (!document.querySelector('[data-flying]')) await frame();
    for (let answered = 0; answered < 5; answered += 1) await frame();
  }, id);
}

for (const name of ['phone', 'desk'] as const) {
  test(`nothing is laid out while the camera flies (${name})`, async ({ story }) => {
    const { page } = story;
    await story.openIn(SIZES[name]);
    // The page is set in its fonts and its notes are laid out part by part; that is no flight.
    await expect(page.locator('.flow > section:not([data-typeset])')).toHaveCount(0);
    await expect(page.locator('.ending :is(section, .sources):not([data-laid])')).toHaveCount(0);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    await countFrames(story);
    const steps = await story.steps();
    // From all of Europe to Ukraine alone, back out, and to the whole hemisphere.
    for (const id of [steps[8]!, steps[7]!, steps[1]!, steps[2]!]) {
      await takeOff(story, id);
      const start = await workOf(story, session);
      // Nothing is asked of the page meanwhile: asking may itself lay out.
      await new Promise((done) => setTimeout(done, 400));
      const end = await workOf(story, session);
      const [frames, layouts] = [end.frames - start.frames, end.layouts - start.layouts];
      expect(frames, `frames of the flight to ${id}`).toBeGreaterThan(2);
      // One or two when the camera has landed, and what has faded is taken away.
      expect(layouts, `layouts in ${frames} frames on the way to ${id}`).toBeLessThanOrEqual(3);
      await story.expectSettled(id);
      await story.expectStill();
      // With no transform left it must be the drawing itself that fits: a long way in ends in a new one.
      await story.expectSettled(`${id}, landed`);
    }
  });
}

test('a flight starts where the eye is, also when it takes over from another', async ({
  story,
}) => {
  const { page } = story;
  const steps = await story.openIn(SIZES.desk);
  await story.scrollInto(steps[3]!);
  await story.expectSettled('all of Europe');
  await story.expectStill();
  const leaps = await page.evaluate(
    async (ids) => {
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      /** Where Ukraine's corner is seen and how wide it is, flight included. */
      const seen = () => {
        const map = document.querySelector<SVGSVGElement>('svg.live');
        const { x, y, width } =
          document.querySelector<SVGGraphicsElement>('.definitions #UKR')?.getBBox() ??
          new DOMRect();
        const matrix = map?.getScreenCTM() ?? new DOMMatrix();
        return { at: new DOMPoint(x, y).matrixTransform(matrix), width: width * matrix.a };
      };
      const found: { off: number; grown: number }[] = [];
      let before = seen();
      // Between this look and the observer's, in one frame, nothing but the page's own switch happens.
      const look = () => {
        before = seen();
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
      new MutationObserver(() => {
        const now = seen();
        found.push({
          off: Math.hypot(now.at.x - before.at.x, now.at.y - before.at.y),
          grown: now.width / before.width,
        });
      }).observe(document.querySelector('[data-story]')!, {
        attributeFilter: ['data-active-step'],
      });
      for (const id of ids) {
        storyProbe.scrollInto(id, 0.3);
        for (let drawn = 0; drawn < 12; drawn += 1) await frame();
      }
      return found;
    },
    [steps[8]!, steps[1]!, steps[6]!, steps[8]!],
  );
  expect(leaps).toHaveLength(4);
  for (const { off, grown } of leaps) {
    expect(off, `pixels: ${JSON.stringify(leaps)}`).toBeLessThan(8);
    expect(Math.abs(grown - 1), `share: ${JSON.stringify(leaps)}`).toBeLessThan(0.03);
  }
  await story.expectSettled('the last of them');
  await story.expectStill();
});

test('colours that fade in a flight are a layer as large as the map', async ({ story }) => {
  const { page } = story;
  const steps = await story.openIn(SIZES.desk);
  // Browsers draw the whole of a smaller one as large as it is going to be seen.
  for (const id of [steps[2]!, steps[6]!, steps[8]!]) {
    await takeOff(story, id);
    const [fading, map] = await page.evaluate(() =>
      ['.fading', 'svg.live'].map((name) => {
        const { width, height } = document.querySelector<SVGSVGElement>(name)?.getBBox() ?? {};
        return [width ?? 0, height ?? 0] as const;
      }),
    );
    expect(fading![0], `width on the way to ${id}`).toBeGreaterThanOrEqual(map![0] * 0.95);
    expect(fading![1], `height on the way to ${id}`).toBeGreaterThanOrEqual(map![1] * 0.95);
    await story.expectSettled(id);
    await story.expectStill();
  }
});

test('colours that fade over a map that stays are layers no larger than the window', async ({
  story,
}) => {
  const { page } = story;
  const steps = await story.openIn(SIZES.desk);
  const session = await page.context().newCDPSession(page);
  const drawn = new Map<string, { readonly width: number; readonly height: number }>();
  session.on('LayerTree.layerTreeDidChange', ({ layers = [] }) => {
    for (const { layerId, drawsContent, width, height } of layers) {
      if (drawsContent) drawn.set(layerId, { width, height });
    }
  });
  await session.send('DOM.enable');
  await session.send('LayerTree.enable');
  await page.mouse.wheel(0, 4); // layers are told of when one has moved
  await expect.poll(() => drawn.size).toBeGreaterThan(3);
  const before = new Set(drawn.keys());
  await page.evaluate(async (id) => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    storyProbe.scrollInto(id, 0.3);
    for (let shown = 0; shown < 6; shown += 1) await frame();
  }, steps[0]!);
  expect(await page.locator('[data-flying]').count()).toBe(0);
  const fresh = () => [...drawn].filter(([id]) => !before.has(id)).map(([, size]) => size);
  await expect.poll(() => fresh().length).toBeGreaterThan(0);
  for (const { width, height } of fresh()) {
    expect(width).toBeLessThanOrEqual(SIZES.desk.width);
    expect(height).toBeLessThanOrEqual(SIZES.desk.height);
  }
  await story.expectSettled('first step');
});
