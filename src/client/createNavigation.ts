import type { ScrollState } from '../scroll/activeStep.ts';
import { nextFrame } from './nextFrame.ts';

/** The step counter, rail, buttons and address that follow the reader. */
export interface Navigation {
  follow(state: ScrollState): void;
  destroy(): void;
}

/** The address follows after this much rest, in milliseconds; a fling does not rewrite it on its way. */
const REST = 120;
/** For this many frames after a link was followed, its step is kept under the reader. */
const ARRIVAL = 30;

/** Adopts the navigation of a story and keeps it, and the address, in step with the reader. */
export function createNavigation(root: HTMLElement, steps: readonly HTMLElement[]): Navigation {
  const abort = new AbortController();
  const rail = [...root.querySelectorAll<HTMLAnchorElement>('[data-rail] a')];
  const progress = root.querySelector('[data-progress]');
  const counter = root.querySelector('[data-counter]');
  const buttons = [...root.querySelectorAll<HTMLButtonElement>('[data-go]')];
  let index = -1;
  let timer = 0;
  let arriving = (): void => undefined;
  let isArrived = !isStepHash(steps) || document.readyState === 'complete';

  // A link to a step is the browser's to follow first; rewriting the address earlier would break it. What
  // lies above is laid out after that and may push the step from under the reader: then it is followed again,
  // until the page is at rest or the reader takes over.
  const stay = (): void => {
    arriving();
    isArrived = true;
  };
  const arrive = (frames: number): void => {
    const target = steps.findIndex(({ id }) => `#${id}` === location.hash);
    if (target < 0 || frames === 0) {
      stay();
      return;
    }
    if (target !== index) go(root, steps, target);
    arriving = nextFrame(() => {
      arrive(frames - 1);
    });
  };
  const begin = (): void => {
    stay();
    isArrived = false;
    arriving = nextFrame(() => {
      arrive(ARRIVAL);
    });
  };
  const options = { passive: true, signal: abort.signal } as const;
  for (const name of ['load', 'hashchange'] as const) addEventListener(name, begin, options);
  for (const name of ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const) {
    addEventListener(name, stay, options);
  }
  if (document.readyState === 'complete') begin();
  for (const button of buttons) {
    button.addEventListener(
      'click',
      () => {
        go(root, steps, index + Number(button.dataset.go));
      },
      { signal: abort.signal },
    );
  }

  return {
    follow(state) {
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        if (isArrived) followAddress(state, steps);
      }, REST);
      if (state.index === index) return;
      index = state.index;
      rail.forEach((link, at) => {
        if (at === index) link.setAttribute('aria-current', 'step');
        else link.removeAttribute('aria-current');
      });
      const share = (100 * (index + 1)) / steps.length;
      progress?.setAttribute('width', `${String(share)}%`);
      if (counter) counter.textContent = String(Math.max(1, index + 1));
      for (const button of buttons) {
        const target = index + Number(button.dataset.go);
        const isEnd = target < -1 || target >= steps.length;
        button.setAttribute('aria-disabled', String(isEnd)); // a disabled button would lose the focus
      }
    },
    destroy() {
      abort.abort();
      clearTimeout(timer);
      arriving();
    },
  };
}

function isStepHash(steps: readonly HTMLElement[]): boolean {
  return steps.some(({ id }) => `#${id}` === location.hash);
}

/** Brings a step's beginning to where a link to it would; before the first there is the opening. */
function go(root: HTMLElement, steps: readonly HTMLElement[], index: number): void {
  const target = index === -1 ? root : steps[index];
  target?.scrollIntoView({ behavior: 'instant', block: 'start' });
}

/** The hash is the active step's; before the first there is none. Notes under the story keep theirs. */
function followAddress(state: ScrollState, steps: readonly HTMLElement[]): void {
  const isForeign = location.hash !== '' && !isStepHash(steps);
  if (isForeign && state.phase !== 'in') return;
  const hash = state.step ? `#${state.step}` : '';
  if (location.hash === hash) return;
  history.replaceState(history.state, '', hash || location.pathname + location.search);
}
