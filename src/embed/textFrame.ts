import { instance } from './frameOptions.ts';
import { envelope, readMessage, type MessageType } from './protocol.ts';

/** The map must answer within this time, in milliseconds. */
const PATIENCE = 2500;
/** Out of sight for this long while the text is read means that something keeps the map from staying. */
const LOST = 300;
/** A step with less height than this, in pixels, has no room over a map. */
const LEAST_STEP = 320;
const THRESHOLDS = Array.from({ length: 51 }, (_, index) => index / 50);

/**
 * The tall frame with the text. What the intersection observer says of its sections is what the reader sees
 * of them, however the page around it scrolls; the middle of that decides the step, and the map's frame
 * beside it is told. Where the map does not answer or does not stay, each step shows its own.
 */
function startTextFrame(root: HTMLElement): void {
  const { dataset } = root;
  const steps = [...root.querySelectorAll<HTMLElement>('[data-step]')];
  const rects = new Map<Element, DOMRectReadOnly>();
  let map: Window | null = null;
  let step = -1;
  let seen = 1;

  const tell = (to: Window, type: MessageType, value = 0): void => {
    to.postMessage(envelope(instance, type, value), origin === 'null' ? '*' : origin);
  };
  const ask = (): void => {
    for (let index = parent.length; index-- > 0;) {
      const frame = parent[index];
      if (frame && frame !== self) tell(frame, 'init');
    }
  };
  /** Inline, each step shows a map of its own. */
  const settle = (isDriven: boolean): void => {
    dataset.mode = isDriven && innerHeight >= steps.length * LEAST_STEP ? 'driven' : 'inline';
  };

  const asking = setInterval(ask, 250);
  const watch = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, intersectionRect } of entries) {
        if (isIntersecting) rects.set(target, intersectionRect);
        else rects.delete(target);
      }
      let [first, last] = [Infinity, -Infinity];
      for (const { top, bottom } of rects.values()) {
        first = Math.min(first, top);
        last = Math.max(last, bottom);
      }
      const middle = (first + last) / 2;
      const next = steps.findLastIndex((each) => each.offsetTop <= middle);
      if (!rects.size || next === step) return;
      step = next;
      if (map) tell(map, 'step', step);
    },
    { threshold: THRESHOLDS },
  );
  for (const section of root.querySelectorAll('.flow > section')) watch.observe(section);

  addEventListener('message', ({ source, origin: from, data }) => {
    const frame = source as Window;
    const isBeside = frame !== self && frame !== parent && frame.parent === parent;
    if (!isBeside || from !== origin || (map && frame !== map)) return;
    const message = readMessage(data, instance);
    if (message?.type === 'ready') {
      map = frame;
      clearInterval(asking);
      settle(true);
      tell(map, 'step', step);
    }
    if (message?.type === 'seen') {
      seen = message.value;
      setTimeout(() => {
        settle(seen > 0 || !rects.size);
      }, LOST);
    }
  });

  dataset.mode = 'waiting';
  setTimeout(() => {
    settle(!!map);
  }, PATIENCE);
}

const root = document.querySelector<HTMLElement>('[data-story]');
if (root) startTextFrame(root);
