import { createScroller } from '../scroll/createScroller.ts';
import type { ScrollState } from '../scroll/activeStep.ts';
import { createAddress, type Address } from './createAddress.ts';
import { createGraphic, type Graphic } from './createGraphic.ts';
import { createLedger, type Ledger } from './createLedger.ts';
import { keepReading } from './keepReading.ts';
import { inTurn, nextFrame } from './nextFrame.ts';
import { createNavigation, type Navigation } from './createNavigation.ts';
import { endFresh } from './endFresh.ts';

const LESS_MOTION = '(prefers-reduced-motion: reduce)';

/** The parts of a story's page that scripts bring to life. */
interface Parts {
  readonly root: HTMLElement;
  readonly figure: HTMLElement;
  readonly cover: SVGSVGElement;
  readonly ledger: HTMLElement;
  readonly rails: readonly HTMLElement[];
  readonly steps: readonly HTMLElement[];
}

/**
 * Brings a story to life: one shared map that follows the reader in place of a map a step. Until this has
 * succeeded, and again if anything in it fails, the page is the one the server sent, complete by itself.
 * Prepared in several tasks, so that none is long on a slow phone; the change itself is one.
 */
export async function startStory(root: HTMLElement): Promise<void> {
  const parts = partsOf(root);
  if (!parts) return;
  const running: { destroy(): void }[] = [];
  const giveUp = (error: unknown): void => {
    const parting = running.splice(0);
    keepReading(root, () => {
      root.removeAttribute('data-enhanced');
      root.dataset.fallback = 'error';
      for (const part of parting) part.destroy();
    });
    reportError(error);
  };
  try {
    await nextTask();
    const graphic = createGraphic(root, parts.figure, parts.cover, mapsOf(parts.steps), giveUp);
    running.push(graphic, endMotion(root, graphic));
    await nextTask();
    const ledger = createLedger(parts.ledger, giveUp);
    const navigation = createNavigation(root, parts.steps);
    running.push(ledger, navigation);
    await nextTask();
    for (const part of [parts.figure, parts.ledger, ...parts.rails]) {
      running.push(lay(part));
      await nextTask();
    }
    graphic.mount(); // as yet unseen
    await nextTask();
    const address = createAddress(root, parts.steps);
    running.push(address);
    const show = createShow(parts, { graphic, ledger, navigation, address }, giveUp);
    const onState = guard(show, giveUp);
    running.push(createScroller({ root, steps: parts.steps, onState, nextFrame }));
    await nextTask();
    if (running.length === 0) return; // given up
    keepReading(root, () => {
      if (scrollY > 0) endFresh(); // who began to read without scripts stays where they are
      root.setAttribute('data-enhanced', '');
    });
    address.begin();
    running.push(
      watchSize(
        parts.figure,
        guard(() => {
          graphic.refit();
        }, giveUp),
      ),
    );
  } catch (error) {
    giveUp(error);
  }
}

/** Has a part laid out while it is still unseen, so that the change to the enhanced page costs less. */
function lay(part: HTMLElement): { destroy(): void } {
  part.dataset.ready = '';
  part.getBoundingClientRect();
  return {
    destroy() {
      delete part.dataset.ready;
    },
  };
}

function partsOf(root: HTMLElement): Parts | null {
  const figure = root.querySelector<HTMLElement>('[data-graphic]');
  const cover = root.querySelector<SVGSVGElement>('[data-cover] [data-map]');
  const ledger = root.querySelector<HTMLElement>('[data-ledger]');
  const steps = [...root.querySelectorAll<HTMLElement>('[data-step]')];
  const rails = [...root.querySelectorAll<HTMLElement>('[data-rail]')];
  return figure && cover && ledger ? { root, figure, cover, ledger, rails, steps } : null;
}

function mapsOf(steps: readonly HTMLElement[]): readonly SVGSVGElement[] {
  return steps.flatMap((step) => step.querySelector<SVGSVGElement>('[data-map]') ?? []);
}

/** Shows a state in all parts at once; the same state again changes nothing. */
function createShow(
  { root, cover, steps }: Parts,
  view: {
    readonly graphic: Graphic;
    readonly ledger: Ledger;
    readonly navigation: Navigation;
    readonly address: Address;
  },
  giveUp: (error: unknown) => void,
): (state: ScrollState) => void {
  const still = matchMedia(LESS_MOTION);
  let shown: string | null = null;
  let cancelRest = (): void => undefined;
  return (state) => {
    root.dataset.phase = state.phase;
    view.address.follow(state);
    if (state.step === shown) return;
    const animate = shown !== null && !still.matches;
    shown = state.step;
    root.dataset.activeStep = state.step;
    const map = state.step ? steps[state.index]?.querySelector<SVGSVGElement>('[data-map]') : cover;
    if (!map) throw new Error(`startStory: step "${state.step}" has no map`);
    root.dataset.asOf = map.dataset.asOf ?? '';
    view.graphic.show(map, animate);
    // The map is what the reader looks at. What goes with it has frames of its own, so that on a slow phone
    // none has the work of all.
    const rest = [
      () => {
        view.navigation.follow(state);
      },
      () => {
        view.ledger.show(map, animate && !still.matches);
      },
    ];
    cancelRest();
    if (animate) cancelRest = inTurn(rest.map((work) => guard(work, giveUp)));
    else for (const work of rest) work();
  };
}

function guard<Arguments extends unknown[]>(
  work: (...given: Arguments) => void,
  giveUp: (error: unknown) => void,
): (...given: Arguments) => void {
  return (...given) => {
    try {
      work(...given);
    } catch (error) {
      giveUp(error);
    }
  };
}

/**
 * Ends what moves as soon as the reader asks for less motion. Listens to a query of its own: Chromium tells
 * no change of one whose `matches` was read since.
 */
function endMotion(root: HTMLElement, graphic: Graphic): { destroy(): void } {
  const still = matchMedia(LESS_MOTION);
  const end = ({ matches }: { readonly matches: boolean }): void => {
    if (!matches) return;
    graphic.refit();
    for (const moving of root.getAnimations({ subtree: true })) moving.finish();
  };
  still.addEventListener('change', end);
  return {
    destroy() {
      still.removeEventListener('change', end);
    },
  };
}

function watchSize(figure: HTMLElement, onSize: () => void): { destroy(): void } {
  const resized = new ResizeObserver(onSize);
  const stage = figure.querySelector('[data-stage]');
  for (const element of [figure, ...(stage ? [stage] : [])]) resized.observe(element);
  return {
    destroy() {
      resized.disconnect();
    },
  };
}

async function nextTask(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
}
