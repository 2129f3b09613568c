import { expect, SIZES, test, type Story } from './support/story.ts';

/** Ways of getting about: after each, what is shown is what the geometry says. */

/** Moves by 20 px a frame or two through the whole page and compares what is shown at every stop. */
async function creep({ page }: Story, step: number): Promise<{ stops: number; wrong: string[] }> {
  return page.evaluate(async (by) => {
    const wrong: string[] = [];
    let stops = 0;
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    for (let before = NaN; before !== scrollY; stops += 1) {
      before = scrollY;
      scrollBy({ top: by, behavior: 'instant' });
      await frame();
      await frame();
      const { shown, expected } = storyProbe.look();
      // The address follows when the reader rests; a flight may be replaced on the way.
      const [seen, due] = [shown, expected].map((it) => JSON.stringify({ ...it, hash: '' }));
      if (seen !== due) wrong.push(`${scrollY}: ${shown.phase} ${shown.step}, not ${expected.phase} ${expected.step}`);
    }
    return { stops, wrong };
  }, step);
}

for (const [name, size] of [['phone', SIZES.phone], ['desk', SIZES.desk]] as const) {
  test(`a slow scroll down and up shows the right step at every 20 px (${name})`, async ({ story }) => {
    test.slow();
    await story.page.setViewportSize(size);
    await story.open();
    const down = await creep(story, 20);
    expect(down.wrong).toEqual([]);
    expect(down.stops).toBeGreaterThan(500);
    await story.expectSettled('at the end of the page');
    const up = await creep(story, -20);
    expect(up.wrong).toEqual([]);
    await story.expectSettled('at its beginning again');
    await story.expectStill();
  });
}

test('a fling through the story settles on the step it ends in, with nothing of the others', async ({ story }) => {
  await story.page.setViewportSize(SIZES.desk);
  await story.open();
  await story.page.mouse.move(1000, 300);
  for (const [turns, by] of [[6, 900], [20, 3000], [3, -1200], [20, -3000]] as const) {
    for (let turn = 0; turn < turns; turn += 1) await story.page.mouse.wheel(0, by);
    await story.expectSettled(`${turns} wheel events of ${by} px`);
  }
  await story.expectStill();
});

test('End and Home, Page Down and Space, arrows: each key settles', async ({ story }) => {
  const { page } = story;
  await page.setViewportSize(SIZES.desk);
  await story.open();
  const keys = 'End Home PageDown PageDown Space Space ArrowDown PageUp Shift+Space End PageUp Home'.split(' ');
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
    await page.setViewportSize(size);
    await story.open();
    const seen = await page.evaluate(async () => {
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      const steps = new Set<string>();
      for (let before = NaN; before !== scrollY; ) {
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

test('find in page, a text fragment and a heading scrolled into view bring the map along', async ({ story }) => {
  const { page } = story;
  await page.setViewportSize(SIZES.desk);
  await story.open();
  const steps = await story.steps();
  for (const id of [steps[9]!, steps[2]!, steps[16]!]) {
    const title = await page.locator(`#${id} h2`).innerText();
    await page.evaluate((words) => {
      getSelection()?.removeAllRanges();
      document.body.focus();
      // What a browser's own search does: selects the words and scrolls to them.
      (window as unknown as { find(text: string, ...rest: boolean[]): boolean }).find(words, false, false, true);
    }, title.replaceAll('\n', ' '));
    expect((await story.expectSettled(`found "${title}"`)).step).toBe(id);
  }
  await page.evaluate((id) => {
    document.querySelector(`#${id} h2`)?.scrollIntoView({ block: 'center' });
  }, steps[5]!);
  expect((await story.expectSettled('a heading in view')).step).toBe(steps[5]);

  const words = encodeURIComponent((await page.locator(`#${steps[7]!} h2`).innerText()).replaceAll('\n', ' '));
  await story.open(`#:~:text=${words}`);
  expect((await story.expectSettled('a text fragment')).step).toBe(steps[7]);
});

for (const [name, size] of [['phone', SIZES.phone], ['phone on its side', SIZES.phoneOnItsSide], ['desk', SIZES.desk]] as const) {
  test(`Tab into a step's link brings the map and shows the focus (${name})`, async ({ story }) => {
    const { page } = story;
    await page.setViewportSize(size);
    await story.open();
    for (const id of await story.steps()) {
      const has = await page.evaluate((step) => {
        const links = [...document.querySelectorAll<HTMLElement>('[data-story] .flow a[href], [data-story] .flow button')];
        const first = links.findIndex((link) => link.closest('[data-step]')?.id === step);
        if (first < 0) return false;
        scrollTo({ top: 0, behavior: 'instant' });
        links[first - 1]?.focus({ preventScroll: true });
        return true;
      }, id);
      if (!has) continue;
      await page.keyboard.press('Tab');
      const seen = await story.expectSettled(`Tab into ${id}`);
      expect(seen.step, `step shown with the focus in ${id}`).toBe(id);
      expect(await covered(story, ':focus'), `what covers the focus in ${id}`).toEqual([]);
    }
  });
}

/** What lies over the corners and the middle of an element, and which of them are off the screen. */
async function covered({ page }: Story, selector: string): Promise<string[]> {
  return page.evaluate((found) => {
    const target = document.querySelector(found);
    if (!target) return [`no ${found}`];
    const { left, top, right, bottom } = target.getClientRects()[0] ?? target.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    return [[x, y], [left + 1, top + 1], [right - 1, top + 1], [left + 1, bottom - 1], [right - 1, bottom - 1]].flatMap(([px = 0, py = 0]) => {
      const hit = document.elementFromPoint(px, py);
      return hit && (target.contains(hit) || hit.contains(target) || hit.closest('.card') === target.closest('.card')) ? [] : [`${hit?.tagName ?? 'the edge'}.${hit?.className ?? ''} at ${Math.round(px)},${Math.round(py)}`];
    });
  }, selector);
}

test('a busy main thread between jumps leaves nothing behind', async ({ story }) => {
  const { page } = story;
  await page.setViewportSize(SIZES.desk);
  await story.open();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let jump = 0; jump < 12; jump += 1) {
    await page.evaluate(
      ([top, ms]) => {
        scrollTo({ top, behavior: 'instant' });
        requestAnimationFrame(() => {
          for (const until = performance.now() + ms; performance.now() < until; );
          scrollBy({ top: 700, behavior: 'instant' });
        });
      },
      [((jump * 7) % 12) * (height / 12), 30 + 25 * jump] as const,
    );
    await story.expectSettled(`jump ${jump}, blocked for ${30 + 25 * jump} ms`);
  }
  await story.expectStill();
});

test('a page that was frozen in mid-flight shows the right step when it comes back', async ({ story }) => {
  const { page } = story;
  await page.setViewportSize(SIZES.desk);
  await story.open();
  const steps = await story.steps();
  const session = await page.context().newCDPSession(page);
  for (const id of [steps[11]!, steps[1]!]) {
    await story.scrollInto(id);
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    await new Promise((done) => setTimeout(done, 400));
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    expect((await story.expectSettled(`thawed in ${id}`)).step).toBe(id);
  }
  await story.expectStill();
});

test('content that grows above the story, with and without scroll anchoring, moves the state along', async ({ story }) => {
  const { page } = story;
  await page.setViewportSize(SIZES.phone);
  await story.open();
  const steps = await story.steps();
  for (const anchor of ['auto', 'none']) {
    for (const at of [2, 9, 15]) {
      await story.scrollInto(steps[at]!, 0.5);
      await story.expectSettled('before it grows');
      await page.evaluate((anchoring) => {
        document.documentElement.style.setProperty('overflow-anchor', anchoring);
        const block = document.createElement('div');
        block.style.height = '600px';
        document.body.prepend(block);
      }, anchor);
      await story.expectSettled(`600 px above step ${at}, overflow-anchor ${anchor}`);
      await page.evaluate(() => document.body.firstElementChild?.remove());
      await story.expectSettled(`600 px less above step ${at}, overflow-anchor ${anchor}`);
    }
  }
});

test('cards that grow and shrink while they are read keep the state right', async ({ story }) => {
  const { page } = story;
  await page.setViewportSize(SIZES.desk);
  await story.open();
  const steps = await story.steps();
  for (const at of [3, 8, 14]) {
    await story.scrollInto(steps[at]!, 0.8);
    for (const height of ['2400px', '40px', '']) {
      await page.evaluate(
        ([id, px]) => {
          const card = document.querySelector<HTMLElement>(`#${id} .narration`);
          card?.style.setProperty('height', px);
          card?.style.setProperty('overflow', 'clip');
        },
        [steps[at - 1]!, height] as const,
      );
      await story.expectSettled(`narration of step ${at - 1} is ${height || 'as written'}`);
    }
  }
});

test('back at the top the ledger is the one the server sent', async ({ story, browser, site }) => {
  const { page } = story;
  const groups = '[data-ledger] [data-group]';
  const words = (texts: readonly string[]) => texts.map((text) => text.replaceAll(/\s+/g, ' ').trim());
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const served = await plain.newPage();
  await served.goto(site.url);
  const sent = words(await served.locator(groups).allTextContents());
  await plain.close();

  await page.setViewportSize(SIZES.desk);
  await story.open();
  for (const id of (await story.steps()).slice(4, 14)) {
    await story.scrollInto(id);
    await page.evaluate(() => storyProbe.rest(40));
  }
  await page.keyboard.press('Home');
  await story.expectSettled('the top');
  expect(words(await page.locator(groups).allTextContents())).toEqual(sent);
  expect(sent.join(' ')).toMatch(/FR.*UA/);
});

test('the focus stays where it is in the ledger when the step changes', async ({ story }) => {
  const { page } = story;
  await page.setViewportSize(SIZES.desk);
  await story.open();
  const steps = await story.steps();
  await story.scrollInto(steps[3]!);
  await story.expectSettled('a step of many answers');
  const focused = () => page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-actor]')?.dataset['actor'] ?? 'nothing');
  for (const actor of ['DEU', 'POL']) {
    await page.locator(`[data-ledger] [data-actor="${actor}"] a`).first().focus();
    for (const id of [steps[10]!, steps[14]!, steps[3]!]) {
      await story.scrollInto(id);
      await story.expectSettled(id);
      expect(await focused(), `focus in ${id}`).toBe(actor);
    }
  }
});
