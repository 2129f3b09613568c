import { arrangeLabels } from '../map/arrangeLabels.ts';
import { fitCamera, type Box, type Camera } from '../map/camera.ts';
import { labelsOfMap, marksOf, viewOfMap, writeMark, type Mark } from './adoptState.ts';
import { createFade, type Fade } from './createFade.ts';
import { createFlight } from './createFlight.ts';
import { createOutlines } from './createOutlines.ts';
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
  /** Its marks, in the order in which every map has them. */
  readonly marks: readonly Element[];
  readonly plane: HTMLElement;
  readonly labels: SVGSVGElement;
  readonly stage: HTMLElement;
  readonly patterns: readonly Element[];
}

type Outlines = ReturnType<typeof createOutlines>;

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
  const outlines = createOutlines(root);
  const parts = buildParts(root, figure, cover, outlines);
  const fade = createFade(parts.plane, parts.marks, () => flight.isFlying());
  const draw = (camera: Camera): void => {
    const view = viewBoxOf(camera, frame.size);
    parts.live.setAttribute('viewBox', view);
    fade.reframe(view);
  };
  const flight = createFlight(parts.plane, draw, () => {
    fade.land();
  });
  let frame: Frame = { size: [0, 0], free: [0, 0, 0, 0] };
  let shown = cover;
  let cancelLabelling = (): void => undefined;

  const cameraFor = (map: SVGSVGElement): Camera => fitCamera(viewOfMap(map), frame.free);
  const labels = createPrepared(maps, (map) => {
    marksOf(map); // read ahead as well
    return arrangeLabels(labelsOfMap(map), cameraFor(map), frame.free);
  });

  const label = (): void => {
    drawLabels(parts.labels, labels.of(shown));
  };
  /** Unseen while the camera flies, they need not be drawn in the frame that has the most to do. */
  const labelNext = (): void => {
    cancelLabelling = nextFrame(() => {
      try {
        label();
      } catch (error) {
        onFault(error);
      }
    });
  };

  /** Brings the camera to the map that is shown, from where it is or at once. */
  const settle = (from: Camera | null): void => {
    cancelLabelling();
    if (!hasRoom(frame)) return;
    if (!from) fade.cancel();
    const to = cameraFor(shown);
    // Stripes have their width at the end of a flight, whatever it is drawn for.
    scalePatterns(parts.patterns, to);
    if (flight.fly(from, to, frame.size)) labelNext();
    else label();
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
      outlines.renew();
      refit();
      fade.prepare();
    },
    show(source, animate) {
      if (source === shown) return;
      copySign(source, parts.live);
      changeMarks(parts.marks, marksOf(shown), marksOf(source), animate ? fade : null);
      copyOverlay(source, parts.live, outlines);
      shown = source;
      if (animate) fade.run(parts.live.getAttribute('viewBox') ?? '');
      settle(animate ? flight.now() : null);
    },
    refit,
    destroy() {
      cancelLabelling();
      flight.cancel();
      fade.destroy();
      outlines.destroy();
      labels.destroy();
      parts.plane.remove();
      parts.labels.remove();
    },
  };
}

function buildParts(
  root: HTMLElement,
  figure: HTMLElement,
  cover: SVGSVGElement,
  outlines: Outlines,
): Parts {
  const live = cover.cloneNode(true) as SVGSVGElement;
  for (const labels of live.querySelectorAll('.labels')) labels.remove();
  live.classList.add('live');
  ownMarks(root, live);
  copyOverlay(cover, live, outlines);
  const plane = document.createElement('div');
  plane.className = 'plane';
  plane.append(live);
  const labels = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  labels.setAttribute('class', 'live-labels');
  labels.setAttribute('aria-hidden', 'true');
  const stage = figure.querySelector<HTMLElement>('[data-stage]');
  if (!stage) throw new Error('createGraphic: expected a [data-stage] in the figure');
  const marks = [...live.querySelectorAll('[data-part="marks"] > *')];
  return { live, marks, plane, labels, stage, patterns: [...figure.querySelectorAll('pattern')] };
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

function viewBoxOf({ k, x, y }: Camera, [width, height]: Frame['size']): string {
  return [-x / k, -y / k, width / k, height / k].join(' ');
}

/** What a map says it shows. */
function copySign(from: SVGSVGElement, to: SVGSVGElement): void {
  for (const hook of ['data-as-of', 'data-question', 'aria-label']) {
    to.setAttribute(hook, from.getAttribute(hook) ?? '');
  }
}

/** Marks stand in the same order in every map, and before its stripes: the state goes over one by one. */
function changeMarks(
  targets: readonly Element[],
  before: readonly Mark[],
  after: readonly Mark[],
  fade: Fade | null,
): void {
  targets.forEach((target, index) => {
    const [old, mark] = [before[index], after[index]];
    if (mark?.actor !== target.getAttribute('data-actor')) {
      throw new Error('changeMarks: two maps of the page differ in marks');
    }
    if (mark.stance !== old?.stance) fade?.keep(target);
    writeMark(target, mark);
  });
}

/** Stripes nine pixels apart on the screen; patterns that are right are left alone. */
function scalePatterns(patterns: readonly Element[], { k }: Camera): void {
  const scaled = `rotate(45) scale(${String(1 / k)})`;
  for (const pattern of patterns) {
    if (pattern.getAttribute('patternTransform') === scaled) continue;
    pattern.setAttribute('patternTransform', scaled);
  }
}

/**
 * The overlay is copied, but for what it begins with in both maps; its stripes get patterns of their own,
 * scaled to the live camera, and organisations their outlines.
 */
function copyOverlay(from: SVGSVGElement, to: SVGSVGElement, outlines: Outlines): void {
  const overlay = to.querySelector('[data-part="overlay"]');
  const source = from.querySelector('[data-part="overlay"]');
  if (!overlay || !source) throw new Error('copyOverlay: a map without an overlay');
  const [old, fresh] = [[...overlay.childNodes], [...source.childNodes]];
  const kept = fresh.findIndex((node, index) => !node.isEqualNode(old[index] ?? null));
  const same = kept < 0 ? fresh.length : kept;
  for (const node of old.slice(same)) node.remove();
  const copyOf = (node: ChildNode): Node =>
    node instanceof Element && node.matches('.outline') ? outlines.of(node) : node.cloneNode(true);
  overlay.append(...fresh.slice(same).map(copyOf));
  for (const striped of overlay.querySelectorAll('[data-stance][fill^="url"]')) {
    striped.setAttribute('fill', `url(#live-stripes-${striped.getAttribute('data-stance') ?? ''})`);
  }
}
