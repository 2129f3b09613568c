import type { ScrollState } from '../scroll/activeStep.ts';
import { nextFrame } from './nextFrame.ts';

/** The page's address, which says where the reader is and brings a reader back there. */
export interface Address {
  /** Brings the reader to where this entry of the history leads; called once the page has its layout. */
  begin(): void;
  /** Tells the address where the reader is now. */
  follow(state: ScrollState): void;
  destroy(): void;
}

/** Where a reader was: a step's id, empty before the first, and its top in pixels from the window's. */
interface Place {
  readonly step: string;
  readonly top: number;
}

/** The address follows after this much rest, in milliseconds; a fling does not rewrite it on its way. */
const REST = 120;
/** For this many frames after an arrival, what is laid out late may not push the step from the reader. */
const ARRIVAL = 30;
/** Boxes stand on parts of pixels; less than this is no movement. */
const SLACK = 1;

/**
 * Keeps hash and history entry in step with the reader, without adding entries, and brings a reader who
 * follows a link, reloads or comes back to where that entry was left. The browser's own restoration is
 * switched off: it happens while the page still has its layout without scripts, where the same distance
 * from the top is another step.
 */
export function createAddress(root: HTMLElement, steps: readonly HTMLElement[]): Address {
  const abort = new AbortController();
  const elementOf = (id: string): HTMLElement | undefined =>
    id === '' ? root : steps.find((step) => step.id === id);
  const linked = (): HTMLElement | undefined =>
    location.hash === '' ? undefined : elementOf(decode(location.hash.slice(1)));

  let state: ScrollState | null = null;
  let known = location.hash;
  let timer = 0;
  let lastMove = 0;
  let hasLooked = false; // at where a link leads, before the address is written
  let isTaken = false;
  let isArriving = true; // until `begin` has looked where to
  let cancel = (): void => undefined;
  let cancelLook = (): void => undefined;

  const rest = (): void => {
    lastMove = performance.now();
    timer ||= window.setTimeout(settle, REST);
  };
  const settle = (): void => {
    const left = lastMove + REST - performance.now();
    timer = left > 1 ? window.setTimeout(settle, left) : 0;
    if (timer !== 0 || isArriving || !state) return;
    if (location.hash === known && (hasLooked || savedPlace())) {
      hasLooked = false;
      write(state, elementOf(state.step), linked());
    } else {
      // A link has been followed. The event that tells of it is on its way, and so is the scroll to it:
      // both have come after the second frame.
      hasLooked = true;
      cancelLook();
      cancelLook = nextFrame(() => {
        cancelLook = nextFrame(() => {
          timer ||= window.setTimeout(settle);
        });
      });
    }
    known = location.hash;
  };

  const stay = (): void => {
    cancel();
    isTaken = true;
    if (document.readyState !== 'complete') return; // the browser may still be following the link
    isArriving = false;
    rest();
  };
  // What lies above is laid out after the arrival and may push the step away: then it is brought back, until
  // the page is at rest. A browser that keeps what is in sight in its place scrolls as far as the push went;
  // whatever scrolls further is the reader.
  const arrive = (): void => {
    cancel();
    const place = savedPlace();
    const target = (place && elementOf(place.step)) ?? linked();
    if (!target) {
      stay();
      return;
    }
    isArriving = true;
    isTaken = false;
    // A reader who is in the step already stays where the browser, or reading on, has brought them.
    const top = place?.top ?? (elementOf(state?.step ?? '') === target ? topOf(target) : null);
    let last = bring(target, top);
    const hold = (frames: number): void => {
      const now = positionOf(target);
      const pushed = Math.abs(now - last.target);
      if (frames === 0 || Math.abs(scrollY - last.scroll) >= pushed + SLACK) {
        stay();
        return;
      }
      if (pushed >= SLACK) last = bring(target, top);
      cancel = nextFrame(() => {
        hold(frames - 1);
      });
    };
    cancel = nextFrame(() => {
      hold(ARRIVAL);
    });
  };

  const begin = (): void => {
    const options = { passive: true, signal: abort.signal } as const;
    addEventListener('scroll', rest, options);
    addEventListener('hashchange', arrive, options);
    for (const name of ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const) {
      addEventListener(name, stay, options);
    }
    history.scrollRestoration = 'manual';
    arrive();
    if (document.readyState === 'complete') return;
    const onLoad = (): void => {
      if (isTaken) stay();
      else arrive();
    };
    addEventListener('load', onLoad, options);
  };

  return {
    begin,
    follow(now) {
      state = now;
      rest();
    },
    destroy() {
      abort.abort();
      clearTimeout(timer);
      cancel();
      cancelLook();
      history.scrollRestoration = 'auto';
    },
  };
}

function topOf(element: HTMLElement): number {
  return element.getBoundingClientRect().top;
}

/** An element's top from the document's. */
function positionOf(element: HTMLElement): number {
  return topOf(element) + scrollY;
}

/** Brings an element to where it was, or where a link to it would bring it; tells where all then is. */
function bring(element: HTMLElement, top: number | null): { target: number; scroll: number } {
  if (top === null) element.scrollIntoView({ behavior: 'instant', block: 'start' });
  else scrollBy({ top: topOf(element) - top, behavior: 'instant' });
  return { target: positionOf(element), scroll: scrollY };
}

/** What this entry of the history was left with; null for one that a link has just made. */
function savedPlace(): Place | null {
  const { place } = (history.state ?? {}) as { readonly place?: Partial<Place> };
  return typeof place?.step === 'string' && typeof place.top === 'number'
    ? { step: place.step, top: place.top }
    : null;
}

/** The hash is the active step's; before the first there is none. Notes under the story keep theirs. */
function write(state: ScrollState, element: HTMLElement | undefined, linked: unknown): void {
  const isForeign = location.hash !== '' && !linked && state.phase !== 'in';
  const hash = state.step ? `#${state.step}` : '';
  const address = isForeign ? location.hash : hash;
  const place: Place = { step: state.step, top: element ? topOf(element) : 0 };
  try {
    const url = address || location.pathname + location.search;
    history.replaceState({ place }, '', url);
  } catch {
    // Browsers limit how often an address may change; the next rest writes it.
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
