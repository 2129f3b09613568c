import scrollama from 'scrollama';
import { activeStep, type ScrollState, type StepBox } from './activeStep.ts';

/** What a scroller watches and whom it tells. */
export interface ScrollerOptions {
  /** The element that holds the steps; its `--line` is the trigger line as a share of the viewport, 0–1. */
  readonly root: HTMLElement;
  /** The steps, in document order; each has an id. */
  readonly steps: readonly HTMLElement[];
  /** Called at once with the first state, then whenever phase or step differ from the last one told. */
  readonly onState: (state: ScrollState) => void;
  /** Calls back before the next frame and returns how to cancel. */
  readonly nextFrame: (work: () => void) => () => void;
}

/** A running scroller. */
export interface Scroller {
  /** The state the geometry gives now. */
  read(): ScrollState;
  destroy(): void;
}

/**
 * Scrollama reads its container's offset in every scroll event, for a direction that nobody here asks for;
 * the page's own offset would cost a forced layout each time.
 */
const NOT_SCROLLED = { scrollTop: 0 };

const WAKING = [
  'resize',
  'orientationchange',
  'pageshow',
  'hashchange',
  'load',
  'focusin',
] as const;

/**
 * Tells the active step. Scrollama and a dozen other signals only wake it; what it tells is always computed
 * from where the steps are now, so nothing can be lost, repeated or told in the wrong order.
 */
export function createScroller({ root, steps, onState, nextFrame }: ScrollerOptions): Scroller {
  const abort = new AbortController();
  let told = '';
  let cancel: (() => void) | null = null;

  const boxes = steps.map(boxOf);
  let share = lineShareOf(root);
  const read = (): ScrollState => activeStep(boxes, share * innerHeight);
  /** How far the reader has come in the step that is read: what lies above the line as a share of it, 0–1. */
  const reading = { index: -1, share: 0 };
  let phase: ScrollState['phase'] | null = null;
  /** True while what was told last still holds: the answer of most frames, in one reading. */
  const isStill = (): boolean => {
    const line = share * innerHeight;
    if (phase === 'before') return (boxes[0]?.top ?? Infinity) > line;
    if (phase === 'after') return (boxes.at(-1)?.bottom ?? Infinity) <= line;
    const step = steps[reading.index];
    if (!step) return false;
    const { top, bottom } = step.getBoundingClientRect();
    reading.share = (line - top) / (bottom - top);
    return top <= line && line < bottom;
  };
  const tell = (): void => {
    cancel?.();
    cancel = null;
    if (isStill()) return;
    const state = read();
    phase = state.phase;
    reading.index = phase === 'in' ? state.index : -1;
    isStill();
    const key = `${state.phase} ${state.step}`;
    if (key === told) return;
    told = key;
    onState(state);
  };
  let stopScrollama = wakeByScrollama(steps, share, tell);
  const wake = (): void => {
    cancel ??= nextFrame(tell);
  };
  const measure = (): void => {
    const next = lineShareOf(root);
    if (next !== share) {
      share = next;
      stopScrollama();
      stopScrollama = wakeByScrollama(steps, share, tell);
    }
    wake();
  };

  /** A window of another size sets the text anew; readers stay in the step that they were in. */
  const stay = (): void => {
    const box = boxes[reading.index];
    const line = lineShareOf(root) * innerHeight;
    if (!box || activeStep(boxes, line).index === reading.index) return;
    const { top, bottom } = box;
    scrollBy({ top: top + reading.share * (bottom - top) - line, behavior: 'instant' });
  };

  const options = { passive: true, signal: abort.signal } as const;
  addEventListener('resize', stay, options);
  addEventListener('scroll', wake, options);
  for (const name of WAKING) addEventListener(name, measure, options);
  window.visualViewport?.addEventListener('resize', measure, options);
  void document.fonts.ready.then(wake);
  const resized = new ResizeObserver(measure);
  for (const element of [document.body, ...steps]) resized.observe(element);
  tell();

  return {
    read,
    destroy() {
      abort.abort();
      resized.disconnect();
      stopScrollama();
      cancel?.();
    },
  };
}

/** A step's box, read at the moment of asking. */
function boxOf(step: HTMLElement): StepBox {
  return {
    id: step.id,
    get top() {
      return step.getBoundingClientRect().top;
    },
    get bottom() {
      return step.getBoundingClientRect().bottom;
    },
  };
}

/** The trigger line as a share of the viewport's height, as the styles of the layout set it. */
function lineShareOf(root: HTMLElement): number {
  const share = Number.parseFloat(getComputedStyle(root).getPropertyValue('--line'));
  return Number.isFinite(share) ? share : 0.5;
}

/**
 * Scrollama as a wake-up signal: it answers within the frame of a crossing, and it may lose or repeat
 * events (it does); the state told is right all the same. Its types know tenths of the viewport only.
 */
function wakeByScrollama(
  steps: readonly HTMLElement[],
  share: number,
  wake: () => void,
): () => void {
  if (!('IntersectionObserver' in window)) return () => undefined; // the scroll listener is enough
  try {
    const scroller = scrollama();
    const offset = share as scrollama.DecimalType;
    const options = { step: [...steps], offset, container: NOT_SCROLLED };
    scroller.setup(options).onStepEnter(wake).onStepExit(wake);
    return () => {
      scroller.destroy();
    };
  } catch {
    return () => undefined;
  }
}
