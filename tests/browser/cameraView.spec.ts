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

test('the shared map’s outline of an organisation parts its members from all others', async ({
  story,
}) => {
  const { page } = story;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const steps = await story.openIn(SIZES.desk);
  const outlined = await page.evaluate(() =>
    [...document.querySelectorAll('[data-step]:has(.outline)')].map(({ id }) => id),
  );
  expect(outlined.length).toBeGreaterThan(1);
  for (const id of outlined) {
    await story.scrollInto(id);
    await story.expectSettled(id);
    const { names, wanted, masks, lines, inner, missing, points } = await page.evaluate((step) => {
      const find = (use: Element) => document.querySelector(use.getAttribute('href') ?? '');
      const asked = [...document.querySelectorAll(`#${step} .outline`)];
      const drawn = [...document.querySelectorAll('svg.live .outline')];
      const nameOf = (element: Element) => element.getAttribute('class');
      const members = asked.flatMap((group) => {
        const set = find(group.querySelector('use')!)!;
        return [...set.children].map((use) => find(use) as SVGPathElement);
      });
      const paths = drawn.flatMap((group) => [...group.querySelectorAll('path')]);
      /** On how many of the two sides of a path's point a member lies. */
      const sides = (path: SVGPathElement, at: number) => {
        const [a, b] = [path.getPointAtLength(at - 1), path.getPointAtLength(at + 1)];
        const [dx, dy] = [(a.y - b.y) / 2, (b.x - a.x) / 2];
        const middle = path.getPointAtLength(at);
        return [1, -1].filter((side) => {
          const beside = new DOMPoint(middle.x + side * dx * 1.5, middle.y + side * dy * 1.5);
          return members.some((member) => member.isPointInFill(beside));
        }).length;
      };
      const tally = { inner: 0, missing: 0, points: 0 };
      const look = (path: SVGPathElement, judge: (at: number) => void) => {
        const length = path.getTotalLength();
        for (let share = 0.05; share < 1 && length > 60; share += 0.1) {
          tally.points += 1;
          judge(length * share);
        }
      };
      for (const path of paths) {
        look(path, (at) => {
          if (sides(path, at) !== 1) tally.inner += 1;
        });
      }
      for (const member of members) {
        look(member, (at) => {
          if (sides(member, at) !== 1) return;
          const { x, y } = member.getPointAtLength(at);
          const isOn = paths.some((path) => {
            const near = [0, 2, -2].flatMap((by) => [
              new DOMPoint(x + by, y),
              new DOMPoint(x, y + by),
            ]);
            return near.some((point) => path.isPointInStroke(point));
          });
          if (!isOn) tally.missing += 1;
        });
      }
      return {
        ...tally,
        names: drawn.map(nameOf),
        wanted: asked.map(nameOf),
        masks: drawn.filter((group) => group.closest('[mask]')).length,
        lines: paths.length,
      };
    }, id);
    expect(names, id).toEqual(wanted);
    expect(masks, `masks in ${id}`).toBe(0);
    expect(lines, `lines in ${id}`).toBeGreaterThan(20);
    expect(points).toBeGreaterThan(300);
    expect(inner / points, `points of the outline that are not on an edge, ${id}`).toBeLessThan(
      0.03,
    );
    expect(missing / points, `points of the edge without an outline, ${id}`).toBeLessThan(0.01);
  }
  // Where no organisation is outlined, nothing of it is left.
  await story.scrollInto(steps[4]!);
  await story.expectSettled('without an outline');
  await expect(page.locator('svg.live .outline')).toHaveCount(0);
});
