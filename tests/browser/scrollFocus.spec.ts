import { expect, SIZES, test, type Story } from './support/story.ts';

/** The keyboard's focus: the map comes along, nothing hides it, no step change loses it. */

for (const [name, size] of [
  ['phone', SIZES.phone],
  ['phone on its side', SIZES.phoneOnItsSide],
  ['desk', SIZES.desk],
] as const) {
  test(`Tab into a step's link brings the map and shows the focus (${name})`, async ({ story }) => {
    const { page } = story;
    await story.openIn(size);
    for (const id of await story.steps()) {
      const has = await page.evaluate((step) => {
        const links = [
          ...document.querySelectorAll<HTMLElement>(
            '[data-story] .flow a[href], [data-story] .flow button',
          ),
        ];
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
    const { left, top, right, bottom } =
      target.getClientRects()[0] ?? target.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    return [
      [x, y],
      [left + 1, top + 1],
      [right - 1, top + 1],
      [left + 1, bottom - 1],
      [right - 1, bottom - 1],
    ].flatMap(([px = 0, py = 0]) => {
      const hit = document.elementFromPoint(px, py);
      return hit &&
        (target.contains(hit) ||
          hit.contains(target) ||
          hit.closest('.card') === target.closest('.card'))
        ? []
        : [
            `${hit?.tagName ?? 'the edge'}.${hit?.className ?? ''} at ${Math.round(px)},${Math.round(py)}`,
          ];
    });
  }, selector);
}

test('the focus stays where it is in the ledger when the step changes', async ({ story }) => {
  const { page } = story;
  const steps = await story.openIn(SIZES.desk);
  await story.scrollInto(steps[3]!);
  await story.expectSettled('a step of many answers');
  const focused = () =>
    page.evaluate(
      () =>
        document.activeElement?.closest<HTMLElement>('[data-actor]')?.dataset.actor ?? 'nothing',
    );
  for (const actor of ['DEU', 'POL']) {
    await page.locator(`[data-ledger] [data-actor="${actor}"] a`).first().focus();
    for (const id of [steps[10]!, steps[14]!, steps[3]!]) {
      await story.scrollInto(id);
      await story.expectSettled(id);
      expect(await focused(), `focus in ${id}`).toBe(actor);
    }
  }
});
