import { expect, SIZES, test, type Story } from './support/story.ts';
import { sightOf, type Sight } from './support/storySight.ts';

/** What each step speaks of is on the map, in the open: no card, bar, ledger or other label over it. */

/** Follows the link to each step and looks at it; without motion, since where things come to rest is asked. */
async function sightsOf(story: Story): Promise<readonly Sight[]> {
  const sights: Sight[] = [];
  for (const id of await story.steps()) {
    await story.page.evaluate((hash) => {
      location.hash = hash;
    }, id);
    await story.expectSettled(id);
    sights.push(await story.page.evaluate(sightOf, id));
  }
  return sights;
}

for (const [name, size] of Object.entries(SIZES)) {
  test(`no card, bar or ledger covers what a step spotlights, while all of its card is read (${name})`, async ({
    story,
  }) => {
    test.slow();
    const { page } = story;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await story.openIn(size);
    await page.evaluate(() => {
      // The flow lets the pointer through to the map; here what is painted over what is asked.
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('* { pointer-events: auto !important; }');
      document.adoptedStyleSheets = [sheet];
    });
    const sights = await sightsOf(story);
    const shares = sights.flatMap(({ step, free }) =>
      Object.entries(free).map(([actor, share]) => ({ step, actor, share })),
    );
    const worst = Math.min(...sights.map(({ together }) => together));
    test.info().annotations.push({
      type: 'least free share of what is spotlighted',
      description: `${(100 * worst).toFixed(1)} %`,
    });
    expect(shares.length, 'spotlighted actors in view').toBeGreaterThan(20);
    expect(sights.filter(({ together }) => together < 0.9)).toEqual([]);
    expect(
      sights
        .filter(({ labels }) => labels.length > 0)
        .map(({ step, labels }) => ({ step, labels })),
    ).toEqual([]);
  });
}
