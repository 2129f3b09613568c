import { createGraphic, type Graphic } from '../client/createGraphic.ts';
import { announceHeight, wordPressSecret } from './announce.ts';
import { given, instance } from './frameOptions.ts';
import { envelope, readMessage } from './protocol.ts';

/** A finger that moves less than this, in pixels, has not swiped. */
const SWIPE = 40;

interface Parts {
  readonly root: HTMLElement;
  readonly figure: HTMLElement;
  readonly cover: SVGSVGElement;
  /** The first screen and the steps, in order. */
  readonly screens: readonly HTMLElement[];
}

/** The story in one frame, a step at a time: buttons, dots, arrow keys, swipes. */
function startStepper(parts: Parts): void {
  const { root, figure, cover, screens } = parts;
  const maps = screens.flatMap((screen) => screen.querySelector<SVGSVGElement>('[data-map]') ?? []);
  const giveUp = (error: unknown): void => {
    root.removeAttribute('data-enhanced');
    reportError(error);
  };
  const graphic = createGraphic(root, figure, cover, maps.slice(1), giveUp);
  const show = createShow(parts, maps, graphic);
  root.dataset.enhanced = '';
  graphic.mount();
  show(firstScreen(parts), false);
  addControls(parts, show);
  new ResizeObserver(() => {
    graphic.refit();
    announceHeight(wantedHeight(root));
  }).observe(figure);
}

type Show = (screen: number, isAsked: boolean) => void;

function createShow(
  { root, screens }: Parts,
  maps: readonly SVGSVGElement[],
  graphic: Graphic,
): Show {
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const counter = root.querySelector('[data-counter]');
  const dots = [...root.querySelectorAll('[data-to]')];
  const buttons = [...root.querySelectorAll<HTMLElement>('[data-go]')];
  return (screen, isAsked) => {
    const [shown, map] = [screens[screen], maps[screen]];
    if (!shown || !map) return;
    for (const each of screens) each.toggleAttribute('data-active', each === shown);
    root.dataset.activeStep = shown.dataset.step ?? '';
    root.dataset.screen = String(screen);
    graphic.show(map, isAsked && !still.matches);
    root.querySelector('.flow')?.scrollTo({ top: 0, behavior: 'instant' });
    dots.forEach((dot, index) => {
      if (index + 1 === screen) dot.setAttribute('aria-current', 'step');
      else dot.removeAttribute('aria-current');
    });
    for (const button of buttons) {
      const isEnd = !screens[screen + Number(button.dataset.go)];
      button.setAttribute('aria-disabled', String(isEnd)); // a disabled button would lose the focus
    }
    if (counter) counter.textContent = counterText(shown, screen, screens.length - 1);
    if (parent !== self) parent.postMessage(envelope(instance, 'step', screen - 1), '*');
  };
}

function counterText(shown: HTMLElement, screen: number, steps: number): string {
  const title = shown.querySelector('h1, h2')?.textContent ?? '';
  return screen === 0
    ? `${String(steps)} steps`
    : `Step ${String(screen)} of ${String(steps)}: ${title}`;
}

function addControls({ root, screens }: Parts, show: Show): void {
  const go = (by: number): void => {
    const next = Number(root.dataset.screen) + by;
    if (screens[next]) show(next, true);
  };
  for (const button of root.querySelectorAll<HTMLElement>('[data-go]')) {
    button.addEventListener('click', () => {
      go(Number(button.dataset.go));
    });
  }
  root.querySelectorAll('[data-to]').forEach((dot, index) => {
    dot.addEventListener('click', () => {
      show(index + 1, true);
    });
  });
  addEventListener('keydown', ({ key, altKey, ctrlKey, metaKey, shiftKey }) => {
    if (altKey || ctrlKey || metaKey || shiftKey) return;
    if (key === 'ArrowRight') go(1);
    if (key === 'ArrowLeft') go(-1);
  });
  let from: readonly [number, number] | null = null;
  root.addEventListener('pointerdown', ({ pointerType, clientX, clientY }) => {
    from = pointerType === 'mouse' ? null : [clientX, clientY];
  });
  root.addEventListener('pointerup', ({ clientX, clientY }) => {
    if (!from) return;
    const [dx, dy] = [clientX - from[0], clientY - from[1]];
    from = null;
    if (Math.abs(dx) > SWIPE && Math.abs(dx) > 2 * Math.abs(dy)) go(dx < 0 ? 1 : -1);
  });
  addEventListener('message', ({ source, origin, data }) => {
    if (source !== parent || parent === self || origin !== given.get('host')) return;
    const message = readMessage(data, instance);
    if (message?.type === 'step') show(message.value + 1, true);
  });
  root.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest('a') : null;
    const secret = wordPressSecret();
    if (link && secret) parent.postMessage({ message: 'link', value: link.href, secret }, '*');
  });
}

/** The screen that the address asks for: `?step=` or `#` with a step's id, or `?step=` with its number. */
function firstScreen({ screens }: Parts): number {
  const wanted = given.get('step') ?? location.hash.slice(1);
  const byId = screens.findIndex(({ dataset }) => dataset.step === wanted && wanted !== '');
  const number = /^\d{1,2}$/.test(wanted) ? Number(wanted) : 0;
  return byId >= 0 ? byId : screens[number] ? number : 0;
}

/** High enough that no card has to be scrolled, within what is sensible. */
function wantedHeight(root: HTMLElement): number {
  const flow = root.querySelector('.flow');
  const missing = flow ? flow.scrollHeight - flow.clientHeight : 0;
  return Math.min(1000, Math.max(480, Math.ceil(innerHeight + missing)));
}

const root = document.querySelector<HTMLElement>('[data-story]');
const figure = root?.querySelector<HTMLElement>('[data-graphic]');
const cover = root?.querySelector<SVGSVGElement>('[data-cover] [data-map]');
if (root && figure && cover) {
  const screens = [...root.querySelectorAll<HTMLElement>('[data-cover], [data-step]')];
  startStepper({ root, figure, cover, screens });
}
