import type { Page } from '@playwright/test';
import { expect } from './site.ts';

/** A rectangle on the screen in CSS pixels: left, top, right, bottom. */
export type ScreenBox = readonly [left: number, top: number, right: number, bottom: number];

/** A mark of a step's own map as the reader sees it. */
export interface SeenMark {
  readonly actor: string;
  readonly stance: string | null;
  readonly evidence: string | null;
  readonly role: string | null;
  readonly isSpotlit: boolean;
  /** 'shape' of a country, 'dot' of a small state, 'stripes', or 'none' where nothing is drawn. */
  readonly kind: 'shape' | 'dot' | 'stripes' | 'none';
  /** Computed colour of the fill, of a dot's stroke, or of a pattern's stripe. */
  readonly colour: string;
  /** Width and height in plane units; 0 where the shape it refers to is missing. */
  readonly size: readonly [number, number];
}

/** A step's own map as the reader sees it after going to the step. */
export interface SeenMap {
  readonly step: string;
  readonly asOf: string | null;
  /** False when it or something around it is hidden, transparent or of no size. */
  readonly isVisible: boolean;
  /** The part of the screen where it can be seen, under the bar and inside the scene. */
  readonly window: ScreenBox;
  /** Where the part of the plane that must be seen lies. */
  readonly view: ScreenBox;
  /** The card of the step. */
  readonly card: ScreenBox;
  /** Texts of the visible labels with their boxes. */
  readonly labels: readonly { readonly text: string; readonly box: ScreenBox }[];
  readonly marks: readonly SeenMark[];
}

/** Opens a step by its address and waits until the page has settled there; works with scripts only. */
export async function openStep(page: Page, id: string): Promise<void> {
  await page.goto(`./#${id}`);
  await expectActiveStep(page, id);
}

/** Waits until a step is the active one. */
export async function expectActiveStep(page: Page, id: string): Promise<void> {
  await expect(page.locator('[data-story]')).toHaveAttribute('data-active-step', id);
}

/** Goes from an open step to another of the same page, as a link to it does. */
export async function goToStep(page: Page, id: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, id);
  await expectActiveStep(page, id);
}

/** Ids of the steps in the page's order. */
export function stepIds(page: Page): Promise<string[]> {
  return page.locator('[data-step]').evaluateAll((steps) => steps.map(({ id }) => id));
}

/** The colours of the roles in the page's present theme, as computed styles write them. */
export async function tokenColours(
  page: Page,
  roles: readonly string[],
): Promise<Map<string, string>> {
  const pairs = await page.evaluate((names) => {
    const probe = document.body.appendChild(document.createElement('i'));
    const colours = names.map((name): [string, string] => {
      probe.style.color = `var(--${name})`;
      return [name, getComputedStyle(probe).color];
    });
    probe.remove();
    return colours;
  }, roles);
  return new Map(pairs);
}

/**
 * Goes to a step as a link would, scrolls on until its map stands at the top of the window, and reads that
 * map; needs no scripts in the page.
 */
export async function seeMap(page: Page, step: string): Promise<SeenMap> {
  const section = page.locator(`[data-step="${step}"]`);
  await section.evaluate((target) => {
    target.scrollIntoView({ block: 'start', behavior: 'instant' });
  });
  await section.evaluate((target) => {
    const { top = 0 } = target.querySelector('.scene')?.getBoundingClientRect() ?? {};
    scrollBy({ top: Math.max(0, top), behavior: 'instant' });
  });
  return page.evaluate(readMap, step);
}

/** Runs in the page; every step's own map is read by it. */
function readMap(step: string): SeenMap {
  type Box = [number, number, number, number];
  const find = (selector: string, from: ParentNode): Element => {
    const found = from.querySelector(selector);
    if (!found) throw new Error(`No ${selector} at step ${step}`);
    return found;
  };
  const boxOf = (element: Element): Box => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return [left, top, right, bottom];
  };
  const section = find(`[data-step="${step}"]`, document);
  const map = find('[data-map]', section) as SVGSVGElement;
  const scene = boxOf(find('.scene', section));
  const bar = boxOf(find('.bar', document));
  const window: Box = [
    Math.max(0, scene[0]),
    Math.max(bar[3], scene[1]),
    Math.min(innerWidth, scene[2]),
    Math.min(innerHeight, scene[3]),
  ];
  const colourOf = (mark: SVGGraphicsElement): string => {
    const { fill, stroke } = getComputedStyle(mark);
    if (mark.matches('.dot')) return stroke;
    const pattern = /#([^")]+)/.exec(fill)?.[1];
    if (!mark.matches('.stripes') || !pattern) return fill;
    return getComputedStyle(find('.stripe', find(`#${pattern}`, document))).stroke;
  };
  const kindOf = (mark: SVGGraphicsElement): SeenMark['kind'] => {
    if (mark.matches('.badge, .off-map')) return 'none';
    if (mark.matches('.dot')) return 'dot';
    return mark.matches('.stripes') ? 'stripes' : 'shape';
  };
  const marks = [...map.querySelectorAll<SVGGraphicsElement>('[data-actor]')].map((mark) => {
    const { width, height } = mark.getBBox();
    return {
      actor: mark.dataset.actor ?? '',
      stance: mark.getAttribute('data-stance'),
      evidence: mark.getAttribute('data-evidence'),
      role: mark.getAttribute('data-role'),
      isSpotlit: mark.hasAttribute('data-spotlight'),
      kind: kindOf(mark),
      colour: colourOf(mark),
      size: [width, height] as [number, number],
    };
  });
  const wordsOf = (text: Element): string =>
    [...text.children].map((line) => line.textContent).join(' / ');
  const { x, y, width, height } = map.viewBox.baseVal;
  const toScreen = map.getScreenCTM() ?? new DOMMatrix();
  const from = new DOMPoint(x, y).matrixTransform(toScreen);
  const to = new DOMPoint(x + width, y + height).matrixTransform(toScreen);
  const labels = [...map.querySelectorAll('.label')]
    .map((label) => find('text', label))
    .map((text) => ({ text: wordsOf(text), box: boxOf(text) }))
    .filter(({ box }) => box[2] > box[0]);
  return {
    step,
    asOf: map.getAttribute('data-as-of'),
    isVisible: map.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
    window,
    view: [from.x, from.y, to.x, to.y],
    card: boxOf(find('.card', section)),
    labels,
    marks,
  };
}
