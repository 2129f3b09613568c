import type { ScrollState } from '../scroll/activeStep.ts';

/** The step counter, rail and buttons that follow the reader. */
export interface Navigation {
  follow(state: ScrollState): void;
  destroy(): void;
}

/** Adopts the navigation of a story and keeps it in step with the reader. */
export function createNavigation(root: HTMLElement, steps: readonly HTMLElement[]): Navigation {
  const abort = new AbortController();
  const rail = [...root.querySelectorAll<HTMLAnchorElement>('[data-rail] a')];
  const progress = root.querySelector('[data-progress]');
  const counter = root.querySelector('[data-counter]');
  const buttons = [...root.querySelectorAll<HTMLButtonElement>('[data-go]')];
  let index = -1;
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
    },
  };
}

/** Brings a step's beginning to where a link to it would; before the first there is the opening. */
function go(root: HTMLElement, steps: readonly HTMLElement[], index: number): void {
  const target = index === -1 ? root : steps[index];
  target?.scrollIntoView({ behavior: 'instant', block: 'start' });
}
