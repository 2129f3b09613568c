import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../../scripts/setup.mjs';
import { expect, SIZES, test, type Story } from './support/story.ts';

/** What each step speaks of is on the map, in the open: no card, bar, ledger or other label over it. */

/** What one step shows at rest, and while its card is read from beginning to end. */
interface Sight {
  readonly step: string;
  /** Spotlighted actors with a shape or a dot in the step's view: their free share, the worst while reading. */
  readonly free: Readonly<Record<string, number>>;
  /** Free share of all of them together, 0–1, the worst while reading; 1 when nothing is spotlighted. */
  readonly together: number;
  /** Spotlighted actors in view that carry no label. */
  readonly unnamed: readonly string[];
  /** What is wrong with the labels. */
  readonly labels: readonly string[];
}

/**
 * Looks at the step that is active, whose map is still. Each spotlighted shape is sampled on a grid of
 * screen points; a point is free while no card, bar or ledger lies over it. Sent into the page as text.
 */
async function sightOf(step: string): Promise<Sight> {
  interface Box {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  }
  const one = <Found extends Element>(selector: string) => {
    const found = document.querySelector<Found>(selector);
    if (!found) throw new Error(`nothing is ${selector}`);
    return found;
  };
  const [figure, stage, live] = [one('[data-graphic]'), one('[data-stage]'), one<SVGSVGElement>('svg.live')];
  const meets = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

  /** Opaque boxes that are painted over the map now: on a narrow screen the cards pass under it. */
  const covers = (): Box[] => {
    const frame = figure.getBoundingClientRect();
    return [...document.querySelectorAll('.card, .opening-text, .bar, .ledger')].flatMap((part) => {
      const box = part.getBoundingClientRect();
      const [left, right] = [Math.max(box.left, frame.left, 0), Math.min(box.right, frame.right, innerWidth)];
      const [top, bottom] = [Math.max(box.top, frame.top, 0), Math.min(box.bottom, frame.bottom, innerHeight)];
      if (right - left < 1 || bottom - top < 1) return [];
      const pile = document.elementsFromPoint((left + right) / 2, (top + bottom) / 2);
      const isOver = pile.findIndex((hit) => part.contains(hit)) < pile.findIndex((hit) => figure.contains(hit));
      return isOver ? [{ left, top, right, bottom }] : [];
    });
  };

  // Sampled in the figure's own pixels, which the figure takes along where it is no longer stuck.
  const origin = figure.getBoundingClientRect();
  const matrix = live.getScreenCTM();
  if (!matrix) throw new Error('the map is not drawn');
  const view = storyProbe.sheet().viewBox.baseVal;
  const painter = document.createElement('canvas').getContext('2d');
  const samplesOf = (mark: SVGElement): [number, number][] => {
    const path = mark.getAttribute('d') ?? one(`.definitions ${mark.getAttribute('href')}`).getAttribute('d') ?? '';
    const point = /^M(-?[\d.]+)[ ,](-?[\d.]+)h0$/.exec(path);
    if (point) {
      const { x, y } = new DOMPoint(Number(point[1]), Number(point[2])).matrixTransform(matrix);
      const around = [[0, 0], [-4, 0], [4, 0], [0, -4], [0, 4]] as const;
      return around.map(([dx, dy]) => [x + dx - origin.left, y + dy - origin.top]);
    }
    const shape = new Path2D(path);
    const apart = 5 / matrix.a;
    const found: [number, number][] = [];
    for (let x = view.x; x < view.x + view.width; x += apart) {
      for (let y = view.y; y < view.y + view.height; y += apart) {
        if (!painter?.isPointInPath(shape, x, y, 'evenodd')) continue;
        const { x: left, y: top } = new DOMPoint(x, y).matrixTransform(matrix);
        found.push([left - origin.left, top - origin.top]);
      }
    }
    return found;
  };
  const spotlit = [...live.querySelectorAll<SVGElement>('[data-part="marks"] > [data-spotlight]:not(.off-map)')];
  const samples = new Map<string, [number, number][]>();
  for (const mark of spotlit) {
    const points = samplesOf(mark);
    const actor = mark.dataset['actor'] ?? '';
    if (points.length > 0) samples.set(actor, [...(samples.get(actor) ?? []), ...points]);
  }

  /** The ink of a label's lines, without the halo. */
  const inkOf = (label: Element): Box[] =>
    [...label.querySelectorAll<SVGTSpanElement>('tspan')].map((line) => {
      const [box, style] = [line.getBoundingClientRect(), getComputedStyle(line)];
      const base = line.getStartPositionOfChar(0).y + figure.getBoundingClientRect().top;
      if (painter) painter.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      const ink = painter?.measureText(line.textContent);
      const [up, down] = [ink?.actualBoundingBoxAscent ?? 0, ink?.actualBoundingBoxDescent ?? 0];
      return { left: box.left, right: box.right, top: base - up, bottom: base + down };
    });
  const labels = [...document.querySelectorAll<SVGElement>('.live-labels .label')];
  const nameOf = (label: SVGElement) => label.dataset['label'] ?? '';

  const troubles = new Set<string>();
  const inspectLabels = (over: readonly Box[]) => {
    const room = stage.getBoundingClientRect();
    const inks = labels.map((label) => ({ name: nameOf(label), lines: inkOf(label) }));
    for (const [at, { name, lines }] of inks.entries()) {
      for (const line of lines) {
        const isInside = line.left >= room.left - 1 && line.right <= room.right + 1 && line.top >= room.top - 1 && line.bottom <= room.bottom + 1;
        if (!isInside) troubles.add(`${name} leaves the free area`);
        if (over.some((box) => meets(box, line))) troubles.add(`${name} is covered`);
        for (const other of inks.slice(at + 1)) {
          if (other.lines.some((its) => meets(its, line))) troubles.add(`${name} and ${other.name} overlap`);
        }
      }
    }
  };

  const free = new Map([...samples.keys()].map((actor) => [actor, 1]));
  let together = 1;
  const inspect = () => {
    const over = covers();
    const frame = figure.getBoundingClientRect();
    let [open, total] = [0, 0];
    for (const [actor, points] of samples) {
      const seen = points.filter(([x, y]) => {
        const [left, top] = [x + frame.left, y + frame.top];
        const isOnScreen = left >= 0 && left <= innerWidth && top >= 0 && top <= innerHeight;
        return isOnScreen && x >= 0 && y >= 0 && x <= frame.width && y <= frame.height &&
          over.every((box) => left < box.left || left > box.right || top < box.top || top > box.bottom);
      });
      free.set(actor, Math.min(free.get(actor) ?? 1, seen.length / points.length));
      [open, total] = [open + seen.length, total + points.length];
    }
    if (total > 0) together = Math.min(together, open / total);
    inspectLabels(over);
  };

  const section = one(`#${CSS.escape(step)}`);
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const { top, height } = section.getBoundingClientRect();
  const [first, last] = [scrollY + top - storyProbe.line() + 1, scrollY + top + height - storyProbe.line() - 1];
  inspect();
  for (let stop = 0; stop <= 10; stop += 1) {
    scrollTo({ top: first + ((last - first) * stop) / 10, behavior: 'instant' });
    await frame();
    await frame();
    const isStuck = Math.abs(figure.getBoundingClientRect().top) < 1;
    // At the end of the story the map leaves with the last card.
    if (isStuck && storyProbe.look().shown.step === step) inspect();
  }
  const named = new Set(labels.map(nameOf));
  return {
    step,
    free: Object.fromEntries(free),
    together,
    unnamed: [...samples.keys()].filter((actor) => !named.has(actor)),
    labels: [...troubles],
  };
}

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
  test(`no card, bar or ledger covers what a step spotlights, while all of its card is read (${name})`, async ({ story }) => {
    test.slow();
    const { page } = story;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize(size);
    await story.open();
    await page.evaluate(() => {
      // The flow lets the pointer through to the map; here what is painted over what is asked.
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('* { pointer-events: auto !important; }');
      document.adoptedStyleSheets = [sheet];
    });
    const sights = await sightsOf(story);
    const shares = sights.flatMap(({ step, free }) => Object.entries(free).map(([actor, share]) => ({ step, actor, share })));
    const worst = Math.min(...sights.map(({ together }) => together));
    test.info().annotations.push({ type: 'least free share of what is spotlighted', description: `${(100 * worst).toFixed(1)} %` });
    expect(shares.length, 'spotlighted actors in view').toBeGreaterThan(20);
    expect(sights.filter(({ together }) => together < 0.9)).toEqual([]);
    expect(sights.filter(({ labels }) => labels.length > 0).map(({ step, labels }) => ({ step, labels }))).toEqual([]);
  });
}

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

for (const [name, size] of Object.entries(SIZES)) {
  test(`the camera holds all that a step's author asked for (${name})`, async ({ story }) => {
    const { page } = story;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize(size);
    await story.open();
    const views = viewsAsked();
    for (const id of await story.steps()) {
      await story.scrollInto(id);
      await story.expectSettled(id);
      const asked = (views.get(id) ?? []).flatMap((part) => (part === 'europe' ? SIDES_OF_EUROPE : [part]));
      expect(asked, `view of ${id}`).not.toEqual([]);
      expect(await page.evaluate(outOfSight, asked), `what ${id} leaves out of ${asked.join(', ')}`).toEqual([]);
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
    return at.x >= stage.left - 1 && at.x <= stage.right + 1 && at.y >= stage.top - 1 && at.y <= stage.bottom + 1;
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
