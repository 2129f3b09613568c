import { writeAttribute } from './adoptState.ts';

/** Fades the fills of marks from their old state to the new by the compositor alone. */
export interface Fade {
  /** Takes a picture of a mark as it is, before it changes. */
  keep(mark: Element): void;
  /** Lays the kept pictures over the drawing, in its view, and lets them fade; without any, does nothing. */
  run(view: string): void;
  /** Follows the drawing into another view. */
  reframe(view: string): void;
  /** Ends at once: nothing is left over. */
  cancel(): void;
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
 * their old colours over the new ones, fade as one layer instead.
 */
export function createFade(plane: HTMLElement): Fade {
  let kept: Element[] = [];
  let layer: SVGSVGElement | null = null;
  /** Each mark's copy, made once: its outline is long to read. */
  const copies = new Map<Element, Element>();

  const cancel = (): void => {
    kept = [];
    layer?.remove();
    layer = null;
  };

  return {
    keep(mark) {
      const copy = copies.get(mark) ?? copyOf(mark);
      copies.set(mark, copy);
      for (const name of STATE) writeAttribute(copy, name, mark.getAttribute(name));
      kept.push(copy);
    },
    run(view) {
      const marks = kept;
      cancel();
      if (marks.length === 0) return;
      const fresh = document.createElementNS(SVG, 'svg');
      const group = document.createElementNS(SVG, 'g');
      fresh.setAttribute('class', 'map fading');
      fresh.setAttribute('viewBox', view);
      fresh.setAttribute('aria-hidden', 'true');
      group.dataset.part = 'marks';
      group.append(...marks);
      fresh.append(group);
      plane.append(fresh);
      layer = fresh;
      const fading = fresh.animate({ opacity: [1, 0] }, { duration: DURATION, fill: 'forwards' });
      fading.onfinish = () => {
        if (layer === fresh) cancel();
      };
    },
    reframe(view) {
      layer?.setAttribute('viewBox', view);
    },
    cancel,
  };
}

function copyOf(mark: Element): Element {
  const copy = mark.cloneNode() as Element;
  for (const hook of HOOKS) copy.removeAttribute(hook);
  return copy;
}
