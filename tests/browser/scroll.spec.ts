import { expect, SIZES, test, type Story } from './support/story.ts';

/** Ways of getting about: after each, what is shown is what the geometry says. */

/**
 * Moves through the story by a few pixels a frame and compares what is shown at every stop, from wherever
 * the page is to a screen behind the last step, or to the top.
 */
async function creep({ page }: Story, step: number): Promise<{ stops: number; wrong: string[] }> {
  return page.evaluate(async (by) => {
    const wrong: string[] = [];
    let stops = 0;
    let told = storyProbe.look().shown.step;
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const end = () => storyProbe.steps().at(-1)?.getBoundingClientRect().bottom ?? 0;
    for (let before = NaN; before !== scrollY && (by < 0 || end() > 0); stops += 1) {
      before = scrollY;
      scrollBy({ top: by, behavior: 'instant' });
      // The page answers in this frame, after the callbacks that were asked for before it: with the map at
      // once, then with labels and rail, and with the pills, a frame each.
      await frame();
      await frame();
      const { step } = storyProbe.look().shown;
      for (let count = 0; step !== told && count < 3; count += 1) await frame();
      told = step;
      const { shown, expected } = storyProbe.look();
      // The address follows when the reader rests.
      const [seen, due] = [shown, expected].map((it) => JSON.stringify({ ...it, hash: '' }));
      if (seen !== due) {
        wrong.push(`${scrollY}: ${shown.step}, not ${expected.step} (${expected.phase})`);
      }
    }
    return { stops, wrong };
  }, step);
}

for (const name of ['phone', 'desk'] as const) {
  test(`a slow scroll down and up shows the right step at every 20 px (${name})`, async ({
    story,
  }) => {
    test.slow();
    await story.openIn(SIZES[name]);
    const down = await creep(story, 20);
    expect(down.wrong).toEqual([]);
    expect(down.stops).toBeGreaterThan(500);
    expect((await story.expectSettled('below the story')).phase).toBe('after');
    const up = await creep(story, -20);
    expect(up.wrong).toEqual([]);
    expect((await story.expectSettled('at the top again')).phase).toBe('before');
    await story.expectStill();
  });
}

test('a fling through the story settles on the step it ends in, with nothing of the others', async ({
  story,
}) => {
  await story.openIn(SIZES.desk);
  await story.page.mouse.move(1000, 300);
  for (const [turns, by] of [
    [6, 900],
    [20, 3000],
    [3, -1200],
    [20, -3000],
  ] as const) {
    for (let turn = 0; turn < turns; turn += 1) await story.page.mouse.wheel(0, by);
    await story.expectSettled(`${turns} wheel events of ${by} px`);
  }
  await story.expectStill();
});

test('End and Home, Page Down and Space, arrows: each key settles', async ({ story }) => {
  const { page } = story;
  await story.openIn(SIZES.desk);
  const keys =
    'End Home PageDown PageDown Space Space ArrowDown PageUp Shift+Space End PageUp Home'.split(
      ' ',
    );
  const seen: string[] = [];
  for (const key of keys) {
    await page.keyboard.press(key);
    const { phase } = await story.expectSettled(key);
    seen.push(phase);
  }
  expect(seen.slice(0, 2)).toEqual(['after', 'before']);
  expect(new Set(seen)).toEqual(new Set(['before', 'in', 'after']));
  await story.expectStill();
});

test('Page Down alone passes no step over', async ({ story }) => {
  const { page } = story;
  for (const [name, size] of Object.entries(SIZES)) {
    await story.openIn(size);
    const seen = await page.evaluate(async () => {
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      const steps = new Set<string>();
      for (let before = NaN; before !== scrollY;) {
        before = scrollY;
        // A page is seven eighths of the window, as browsers have it.
        scrollBy({ top: innerHeight * 0.875, behavior: 'instant' });
        await frame();
        await frame();
        steps.add(storyProbe.look().shown.step);
      }
      return [...steps].filter(Boolean);
    });
    expect(seen, name).toEqual(await story.steps());
  }
});

test('find in page, a text fragment and a heading scrolled into view bring the map along', async ({
  story,
}) => {
  const { page } = story;
  const steps = await story.openIn(SIZES.desk);
  for (const id of [steps[9]!, steps[2]!, steps[16]!]) {
    const title = await page.locator(`#${id} h2`).innerText();
    await page.evaluate(
      (words) => {
        getSelection()?.removeAllRanges();
        document.body.focus();
        // What a browser's own search does: selects the words and scrolls to them.
        (window as unknown as { find(text: string, ...rest: boolean[]): boolean }).find(
          words,
          false,
          false,
          true,
        );
      },
      title.replaceAll('\n', ' '),
    );
    expect((await story.expectSettled(`found "${title}"`)).step).toBe(id);
  }
  await page.evaluate((id) => {
    document.querySelector(`#${id} h2`)?.scrollIntoView({ block: 'center' });
  }, steps[5]!);
  expect((await story.expectSettled('a heading in view')).step).toBe(steps[5]);

  const words = encodeURIComponent(
    (await page.locator(`#${steps[7]!} h2`).innerText()).replaceAll('\n', ' '),
  );
  await story.open(`#:~:text=${words}`);
  expect((await story.expectSettled('a text fragment')).step).toBe(steps[7]);
});

test('back at the top the ledger is the one the server sent', async ({ story, browser, site }) => {
  const { page } = story;
  const groups = '[data-ledger] [data-group]';
  const words = (texts: readonly string[]) =>
    texts.map((text) => text.replaceAll(/\s+/g, ' ').trim());
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const served = await plain.newPage();
  await served.goto(site.url);
  const sent = words(await served.locator(groups).allTextContents());
  await plain.close();

  await story.openIn(SIZES.desk);
  for (const id of (await story.steps()).slice(4, 14)) {
    await story.scrollInto(id);
    await page.evaluate(() => storyProbe.rest(40));
  }
  await page.keyboard.press('Home');
  await story.expectSettled('the top');
  expect(words(await page.locator(groups).allTextContents())).toEqual(sent);
  expect(sent.join(' ')).toMatch(/FR.*UA/);
});

test('the list behind the bar of a phone is that of the step, whenever it is opened', async ({
  story,
}) => {
  const { page } = story;
  const steps = await story.openIn(SIZES.phone);
  const pills = () => page.locator('[data-ledger] [data-actor]:visible').count();
  const press = () => page.locator('[data-ledger-toggle]').dispatchEvent('click');
  for (const id of [steps[11]!, steps[2]!, steps[16]!]) {
    await story.scrollInto(id);
    await story.expectSettled(`${id}, closed`);
    expect(await pills(), 'pills behind the bar').toBe(0);
    await press();
    // Now its pills are compared as well, one by one.
    expect((await story.expectSettled(`${id}, opened`)).step).toBe(id);
    expect(await pills(), 'pills in the open list').toBeGreaterThan(2);
    await press();
  }
  // What changes while it is open changes in sight.
  await press();
  await story.scrollInto(steps[12]!);
  const { ledger } = await story.expectSettled('a step further, open');
  expect(ledger.join(' ')).toMatch(/ready on-record/);
});
