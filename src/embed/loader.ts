import styles from '../styles/loader.css?raw';
import { envelope, readMessage, type MessageType } from './protocol.ts';

/*
 * The story in somebody's page: turns `<nothing-ruled-out>`, or a `<div data-nothing-ruled-out>` for editors
 * who lose unknown tags, into captions over a map that stays. The text is the page's own and remains: it is
 * what is read where this script, the frame or the page's layout fails. No storage, no HTML from messages,
 * nothing of the page is changed but the element itself.
 */

const TAG = 'nothing-ruled-out';
/** Milliseconds without an answer of the map. */
const PATIENCE = 3500;
const FRAMES = new URL('../story/', (document.currentScript as HTMLScriptElement).src);

/** Brings an element to life and returns how to end that. */
function mount(element: HTMLElement): () => void {
  const abort = new AbortController();
  const { signal } = abort;
  const steps = [...element.querySelectorAll('ol>li')];
  const shadow = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  shadow.adoptedStyleSheets = [sheet];

  const make = <Name extends keyof HTMLElementTagNameMap>(name: Name, ...children: Node[]) => {
    const made = document.createElement(name);
    made.append(...children);
    return made;
  };
  const frame = make('iframe');
  const captions = steps.map((step) =>
    make('li', make('div', ...[...step.childNodes].map((node) => node.cloneNode(true)))),
  );
  const list = make('ol', ...captions);
  const instance = String(Math.random());
  const { theme = 'light' } = element.dataset;
  list.className = theme;
  frame.style.colorScheme = theme;
  frame.title = element.title || 'Map';
  shadow.replaceChildren(frame, list, make('slot'));

  /** The page's own text and pictures are shown again. */
  const end = (): void => {
    abort.abort();
    shadow.replaceChildren(make('slot'));
  };
  let isReady = false;
  let asking: ReturnType<typeof setInterval> | undefined;
  let patience: ReturnType<typeof setTimeout> | undefined;
  /** Nothing more is waited for. */
  const rest = (): void => {
    near.disconnect();
    clearInterval(asking);
    clearTimeout(patience);
  };
  let shown = -2;
  const tell = (type: MessageType, value = 0): void => {
    frame.contentWindow?.postMessage(envelope(instance, type, value), FRAMES.origin);
  };
  const follow = (): void => {
    const step = captions.findLastIndex(
      (caption) => caption.getBoundingClientRect().top <= innerHeight / 2,
    );
    if (step === shown || !isReady) return;
    shown = step;
    tell('step', step);
    element.dispatchEvent(new CustomEvent(`${TAG}:step`, { bubbles: true, detail: { step } }));
  };
  const begin = (): void => {
    const lid = stickyBreaker(element);
    const query = new URLSearchParams({ n: instance, host: origin, theme });
    Object.assign(frame, {
      referrerPolicy: 'no-referrer',
      sandbox: 'allow-scripts allow-same-origin allow-popups',
      src: new URL(`${lid ? '' : 'map/'}?${query.toString()}`, FRAMES),
    });
    if (lid) {
      // eslint-disable-next-line no-console -- the page's own developers must learn why
      console.info(`${TAG}: overflow`, lid);
      frame.style.cssText += 'position:static;height:720px';
      list.remove();
      return;
    }
    asking = setInterval(tell, 250, 'init');
    patience = setTimeout(end, PATIENCE);
    addEventListener(
      'message',
      ({ source, origin: from, data }) => {
        if (source !== frame.contentWindow || from !== FRAMES.origin) return;
        if (readMessage(data, instance)?.type !== 'ready' || isReady) return;
        isReady = true;
        rest();
        follow();
      },
      { signal },
    );
    for (const name of ['scroll', 'resize']) {
      addEventListener(name, follow, { capture: true, signal });
    }
  };
  const near = new IntersectionObserver(
    ([entry]) => {
      if (!entry?.isIntersecting) return;
      rest();
      begin();
    },
    { rootMargin: '100%' },
  );
  near.observe(element);
  signal.onabort = rest;
  return end;
}

/** The ancestor whose overflow would make the map stay within it rather than on the screen. */
function stickyBreaker(element: Element): Element | null {
  let each = element.parentElement;
  while (each && each !== document.body) {
    if (/hidden|auto|scroll/.test(getComputedStyle(each).overflow)) return each;
    each = each.parentElement;
  }
  return null;
}

/** Once the parser has reached the text. */
const whenRead = (work: () => void): void => {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', work);
  else work();
};

if (!customElements.get(TAG)) {
  customElements.define(
    TAG,
    class extends HTMLElement {
      end: (() => void) | undefined;
      connectedCallback(): void {
        whenRead(() => {
          if (this.isConnected) this.end ??= mount(this);
        });
      }
      disconnectedCallback(): void {
        this.end?.();
        this.end = undefined;
      }
    },
  );
}
whenRead(() => {
  for (const box of document.querySelectorAll<HTMLElement>(`div[data-${TAG}]`)) {
    if (box.querySelector(TAG)) continue;
    const element = document.createElement(TAG);
    element.title = box.title;
    Object.assign(element.dataset, box.dataset);
    element.append(...box.childNodes);
    box.append(element); // whose life ends with that of the box
  }
});
