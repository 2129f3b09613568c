import { expect, SIZES, test } from './support/story.ts';

/** Pages that are busy, frozen or change under the reader. */

test('a busy main thread between jumps leaves nothing behind', async ({ story }) => {
  const { page } = story;
  await story.openIn(SIZES.desk);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let jump = 0; jump < 12; jump += 1) {
    await page.evaluate(
      ([top, ms]) => {
        scrollTo({ top, behavior: 'instant' });
        requestAnimationFrame(() => {
          for (const until = performance.now() + ms; performance.now() < until;);
          scrollBy({ top: 700, behavior: 'instant' });
        });
      },
      [((jump * 7) % 12) * (height / 12), 30 + 25 * jump] as const,
    );
    await story.expectSettled(`jump ${jump}, blocked for ${30 + 25 * jump} ms`);
  }
  await story.expectStill();
});

test('a page that was frozen in mid-flight shows the right step when it comes back', async ({
  story,
}) => {
  const { page } = story;
  const steps = await story.openIn(SIZES.desk);
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

test('content that grows above the story, with and without scroll anchoring, moves the state along', async ({
  story,
}) => {
  const { page } = story;
  const steps = await story.openIn(SIZES.phone);
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
  const steps = await story.openIn(SIZES.desk);
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

for (const name of ['phone', 'desk'] as const) {
  test(`the page has its whole length before the notes are come to (${name})`, async ({
    story,
  }) => {
    const { page } = story;
    await story.openIn(SIZES[name]);
    const parts = page.locator('.ending :is(section, .sources)');
    await expect(page.locator('.ending [data-laid]')).toHaveCount(await parts.count());
    const length = () => page.evaluate(() => document.documentElement.scrollHeight);
    const before = await length();
    await page.evaluate(async () => {
      const notes = document.querySelector('#after-story')?.getBoundingClientRect();
      for (let top = notes?.top ?? 0; top < document.documentElement.scrollHeight; top += 300) {
        scrollTo({ top, behavior: 'instant' });
        await new Promise(requestAnimationFrame);
      }
    });
    expect(await length()).toBe(before);
  });
}

test('notes that a link led to are read where they stand: nothing above is laid out any more', async ({
  story,
}) => {
  const { page } = story;
  await story.openIn(SIZES.desk, '#sources');
  const heading = page.locator('#sources');
  const top = () => heading.evaluate((element) => element.getBoundingClientRect().top);
  const before = await top();
  // The last list is laid out after all that stands before it has had its turn.
  await expect(page.locator('.ending .sources').last()).toHaveAttribute('data-laid', '');
  expect(Math.abs((await top()) - before)).toBeLessThan(1);
  await expect(page.locator('.ending > section[data-laid]')).toHaveCount(0);
});
