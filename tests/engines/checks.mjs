// @ts-check
/**
 * What embeds must do in every engine, said once for all of them: the stepper goes on and back, the duo and
 * the loader reach every step, and each finds another way where a map cannot stay.
 */
import { setTimeout as wait } from 'node:timers/promises';
import {
  duoCode,
  hostPage,
  loaderScript,
  NAME,
  stepperCode,
  storyText,
} from '../browser/hosts/hostPages.mjs';

/**
 * @typedef {object} Part a frame of a host's page
 * @property {string} element expression for the frame's element, in the host
 * @property {string} path what its address contains
 */

/**
 * @typedef {object} Engine a browser with one window
 * @property {string} version
 * @property {(url: string) => Promise<void>} open
 * @property {(expression: string, part?: Part) => Promise<unknown>} read value of an expression in the
 *   host's page, or in a frame of it; undefined while the frame is not there
 * @property {() => Promise<void>} close
 */

/**
 * @typedef {object} Place
 * @property {Engine} engine
 * @property {string} site address of our site, with its last slash
 * @property {(html: string) => string} publish a page of another origin; returns its address
 * @property {readonly string[]} titles of the steps
 */

/** @type {Readonly<Record<'map' | 'text' | 'stepper' | 'loaderFrame', Part>>} */
const PARTS = {
  map: { element: "document.querySelector('[data-part=map]')", path: '/story/map/' },
  text: { element: "document.querySelector('[data-part=text]')", path: '/story/text/' },
  stepper: { element: "document.querySelector('main iframe')", path: '/embed/story/' },
  loaderFrame: {
    element: `document.querySelector('${NAME}')?.shadowRoot?.querySelector('iframe')`,
    path: '/embed/story/',
  },
};

/** The number of the step that a frame shows. */
const SHOWN = `(() => {
  const story = document.querySelector('[data-story][data-enhanced], [data-story][data-mode]');
  if (!story) return null;
  const steps = [...document.querySelectorAll('[data-step]')];
  return steps.findIndex((step) => step.dataset.step === story.dataset.activeStep);
})()`;
const MODE = "document.querySelector('[data-story]')?.dataset.mode";

/** Milliseconds that anything may take on a busy machine. */
const PATIENCE = 15_000;

/**
 * Waits until a value is the wanted one.
 * @param {() => Promise<unknown>} read
 * @param {unknown} wanted
 * @param {string} what for the message
 */
async function becomes(read, wanted, what) {
  const end = Date.now() + PATIENCE;
  for (let value = await read(); value !== wanted; value = await read()) {
    if (Date.now() > end) {
      throw new Error(`${what}: expected ${String(wanted)}, found ${String(value)}`);
    }
    await wait(30);
  }
}

/** Scrolls the middle of a part of the duo to the middle of the window. @param {number} part @param {number} parts */
const toPart = (part, parts) => `(() => {
  const { top, height } = document.querySelector('[data-duo]').getBoundingClientRect();
  scrollBy(0, top + height * ${(part + 0.5) / parts} - innerHeight / 2);
})()`;

/** @param {number} step */
const toCaption = (step) => `(() => {
  const { shadowRoot } = document.querySelector('${NAME}');
  const caption = shadowRoot.querySelectorAll('ol > li')[${step}];
  scrollBy(0, caption.getBoundingClientRect().top - innerHeight / 2 + 20);
})()`;

/** @param {Place} place @param {string | null} sandbox */
async function duoReachesAll({ engine, site, publish, titles }, sandbox) {
  const steps = titles.length;
  await engine.open(publish(hostPage(duoCode(site, { steps, sandbox }))));
  await becomes(() => engine.read(MODE, PARTS.text), 'driven', 'mode of the text');
  for (const step of [...titles.keys(), ...[...titles.keys()].reverse()]) {
    await engine.read(toPart(step + 1, steps + 1));
    await becomes(() => engine.read(SHOWN, PARTS.map), step, 'step of the map');
    const top = await engine.read(`${PARTS.map.element}.getBoundingClientRect().top`);
    if (top !== 0) throw new Error(`at step ${step} the map is at ${String(top)}, not at the top`);
  }
}

/** Every check by the sentence that it proves. @type {Readonly<Record<string, (place: Place) => Promise<void>>>} */
export const CHECKS = {
  'the stepper goes on and back': async ({ engine, site, publish, titles }) => {
    await engine.open(publish(hostPage(stepperCode(site))));
    const press = (/** @type {number} */ by) =>
      engine.read(`document.querySelector('[data-go="${by}"]').click()`, PARTS.stepper);
    const shown = () => engine.read(SHOWN, PARTS.stepper);
    await becomes(shown, -1, 'first screen');
    for (const step of titles.keys()) {
      await press(1);
      await becomes(shown, step, 'step');
    }
    await press(-1);
    await becomes(shown, titles.length - 2, 'step before the last');
    const counter = await engine.read(
      "document.querySelector('[data-counter]').textContent",
      PARTS.stepper,
    );
    if (!String(counter).startsWith(`Step ${titles.length - 1} of ${titles.length}`)) {
      throw new Error(`the counter says "${String(counter)}"`);
    }
  },

  'the duo reaches every step, forwards and backwards, its map at the top': (place) =>
    duoReachesAll(place, 'allow-scripts allow-same-origin'),

  'so it does with sandbox="allow-scripts" alone': (place) => duoReachesAll(place, 'allow-scripts'),

  'the loader reaches every step': async ({ engine, site, publish, titles }) => {
    await engine.open(publish(hostPage(`${storyText(site, titles)}${loaderScript(site)}`)));
    await becomes(
      () => engine.read(`!!document.querySelector('${NAME}')?.shadowRoot`),
      true,
      'the element is upgraded',
    );
    await engine.read(toCaption(0));
    for (const step of titles.keys()) {
      await engine.read(toCaption(step));
      await becomes(() => engine.read(SHOWN, PARTS.loaderFrame), step, 'step of the map');
    }
    const top = await engine.read(`${PARTS.loaderFrame.element}.getBoundingClientRect().top`);
    if (top !== 0) throw new Error(`the map is at ${String(top)}, not at the top`);
  },

  'inside an overflow the duo’s text shows maps of its own': async ({
    engine,
    site,
    publish,
    titles,
  }) => {
    const steps = titles.length;
    const duo = `<div style="overflow:hidden">${duoCode(site, { steps })}</div>`;
    await engine.open(publish(hostPage(duo)));
    await engine.read(toPart(4, steps + 1));
    await becomes(() => engine.read(MODE, PARTS.text), 'inline', 'mode of the text');
  },

  'inside an overflow the loader is the stepper': async ({ engine, site, publish, titles }) => {
    const story = `<div style="overflow:auto">${storyText(site, titles)}</div>`;
    await engine.open(publish(hostPage(`${story}${loaderScript(site)}`)));
    await engine.read(`document.querySelector('${NAME}').scrollIntoView()`);
    await becomes(() => engine.read(SHOWN, PARTS.loaderFrame), -1, 'first screen');
    await engine.read('document.querySelector(\'[data-go="1"]\').click()', PARTS.loaderFrame);
    await becomes(() => engine.read(SHOWN, PARTS.loaderFrame), 0, 'step');
  },
};
