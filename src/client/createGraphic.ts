import { arrangeLabels } from '../map/arrangeLabels.ts';
import { fitCamera, type Box, type Camera } from '../map/camera.ts';
import { labelsOfMap, STATE_HOOKS, viewOfMap } from './adoptState.ts';
import { createFade, type Fade } from './createFade.ts';
import { createFlight } from './createFlight.ts';
import { createPrepared } from './createPrepared.ts';
import { drawLabels } from './drawLabels.ts';
import { nextFrame } from './nextFrame.ts';

/** The shared map that follows the reader. */
export interface Graphic {
  /** Puts the prepared map into its figure and fits it; until then nothing of the page has changed. */
  mount(): void;
  /** Shows the state of one of the document's own maps; `animate` false sets it at once. */
  show(source: SVGSVGElement, animate: boolean): void;
  /** Fits the present state to the present size, at once. */
  refit(): void;
  destroy(): void;
}

/** The parts of the figure that a graphic works in. */
interface Parts {
  readonly live: SVGSVGElement;
  readonly plane: HTMLElement;
  readonly labels: SVGSVGElement;
  readonly stage: HTMLElement;
  readonly patterns: readonly Element[];
}

/** Size of the figure and the free area in it: the viewport minus card, bar and ledger. */
interface Frame {
  readonly size: readonly [width: number, height: number];
  readonly free: Box;
}

/**
 * Makes the shared map from a copy of a map in the document (never from empty) and keeps it in step with
 * whichever of the document's maps is to be shown: marks by attributes, everything over them by copy.
 * Labels of all `maps` are set ahead, in idle time, so that a crossing costs little. `onFault` is told of
 * what fails between frames, where no caller is left to catch it.
 */
export function createGraphic(
  root: HTMLElement,
  figure: HTMLElement,
  cover: SVGSVGElement,
  maps: readonly SVGSVGElement[],
  onFault: (error: unknown) => void,
): Graphic {
  const parts = buildParts(root, figure, cover);
  const flight = createFlight(parts.plane, () => {
    parts.plane.removeAttribute('data-thin');
  });
  const fade = createFade(parts.plane);
  let frame: Frame = { size: [0, 0], free: [0, 0, 0, 0] };
  let shown = cover;
  let cancelSettling = (): void => undefined;

  const cameraFor = (map: SVGSVGElement): Camera => fitCamera(viewOfMap(map), frame.free);
  const labels = createPrepared(maps, (map) =>
    arrangeLabels(labelsOfMap(map), cameraFor(map), frame.free),
  );

  /** Does the next part of a change before the next frame, in place of any that is still to be done. */
  const later = (work: () => void): void => {
    cancelSettling();
    cancelSettling = nextFrame(() => {
      try {
        work();
      } catch (error) {
        onFault(error);
      }
    });
  };

  /** Draws at the final camera; from there everything that moves is moved by the compositor. */
  const settle = (from: Camera | null): void => {
    cancelSettling();
    if (!hasRoom(frame)) return;
    const camera = cameraFor(shown);
    const view = viewBoxOf(camera, frame.size);
    parts.live.setAttribute('viewBox', view);
    if (from) fade.reframe(view);
    else fade.cancel();
    const unit = String(1 / camera.k);
    for (const pattern of parts.patterns) {
      pattern.setAttribute('patternTransform', `rotate(45) scale(${unit})`);
    }
    const isFlying = flight.fly(from, camera, frame.size);
    if (from) thinStrokes(parts.plane, from.k / camera.k);
    // Unseen while it flies, they need not be drawn in the frame that has the most to do.
    if (isFlying) later(label);
    else label();
  };

  const label = (): void => {
    drawLabels(parts.labels, labels.of(shown));
  };

  const refit = (): void => {
    const next = frameOf(figure, parts.stage);
    if (!hasRoom(next)) return;
    frame = next;
    labels.renew();
    settle(null);
  };

  return {
    mount() {
      parts.stage.before(parts.plane, parts.labels);
      refit();
    },
    show(source, animate) {
      if (source === shown) return;
      copyMarks(source, parts.live, animate ? fade : null);
      copyOverlay(source, parts.live);
      shown = source;
      if (!animate) {
        settle(null);
        return;
      }
      // Colours first: they need no camera, and half of the work fits into a frame on a slow phone.
      fade.run(parts.live.getAttribute('viewBox') ?? '');
      later(() => {
        settle(flight.now());
      });
    },
    refit,
    destroy() {
      cancelSettling();
      flight.cancel();
      labels.destroy();
      parts.plane.remove();
      parts.labels.remove();
    },
  };
}

function buildParts(root: HTMLElement, figure: HTMLElement, cover: SVGSVGElement): Parts {
  const live = cover.cloneNode(true) as SVGSVGElement;
  for (const labels of live.querySelectorAll('.labels')) labels.remove();
  live.classList.add('live');
  ownMarks(root, live);
  copyOverlay(cover, live);
  const plane = document.createElement('div');
  plane.className = 'plane';
  plane.append(live);
  const labels = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  labels.setAttribute('class', 'live-labels');
  labels.setAttribute('aria-hidden', 'true');
  const stage = figure.querySelector<HTMLElement>('[data-stage]');
  if (!stage) throw new Error('createGraphic: expected a [data-stage] in the figure');
  return { live, plane, labels, stage, patterns: [...figure.querySelectorAll('pattern')] };
}

/** Marks of the shared map are paths of its own: restyling a reference restyles what it refers to as well. */
function ownMarks(root: HTMLElement, live: SVGSVGElement): void {
  for (const use of live.querySelectorAll('[data-part="marks"] > use')) {
    const shape = root.querySelector(`.definitions ${use.getAttribute('href') ?? ''}`);
    if (!shape) throw new Error('ownMarks: a mark without a shape');
    const own = shape.cloneNode() as Element;
    own.removeAttribute('id');
    for (const { name, value } of use.attributes) {
      if (name !== 'href') own.setAttribute(name, value);
    }
    use.replaceWith(own);
  }
}

function frameOf(figure: HTMLElement, stage: HTMLElement): Frame {
  const outer = figure.getBoundingClientRect();
  const inner = stage.getBoundingClientRect();
  const [left, top] = [inner.left - outer.left, inner.top - outer.top];
  return {
    size: [outer.width, outer.height],
    free: [left, top, left + inner.width, top + inner.height],
  };
}

/** False where it is hidden, or a frame has not yet got its size: there is nothing to fit to. */
function hasRoom({ free: [left, top, right, bottom] }: Frame): boolean {
  return right > left && bottom > top;
}

/**
 * On the way out the drawing, made for the far camera, is first seen enlarged, its lines with it. Thinner
 * ones for the length of the flight keep them lines: widths are divided by 2, 4 or 8 in the styles.
 */
function thinStrokes(plane: HTMLElement, enlarged: number): void {
  const division = [8, 4, 2].find((step) => enlarged > step * 0.75);
  if (division && enlarged > 1.5) plane.dataset.thin = String(division);
}

function viewBoxOf({ k, x, y }: Camera, [width, height]: Frame['size']): string {
  return [-x / k, -y / k, width / k, height / k].join(' ');
}

/** Marks stand in the same order in every map, so the state goes over attribute by attribute. */
function copyMarks(from: SVGSVGElement, to: SVGSVGElement, fade: Fade | null): void {
  for (const hook of ['data-as-of', 'data-question', 'aria-label']) {
    to.setAttribute(hook, from.getAttribute(hook) ?? '');
  }
  const targets = to.querySelectorAll('[data-part="marks"] > *');
  from.querySelectorAll('[data-part="marks"] > *').forEach((mark, index) => {
    const target = targets[index];
    const isSame = target?.getAttribute('data-actor') === mark.getAttribute('data-actor');
    if (!target || !isSame) throw new Error('copyMarks: two maps of the page differ in marks');
    if (target.getAttribute('data-stance') !== mark.getAttribute('data-stance')) fade?.keep(target);
    for (const hook of STATE_HOOKS) copyAttribute(mark, target, hook);
  });
}

function copyAttribute(from: Element, to: Element, name: string): void {
  const value = from.getAttribute(name);
  if (value === to.getAttribute(name)) return;
  if (value === null) to.removeAttribute(name);
  else to.setAttribute(name, value);
}

/** The overlay is copied whole; its stripes get patterns of their own, scaled to the live camera. */
function copyOverlay(from: SVGSVGElement, to: SVGSVGElement): void {
  const overlay = to.querySelector('[data-part="overlay"]');
  const source = from.querySelector('[data-part="overlay"]');
  if (!overlay || !source) throw new Error('copyOverlay: a map without an overlay');
  const copy = source.cloneNode(true) as Element;
  overlay.replaceChildren(...copy.childNodes);
  for (const striped of overlay.querySelectorAll('[data-stance][fill^="url"]')) {
    striped.setAttribute('fill', `url(#live-stripes-${striped.getAttribute('data-stance') ?? ''})`);
  }
}
