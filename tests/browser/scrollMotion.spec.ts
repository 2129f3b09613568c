import type { Page } from '@playwright/test';
import { expect, SIZES, test, type Story } from './support/story.ts';
import { createTouch } from './support/touch.ts';

/** What moves, and what must not: one flight a switch, no shift of the layout, none of it if unwanted. */

declare global {
  /** What `countChanges` and the spies below write down, in the page. */
  var noted: {
    steps: string[];
    flights: number;
    moved: string[];
    wheels: string[];
  };
}

/**
 * Notes every change of the active step and every animation that a script begins. A flight that is drawn anew
 * on its way takes over the start of the animation before: that is no other flight.
 */
async function noteChanges(page: Page): Promise<void> {
  await page.addInitScript(() => {
    globalThis.noted = { steps: [], flights: 0, moved: [], wheels: [] };
    const animate = Reflect.get(Element.prototype, 'animate');
    Element.prototype.animate = function (...given) {
      const animation = animate.apply(this, given);
      noted.moved.push(this.className);
      queueMicrotask(() => {
        if (this.matches('.plane') && animation.startTime === null) noted.flights += 1;
      });
      return animation;
    };
    document.addEventListener('DOMContentLoaded', () => {
      const story = document.querySelector<HTMLElement>('[data-story]');
      if (!story) return;
      new MutationObserver((records) => {
        for (const { oldValue } of records) {
          noted.steps.push(`${oldValue} → ${story.dataset.activeStep}`);
        }
      }).observe(story, { attributeFilter: ['data-active-step'], attributeOldValue: true });
    });
  });
}

test('a jump over twelve steps is one change and one flight', async ({ story }) => {
  const { page } = story;
  await noteChanges(page);
  const steps = await story.openIn(SIZES.desk);
  const jumps = [
    ['the rail', () => page.locator(`[data-rail] a[href="#${steps[13]!}"]`).click()],
    ['a scroll', () => story.scrollInto(steps[1]!)],
    ['a hash', () => page.evaluate((id) => void (location.hash = id), steps[13]!)],
    [
      'a heading',
      () =>
        page.evaluate(
          (id) => document.querySelector(`#${id} h2`)?.scrollIntoView({ block: 'center' }),
          steps[1]!,
        ),
    ],
  ] as const;
  await story.scrollInto(steps[1]!);
  await story.expectSettled('second step');
  for (const [how, jump] of jumps) {
    await story.expectStill();
    await page.evaluate(() => Object.assign(noted, { steps: [], flights: 0 }));
    await jump();
    await story.expectSettled(how);
    await story.expectStill();
    const { steps: changes, flights } = await page.evaluate(() => noted);
    expect(changes, how).toHaveLength(1);
    // Two steps may be seen from the same camera: then nothing needs to fly.
    expect(flights, `flights for ${how}`).toBe(1);
  }
});

test('a story that opens at a step shows it at once, without passing through others', async ({
  story,
}) => {
  const { page } = story;
  await noteChanges(page);
  await story.openIn(SIZES.phone);
  const [, , , id] = await story.steps();
  await story.open(`#${id!}`);
  await story.expectSettled(id);
  const { steps, flights } = await page.evaluate(() => noted);
  expect(
    steps.filter((change) => !change.endsWith(id!)),
    'steps passed through',
  ).toEqual([]);
  expect(flights).toBeLessThanOrEqual(1);
});

test('a fling never has two flights under way', async ({ story }) => {
  const { page } = story;
  await story.openIn(SIZES.desk);
  const most = await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const plane = document.querySelector('.plane');
    let running = 0;
    for (let top = 0; top < document.documentElement.scrollHeight; top += 450) {
      scrollTo({ top, behavior: 'instant' });
      await frame();
      running = Math.max(running, plane?.getAnimations().length ?? 0);
    }
    return running;
  });
  expect(most).toBe(1);
  await story.expectSettled('at the end');
  await story.expectStill();
});

test('a flight ends with the stripes and dashes that the picture at rest has', async ({
  story,
}) => {
  const { page } = story;
  const steps = await story.openIn(SIZES.desk);
  const landings = [];
  for (const id of steps) {
    await story.scrollInto(id);
    const landing = await page.evaluate(async () => {
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      const plane = document.querySelector('.plane')!;
      const live = plane.querySelector<SVGSVGElement>('.live')!;
      const look = () => {
        const enlarged = new DOMMatrix(getComputedStyle(plane).transform).a;
        const pattern = document.querySelector('[data-graphic] pattern');
        const unit = /scale\((.*)\)/.exec(pattern?.getAttribute('patternTransform') ?? '');
        const dashed = live.querySelector('.contact');
        const { strokeDasharray, strokeWidth } = getComputedStyle(dashed ?? live);
        const [dash, width] = [strokeDasharray, strokeWidth].map(Number.parseFloat);
        return {
          stripes: Number(unit?.[1]) * live.getScreenCTM()!.a,
          dashes: dashed ? dash! / width! : 0,
          lines: dashed ? enlarged * width! : 1,
        };
      };
      const [flight] = plane.getAnimations();
      if (!flight) return null;
      flight.pause();
      flight.currentTime = Number(flight.effect?.getComputedTiming().duration) - 0.01;
      const end = look();
      flight.finish();
      while (document.querySelector('[data-flying]')) await new Promise(requestAnimationFrame);
      return { end, rest: look() };
    });
    if (landing) landings.push({ id, ...landing });
    await story.expectSettled(id);
  }
  expect(landings.length).toBeGreaterThan(8);
  expect(landings.filter(({ rest }) => rest.dashes > 0)).not.toEqual([]);
  for (const { id, end, rest } of landings) {
    expect(rest.stripes, id).toBeCloseTo(1, 2);
    expect(end.stripes, id).toBeCloseTo(rest.stripes, 2);
    expect(end.dashes, id).toBeCloseTo(rest.dashes, 4);
    // Lines are thinned by halves, so they are not quite the same.
    expect(end.lines / rest.lines, id).toBeGreaterThan(0.7);
    expect(end.lines / rest.lines, id).toBeLessThan(1.51);
  }
});

test('the row of initials waits while a reader flies past, and follows where they slow', async ({
  story,
}) => {
  const { page } = story;
  const steps = await story.openIn(SIZES.desk);
  await story.scrollInto(steps[8]!);
  await story.expectSettled('before it');
  const { passed, changes, late } = await page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    const root = document.querySelector<HTMLElement>('[data-story]')!;
    const title = document.querySelector('[data-ledger-title]')!;
    const passed = new Set([root.dataset.activeStep]);
    const titles = [title.textContent];
    for (let drawn = 0; drawn < 110; drawn += 1) {
      scrollBy({ top: 30, behavior: 'instant' });
      await frame();
      passed.add(root.dataset.activeStep);
      if (title.textContent !== titles.at(-1)) titles.push(title.textContent);
    }
    // The last crossing may be a moment ago: its map comes first, and the frames of it are counted too.
    const wanted = () => document.querySelector('[data-graphic] [data-map]')!.ariaLabel;
    let late = 0;
    while (title.textContent !== wanted() && late < 60) {
      await frame();
      late += 1;
    }
    return { passed: passed.size, changes: titles.length - 1, late };
  });
  expect(passed, 'steps that were read on the way').toBeGreaterThan(2);
  expect(changes, 'changes of the row on the way').toBe(0);
  expect(late, 'frames from the end of the scroll to the row').toBeLessThanOrEqual(5);
  await story.expectSettled('where they slowed');
  // At a walk it goes along with every step.
  const followed = await page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    const title = document.querySelector('[data-ledger-title]')!;
    const titles = [title.textContent];
    for (let drawn = 0; drawn < 220; drawn += 1) {
      scrollBy({ top: -15, behavior: 'instant' });
      await frame();
      if (title.textContent !== titles.at(-1)) titles.push(title.textContent);
    }
    return titles.length - 1;
  });
  expect(followed, 'changes of the row at a walk').toBeGreaterThanOrEqual(2);
  await story.expectSettled('after the walk');
});

test('the bar of a phone goes along at any speed', async ({ story }) => {
  const { page } = story;
  const steps = await story.openIn(SIZES.phone);
  await story.scrollInto(steps[8]!);
  await story.expectSettled('before it');
  const lags = await page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    const title = document.querySelector('[data-ledger-title]')!;
    const map = document.querySelector('[data-graphic] [data-map]')!;
    const lags: number[] = [];
    let lag = 0;
    for (let drawn = 0; drawn < 110; drawn += 1) {
      scrollBy({ top: 30, behavior: 'instant' });
      await frame();
      if (title.textContent !== map.ariaLabel) lag += 1;
      else if (lag > 0) lags.push(lag);
      if (title.textContent === map.ariaLabel) lag = 0;
    }
    return lags;
  });
  expect(lags.length, 'changes of the bar').toBeGreaterThanOrEqual(2);
  expect(Math.max(...lags), 'frames that it was behind').toBeLessThanOrEqual(3);
  await story.expectSettled('after it');
});

test('what fades has the colours that were, however often it fades', async ({ story }) => {
  const { page } = story;
  const steps = await story.openIn(SIZES.desk);
  for (const id of [steps[11]!, steps[10]!, steps[11]!, steps[3]!, steps[11]!]) {
    const fading = await page.evaluate(async (step) => {
      const frame = () => new Promise(requestAnimationFrame);
      const stateOf = (mark: Element) =>
        `${mark.getAttribute('d')} ${mark.getAttribute('data-stance')} ${mark.getAttribute('data-evidence')}`;
      const marks = () => [...document.querySelectorAll('.live [data-part="marks"] > *')];
      const before = new Map(marks().map((mark) => [mark, mark.getAttribute('data-stance')]));
      const states = new Map(marks().map((mark) => [mark, stateOf(mark)]));
      storyProbe.scrollInto(step, 0.3);
      const copies = () => [...document.querySelectorAll('.fading [data-part="marks"] > *')];
      for (let drawn = 0; drawn < 30 && copies().length === 0; drawn += 1) await frame();
      const changed = marks().filter(
        (mark) => mark.getAttribute('data-stance') !== before.get(mark),
      );
      return {
        copies: copies().map(stateOf),
        wanted: changed.map((mark) => states.get(mark)),
        hooks: document.querySelectorAll('.fading :is([data-actor], [data-spotlight])').length,
      };
    }, id);
    expect(fading.wanted.length, `marks that change on the way to ${id}`).toBeGreaterThan(0);
    expect(fading.copies, id).toEqual(fading.wanted);
    expect(fading.hooks).toBe(0);
    await story.expectSettled(id);
    await story.expectStill();
  }
});

/** Goes everywhere by every way while each frame is looked at; resolves to all that moved in any of them. */
async function motionsOf(story: Story): Promise<string[]> {
  const { page } = story;
  await page.evaluate(() => {
    const look = () => {
      for (const animation of document.getAnimations()) {
        const target = (animation.effect as KeyframeEffect | null)?.target;
        const what =
          animation instanceof CSSTransition ? animation.transitionProperty : 'animation';
        noted.moved.push(`${what} of ${target?.getAttribute('class') ?? target?.tagName}`);
      }
      requestAnimationFrame(look);
    };
    look();
  });
  const steps = await story.steps();
  for (const id of [steps[0]!, steps[11]!, steps[8]!, steps[16]!]) {
    await story.scrollInto(id);
    await story.expectSettled(id);
  }
  await page.locator('[data-go="-1"]').dispatchEvent('click');
  const next = await page.evaluate(async () => {
    // The frame that shows it, and one for the machine.
    for (let drawn = 0; drawn < 3; drawn += 1) await new Promise(requestAnimationFrame);
    return storyProbe.look().shown.step;
  });
  expect(next, 'a button goes there at once').toBe(steps[15]);
  await story.expectSettled('a button');
  await page.setViewportSize({ width: 800, height: 700 });
  await story.expectSettled('another size');
  return page.evaluate(() => [...new Set(noted.moved)]);
}

test('nothing moves where less motion is asked for', async ({ story }) => {
  const { page } = story;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await noteChanges(page);
  await story.openIn(SIZES.desk);
  expect(await motionsOf(story)).toEqual([]);
});

test('motion that is switched off while the story is read ends at once', async ({ story }) => {
  const { page } = story;
  await noteChanges(page);
  const steps = await story.openIn(SIZES.desk);
  await story.scrollInto(steps[4]!);
  await story.expectSettled('with motion');
  await page.evaluate(async (id) => {
    storyProbe.scrollInto(id, 0.3);
    while (!document.querySelector('[data-flying]')) await new Promise(requestAnimationFrame);
  }, steps[8]!);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const moving = await page.evaluate(async () => {
    for (let drawn = 0; drawn < 3; drawn += 1) await new Promise(requestAnimationFrame);
    return [document.getAnimations().length, document.querySelectorAll('[data-flying]').length];
  });
  expect(moving, 'a flight goes on').toEqual([0, 0]);
  await story.expectSettled('without motion');
  await page.evaluate(() => (noted.moved = []));
  expect(await motionsOf(story)).toEqual([]);
});

test('a wheel over the map scrolls the page by what it turns, a finger by what it drags', async ({
  story,
}) => {
  const { page } = story;
  await story.openIn(SIZES.desk);
  const y = () => page.evaluate(() => scrollY);
  for (const [x, at] of [
    [1000, 400],
    [250, 400],
    [700, 850],
    [30, 300],
  ] as const) {
    const before = await y();
    await page.mouse.move(x, at);
    await page.mouse.wheel(0, 300);
    await story.rest();
    expect((await y()) - before, `turned at ${x},${at}`).toBe(300);
  }
  await page.setViewportSize(SIZES.phone);
  await story.rest();
  const touch = await createTouch(page);
  for (const at of [250, 700]) {
    const before = await y();
    await touch('touchStart', 200, at);
    for (let by = 20; by <= 200; by += 20) await touch('touchMove', 200, at - by);
    await touch('touchEnd', 0, 0);
    await story.rest();
    expect((await y()) - before, `dragged at ${at}`).toBeGreaterThan(150);
  }
  const actions = await page.evaluate(() =>
    [...document.querySelectorAll('body, body *')].map(
      (part) => getComputedStyle(part).touchAction,
    ),
  );
  expect(new Set(actions)).toEqual(new Set(['auto']));
});

test('no script listens to the wheel or a finger in a way that can hold the page', async ({
  story,
}) => {
  const { page } = story;
  await noteChanges(page);
  await page.addInitScript(() => {
    const listen = Reflect.get(EventTarget.prototype, 'addEventListener');
    EventTarget.prototype.addEventListener = function (type, listener, options) {
      const isPassive = typeof options === 'object' && options.passive === true;
      if (/^(wheel|mousewheel|touch|scroll$)/.test(type) && !isPassive) noted.wheels.push(type);
      if (type.includes('unload')) noted.wheels.push(type);
      listen.call(this, type, listener, options);
    };
  });
  await story.openIn(SIZES.phone);
  await page.keyboard.press('End');
  await story.rest();
  // Scrollama listens to `scroll` of its own; that event cannot be held.
  expect((await page.evaluate(() => noted.wheels)).filter((type) => type !== 'scroll')).toEqual([]);
});
