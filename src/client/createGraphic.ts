import { fitCamera, type Box, type Camera } from '../map/camera.ts';
import { arrangeLabels } from '../map/arrangeLabels.ts';
import { labelsOfMap, STATE_HOOKS, viewOfMap } from './adoptState.ts';
import { drawLabels } from './drawLabels.ts';
import { createFlight } from './createFlight.ts';

/** The shared map that follows the reader. */
export interface Graphic {
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
}

/**
 * Makes the shared map from a copy of a map in the document (never from empty) and keeps it in step with
 * whichever of the document's maps is to be shown: marks by attributes, everything over them by copy.
 */
export function createGraphic(figure: HTMLElement, cover: SVGSVGElement): Graphic {
  const parts = buildParts(figure, cover);
  const flight = createFlight(parts.plane);
  let shown = cover;

  const settle = (from: Camera | null): void => {
    const frame = figure.getBoundingClientRect();
    const free = freeArea(parts.stage, frame);
    const camera = fitCamera(viewOfMap(shown), free);
    setViewBox(parts.live, camera, frame.width, frame.height);
    const unit = String(1 / camera.k);
    for (const pattern of figure.querySelectorAll('pattern')) {
      pattern.setAttribute('patternTransform', `rotate(45) scale(${unit})`);
    }
    drawLabels(parts.labels, arrangeLabels(labelsOfMap(shown), camera, free));
    flight.fly(from, camera, [frame.width, frame.height]);
  };

  settle(null);
  return {
    show(source, animate) {
      if (source !== shown) {
        shown = source;
        copyMarks(source, parts.live);
        copyOverlay(source, parts.live);
      }
      settle(animate ? flight.now() : null);
    },
    refit() {
      settle(null);
    },
    destroy() {
      flight.cancel();
      parts.plane.remove();
      parts.labels.remove();
    },
  };
}

function buildParts(figure: HTMLElement, cover: SVGSVGElement): Parts {
  const live = cover.cloneNode(true) as SVGSVGElement;
  for (const labels of live.querySelectorAll('.labels')) labels.remove();
  live.classList.add('live');
  const plane = document.createElement('div');
  plane.className = 'plane';
  plane.append(live);
  const labels = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  labels.setAttribute('class', 'live-labels');
  labels.setAttribute('aria-hidden', 'true');
  const stage = figure.querySelector<HTMLElement>('[data-stage]');
  if (!stage) throw new Error('createGraphic: expected a [data-stage] in the figure');
  stage.before(plane, labels);
  copyOverlay(cover, live);
  return { live, plane, labels, stage };
}

/** The free area in the figure's own pixels: the viewport minus card, bar and ledger, as the styles lay them out. */
function freeArea(stage: HTMLElement, frame: DOMRect): Box {
  const box = stage.getBoundingClientRect();
  return [box.left - frame.left, box.top - frame.top, box.right - frame.left, box.bottom - frame.top];
}

function setViewBox(live: SVGSVGElement, { k, x, y }: Camera, width: number, height: number): void {
  live.setAttribute('viewBox', [-x / k, -y / k, width / k, height / k].join(' '));
}

/** Marks stand in the same order in every map, so the state goes over attribute by attribute. */
function copyMarks(from: SVGSVGElement, to: SVGSVGElement): void {
  for (const hook of ['data-as-of', 'data-question', 'aria-label']) {
    to.setAttribute(hook, from.getAttribute(hook) ?? '');
  }
  const targets = to.querySelectorAll('[data-part="marks"] > *');
  from.querySelectorAll('[data-part="marks"] > *').forEach((mark, index) => {
    const target = targets[index];
    if (target?.getAttribute('data-actor') !== mark.getAttribute('data-actor')) {
      throw new Error('copyMarks: two maps of the page differ in their marks');
    }
    for (const hook of STATE_HOOKS) copyAttribute(mark, target, hook);
  });
}

function copyAttribute(from: Element, to: Element | undefined, name: string): void {
  const value = from.getAttribute(name);
  if (value === to?.getAttribute(name)) return;
  if (value === null) to?.removeAttribute(name);
  else to?.setAttribute(name, value);
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
