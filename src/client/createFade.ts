import { writeAttribute } from './adoptState.ts';
import { createPrepared } from './createPrepared.ts';

/** Fades the fills of marks from their old state to the new by the compositor alone. */
export interface Fade {
  /** Takes a picture of a mark as it is, before it changes. */
  keep(mark: Element): void;
  /** Lays the kept pictures over the drawing, in its view, and lets them fade; without any, does nothing. */
  run(view: string): void;
  /** Follows the drawing into another view. */
  reframe(view: string): void;
  /** Takes away what has faded while the camera flew. */
  land(): void;
  /** Ends at once: nothing is left over. */
  cancel(): void;
  /** Makes the pictures to come ready, in idle time. */
  prepare(): void;
  destroy(): void;
}

const SVG = 'http://www.w3.org/2000/svg';
/** Milliseconds. */
const DURATION = 300;
/** What makes a picture a mark to those who read the map; the copies are none. */
const HOOKS = ['data-actor', 'data-spotlight'] as const;
/** What of a mark its colour comes from. */
const STATE = ['data-stance', 'data-evidence'] as const;

/**
 * A fill transition restyles and repaints the map in every frame. Copies of the marks that change, in
 * their old colours over the new ones, fade as one layer instead. A mark's copy is made once, its outline
 * being long to read: ahead of its first use where there is time. What has faded while
 * `isFlying` is left, unseen, for the next frame that paints the map: taking it away paints the map.
 */
export function createFade(
  plane: HTMLElement,
  marks: readonly Element[],
  isFlying: () => boolean,
): Fade {
  let kept: Element[] = [];
  let layer: SVGSVGElement | null = null;
  let isOver = false;
  const copies = createPrepared(marks, copyOf);

  const cancel = (): void => {
    kept = [];
    isOver = false;
    layer?.remove();
    layer = null;
  };
  const clear = (): void => {
    if (isOver) cancel();
  };

  return {
    keep(mark) {
      const copy = copies.of(mark);
      for (const name of STATE) writeAttribute(copy, name, mark.getAttribute(name));
      kept.push(copy);
    },
    run(view) {
      const pictures = kept;
      cancel();
      if (pictures.length === 0) return;
      const fresh = document.createElementNS(SVG, 'svg');
      const group = document.createElementNS(SVG, 'g');
      fresh.setAttribute('class', 'map fading');
      fresh.setAttribute('viewBox', view);
      fresh.setAttribute('aria-hidden', 'true');
      group.dataset.part = 'marks';
      group.append(...pictures);
      fresh.append(horizonOf(), group);
      plane.append(fresh);
      layer = fresh;
      const fading = fresh.animate({ opacity: [1, 0] }, { duration: DURATION, fill: 'forwards' });
      fading.onfinish = () => {
        if (layer !== fresh) return;
        isOver = true;
        if (!isFlying()) clear();
      };
    },
    reframe(view) {
      clear();
      layer?.setAttribute('viewBox', view);
    },
    land: clear,
    cancel,
    prepare() {
      copies.renew();
    },
    destroy() {
      cancel();
      copies.destroy();
    },
  };
}

/**
 * Nothing to be seen, but it makes the layer as large as the map. Of a small layer that is going to be seen
 * enlarged a browser rasters everything at its largest, a hundred tiles where thirty are in sight.
 */
function horizonOf(): Element {
  const horizon = document.createElementNS(SVG, 'use');
  horizon.setAttribute('href', '#horizon');
  horizon.setAttribute('fill', 'transparent');
  return horizon;
}

function copyOf(mark: Element): Element {
  const copy = mark.cloneNode() as Element;
  for (const hook of HOOKS) copy.removeAttribute(hook);
  return copy;
}
