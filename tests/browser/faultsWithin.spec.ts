import { authoredSteps } from './support/authored.ts';
import { expect, test } from './support/site.ts';
import {
  exceptionsOf,
  expectNoneUncaught,
  expectPlainPage,
  expectRightOrPlain,
  marksOf,
} from './support/plainPage.ts';
import { SIZES } from './support/story.ts';
import { expectActiveStep, openStep } from './support/storyPage.ts';

const [, second, , fourth, fifth] = authoredSteps.map(({ id }) => id);
const last = authoredSteps.at(-1)!.id;

test.use({ viewport: SIZES.desk, contextOptions: { reducedMotion: 'reduce' } });

const MISSING = {
  IntersectionObserver: () => Reflect.deleteProperty(window, 'IntersectionObserver'),
  ResizeObserver: () => Reflect.deleteProperty(window, 'ResizeObserver'),
  matchMedia: () => Reflect.set(window, 'matchMedia', undefined),
  visualViewport: () => Reflect.deleteProperty(window, 'visualViewport'),
  'document.fonts': () => Object.defineProperty(document, 'fonts', { value: undefined }),
  'Element.animate': () => Reflect.deleteProperty(Element.prototype, 'animate'),
  'Element.getAnimations': () => Reflect.deleteProperty(Element.prototype, 'getAnimations'),
  'history.replaceState': () =>
    Reflect.set(History.prototype, 'replaceState', () => {
      throw new DOMException('Too many calls', 'SecurityError');
    }),
  requestAnimationFrame: () =>
    Reflect.set(window, 'requestAnimationFrame', () => {
      throw new Error('no frames here');
    }),
} as const;

for (const [name, remove] of Object.entries(MISSING)) {
  for (const reducedMotion of ['reduce', 'no-preference'] as const) {
    test(`without ${name} the map is right or the page plain (motion: ${reducedMotion})`, async ({
      page,
    }) => {
      const exceptions = exceptionsOf(page);
      await page.emulateMedia({ reducedMotion });
      await page.addInitScript(remove);
      await page.goto('./');
      await expectRightOrPlain(page, [second!, fifth!, last]);
      await expectNoneUncaught(page, exceptions);
    });
  }
}

test('without any of them the page is plain or its map right', async ({ page }) => {
  const exceptions = exceptionsOf(page);
  for (const remove of Object.values(MISSING)) await page.addInitScript(remove);
  await page.goto('./');
  await expectRightOrPlain(page, [second!, fifth!, last]);
  await expectNoneUncaught(page, exceptions);
});

const DAMAGES: Readonly<Record<string, (map: Element) => void>> = {
  'labels that cannot be read': (map) => {
    map.setAttribute('data-labels', '[[1');
  },
  'an overlay that is gone': (map) => {
    map.querySelector('[data-part="overlay"]')?.remove();
  },
  'an outline of nothing': (map) => {
    const outline = document.createElementNS('http://www.w3.org/2000/svg', 'g');
    outline.setAttribute('class', 'outline eu');
    map.querySelector('[data-part="overlay"]')?.append(outline);
  },
  'marks in another order': (map) => {
    const marks = map.querySelector('[data-part="marks"]');
    if (marks?.firstElementChild) marks.append(marks.firstElementChild);
  },
  'no view': (map) => {
    map.removeAttribute('viewBox');
  },
};

for (const [what, damage] of Object.entries(DAMAGES)) {
  for (const size of ['phone', 'desk'] as const) {
    test(`step 4 with ${what} is shown as it was, or the page gives way (${size})`, async ({
      page,
    }) => {
      const exceptions = exceptionsOf(page);
      await page.setViewportSize(SIZES[size]);
      await openStep(page, second!);
      const map = `[data-step="${fourth!}"] [data-map]`;
      const marks = await marksOf(page, map);
      await page.locator(map).evaluate(damage);
      await page.evaluate((hash) => {
        location.hash = hash;
      }, fourth!);
      await page.waitForTimeout(500);
      // Whatever happens, readers are where they were going.
      await expect(page.locator(`[data-step="${fourth!}"] h2`)).toBeInViewport();
      await expectNoneUncaught(page, exceptions);
      const isEnhanced = (await page.locator('[data-story][data-enhanced]').count()) === 1;
      if (isEnhanced) {
        const shared = await marksOf(page, '[data-graphic] [data-map]');
        expect(shared.toSorted()).toEqual(marks.toSorted());
        return;
      }
      await expectPlainPage(page);
      await expect(page.locator('[data-graphic] [data-map]')).toHaveCount(0);
    });
  }
}

test('a step whose map is removed while it is read keeps the state it had or gives way', async ({
  page,
}) => {
  const exceptions = exceptionsOf(page);
  await openStep(page, second!);
  const marks = await marksOf(page, `[data-step="${fourth!}"] [data-map]`);
  await page.locator(`[data-step="${fourth!}"] [data-map]`).evaluate((map) => {
    map.remove();
  });
  await page.evaluate((hash) => {
    location.hash = hash;
  }, fourth!);
  await page.waitForTimeout(400);
  const isEnhanced = (await page.locator('[data-story][data-enhanced]').count()) === 1;
  if (isEnhanced) expect(await marksOf(page, '[data-graphic] [data-map]')).toEqual(marks);
  await expectNoneUncaught(page, exceptions);
});

test('timers that fire between a link and its scroll do not undo the link', async ({ page }) => {
  await page.addInitScript(() => {
    const pending: (() => void)[] = [];
    const real = window.setTimeout.bind(window);
    Reflect.set(window, 'setTimeout', (work: () => void, delay?: number) => {
      if (typeof work === 'function' && (delay ?? 0) > 0) pending.push(work);
      return real(work, delay);
    });
    Reflect.set(window, 'fireTimers', () => {
      for (const work of pending.splice(0)) work();
    });
  });
  await openStep(page, second!);
  await page.waitForTimeout(500);
  await page.locator(`[data-step="${fourth!}"]`).evaluate((step) => {
    step.scrollIntoView({ behavior: 'instant' });
  });
  await expectActiveStep(page, fourth!);
  await page.evaluate((id) => {
    location.hash = id;
    (window as unknown as { fireTimers: () => void }).fireTimers();
  }, last);
  await expectActiveStep(page, last);
  await expect(page).toHaveURL(new RegExp(`#${last}$`));
});

test('a translator that replaces every text does not stop the map', async ({ page }) => {
  const exceptions = exceptionsOf(page);
  await openStep(page, second!);
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const nodes: Node[] = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    for (const node of nodes.filter((one) => !one.parentElement?.closest('svg, script, style'))) {
      const font = document.createElementNS('http://www.w3.org/1999/xhtml', 'font');
      font.textContent = (node.textContent ?? '').toUpperCase();
      node.parentNode?.replaceChild(font, node);
    }
  });
  await expectRightOrPlain(page, [fourth!, last]);
  await expect(page.locator('[data-story]')).toHaveAttribute('data-enhanced', '');
  await expectNoneUncaught(page, exceptions);
});
