import { createScroller } from '../scroll/createScroller.ts';
import type { ScrollState } from '../scroll/activeStep.ts';
import { createGraphic, type Graphic } from './createGraphic.ts';
import { createLedger } from './createLedger.ts';
import { createNavigation } from './createNavigation.ts';

/**
 * Brings a story to life: one shared map that follows the reader in place of a map a step. Until this has
 * succeeded, and again if anything in it fails, the page is the one the server sent, complete by itself.
 */
export function startStory(root: HTMLElement): void {
  const figure = root.querySelector<HTMLElement>('[data-graphic]');
  const cover = root.querySelector<SVGSVGElement>('[data-cover] [data-map]');
  const ledgerRoot = root.querySelector<HTMLElement>('[data-ledger]');
  if (!figure || !cover || !ledgerRoot) return;

  const steps = [...root.querySelectorAll<HTMLElement>('[data-step]')];
  const maps = new Map(
    steps.map((step) => [step.id, step.querySelector<SVGSVGElement>('[data-map]')]),
  );
  const running: { destroy(): void }[] = [];

  const giveUp = (error: unknown): void => {
    root.removeAttribute('data-enhanced');
    root.dataset.fallback = 'error';
    for (const part of running) part.destroy();
    reportError(error);
  };
  const guarded = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      giveUp(error);
    }
  };

  guarded(() => {
    root.dataset.enhanced = '';
    const graphic: Graphic = createGraphic(root, figure, cover);
    running.push(graphic);
    const ledger = createLedger(ledgerRoot);
    const navigation = createNavigation(root, steps);
    running.push(navigation);
    const still = matchMedia('(prefers-reduced-motion: reduce)');
    let shown: string | null = null;
    const show = (state: ScrollState): void => {
      navigation.follow(state);
      if (state.step === shown) return;
      const animate = shown !== null && !still.matches;
      shown = state.step;
      root.dataset.activeStep = state.step;
      const map = state.step ? maps.get(state.step) : cover;
      if (!map) throw new Error(`startStory: step "${state.step}" has no map`);
      root.dataset.asOf = map.dataset.asOf ?? '';
      ledger.show(map, animate); // reads before it writes, so it goes first
      graphic.show(map, animate);
    };
    const scroller = createScroller({
      root,
      steps,
      onState: (state) => {
        guarded(() => {
          root.dataset.phase = state.phase;
          show(state);
        });
      },
    });
    running.push(scroller);
    const resized = new ResizeObserver(() => {
      guarded(() => {
        graphic.refit();
      });
    });
    const stage = figure.querySelector('[data-stage]');
    for (const element of [figure, ...(stage ? [stage] : [])]) resized.observe(element);
    running.push({
      destroy: () => {
        resized.disconnect();
      },
    });
  });
}
