import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../../scripts/setup.mjs';
import { expect, SIZES, test } from './support/story.ts';

/** The camera's promise: what an author asks a step to show is inside the free area. */

/** What each step's author asked the camera to contain, by step id. */
function viewsAsked(): ReadonlyMap<string, readonly string[]> {
  const folder = join(root, 'content/stories/troops-for-ukraine/en');
  return new Map(
    readdirSync(folder).flatMap((file) => {
      const frontmatter = readFileSync(join(folder, file), 'utf8').split(/^---$/m)[1] ?? '';
      const { view } = parse(frontmatter) as { view?: string[] };
      return view ? [[file.replace(/^\d+-|\.mdx$/g, ''), view] as const] : [];
    }),
  );
}

/** States at the four sides of what the story calls Europe. */
const SIDES_OF_EUROPE = ['IRL', 'PRT', 'SWE', 'FIN', 'UKR', 'GRC'];

for (const name of ['phone', 'phoneOnItsSide', 'desk'] as const) {
  test(`the camera holds all that a step's author asked for (${name})`, async ({ story }) => {
    const { page } = story;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await story.openIn(SIZES[name]);
    const views = viewsAsked();
    for (const id of await story.steps()) {
      await story.scrollInto(id);
      await page.evaluate(() => storyProbe.rest(60));
      const asked = (views.get(id) ?? []).flatMap((part) =>
        part === 'europe' ? SIDES_OF_EUROPE : [part],
      );
      expect(asked, `view of ${id}`).not.toEqual([]);
      expect(
        await page.evaluate(outOfSight, asked),
        `what ${id} leaves out of ${asked.join(', ')}`,
      ).toEqual([]);
    }
  });
}

/** Those of the given actors and lines of which more than a twentieth lies outside the free area. */
function outOfSight(ids: readonly string[]): string[] {
  const stage = document.querySelector('[data-stage]')?.getBoundingClientRect() ?? new DOMRect();
  const live = document.querySelector<SVGSVGElement>('svg.live');
  const matrix = live?.getScreenCTM() ?? new DOMMatrix();
  const isIn = (x: number, y: number) => {
    const at = new DOMPoint(x, y).matrixTransform(matrix);
    return (
      at.x >= stage.left - 1 &&
      at.x <= stage.right + 1 &&
      at.y >= stage.top - 1 &&
      at.y <= stage.bottom + 1
    );
  };
  const painter = document.createElement('canvas').getContext('2d');
  /** Shares of a shape's area, or of a line's points, that are in the free area. */
  const shareOf = (part: SVGGraphicsElement | null): number => {
    if (part instanceof SVGPolylineElement) {
      const points = [...part.points];
      return points.filter(({ x, y }) => isIn(x, y)).length / points.length;
    }
    const shape = new Path2D(part?.getAttribute('d') ?? '');
    const box = part?.getBBox() ?? new DOMRect();
    let [inside, total] = [0, 0];
    for (let x = box.x; x <= box.x + box.width; x += box.width / 40) {
      for (let y = box.y; y <= box.y + box.height; y += box.height / 40) {
        if (!painter?.isPointInPath(shape, x, y, 'evenodd')) continue;
        total += 1;
        inside += isIn(x, y) ? 1 : 0;
      }
    }
    return total === 0 ? 0 : inside / total;
  };
  return ids.filter((id) => {
    const name = id.startsWith('line_of_contact') ? 'contact' : id;
    return shareOf(document.querySelector<SVGGraphicsElement>(`.definitions #${name}`)) < 0.95;
  });
}
