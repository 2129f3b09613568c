// @ts-check
/** What runs inside a measured page. Each function is sent there as text, so it stands by itself. */

/**
 * @typedef {object} Probe what a page has noted of itself; times in milliseconds since navigation
 * @property {number} largestPaint
 * @property {number} shift sum of all layout shifts without input
 * @property {number | null} drawing first frame with a drawing on the screen
 * @property {{ start: number, end: number }[]} longTasks tasks of 50 ms and more
 */

/** Installs the probe before anything of the page runs. */
export function installProbe() {
  /** @type {Probe} */
  const probe = { largestPaint: 0, shift: 0, drawing: null, longTasks: [] };
  Object.assign(window, { benchProbe: probe });

  /**
   * @param {string} type
   * @param {(entry: PerformanceEntry) => void} note
   */
  function observe(type, note) {
    const observer = new PerformanceObserver((list) => {
      list.getEntries().forEach(note);
    });
    observer.observe({ type, buffered: true });
  }
  observe('largest-contentful-paint', ({ startTime }) => (probe.largestPaint = startTime));
  observe('longtask', ({ startTime, duration }) => {
    probe.longTasks.push({ start: startTime, end: startTime + duration });
  });
  observe('layout-shift', (entry) => {
    const shift = /** @type {PerformanceEntry & { value: number, hadRecentInput: boolean }} */ (
      entry
    );
    if (!shift.hadRecentInput) probe.shift += shift.value;
  });

  // A drawing is never a "largest contentful paint", which counts text and pictures alone.
  const enough = 20;
  const shapes = 'svg :is(path, circle, rect, use):not(defs *)';
  const isOnScreen = (/** @type {Element} */ shape) => {
    const { width, height, top, bottom } = shape.getBoundingClientRect();
    return width + height > 0 && bottom > 0 && top < innerHeight;
  };
  requestAnimationFrame(function look(now) {
    const found = [...document.querySelectorAll(shapes)];
    if (found.length >= enough && found.filter(isOnScreen).length >= enough) probe.drawing = now;
    else if (now < 30_000) requestAnimationFrame(look);
  });
}

/** Reads the probe once the page is loaded and at rest. */
export function readProbe() {
  const { benchProbe } = /** @type {{ benchProbe: Probe }} */ (/** @type {unknown} */ (window));
  const [firstPaint] = performance.getEntriesByName('first-contentful-paint');
  return {
    ...benchProbe,
    firstPaint: firstPaint?.startTime ?? null,
    height: document.documentElement.scrollHeight,
  };
}

/**
 * Scrolls the whole document, a fixed distance an animation frame, and lets it answer the last of them.
 * @param {number} distance CSS pixels
 * @returns {Promise<{ intervals: number[], until: number }>} milliseconds from each frame to the next, and
 *   the time of its end: a task that runs later hands this result over
 */
export async function scrollThrough(distance) {
  const frame = () => new Promise(requestAnimationFrame);
  const end = document.documentElement.scrollHeight - innerHeight;
  const intervals = [];
  performance.mark('bench-scroll-start');
  let last = await frame();
  for (let top = 0; top < end; top += distance) {
    scrollTo({ top, behavior: 'instant' });
    const now = await frame();
    intervals.push(now - last);
    last = now;
  }
  performance.mark('bench-scroll-end');
  await new Promise((done) => setTimeout(done, 100));
  return { intervals, until: performance.now() };
}

/**
 * Takes the second step and those after it over the trigger line, one at a time and in one frame.
 * @param {number} count how many steps
 * @returns {Promise<{ first: number, frame: number, settled: number }[]>} for each step that changed
 *   the stage, milliseconds from its crossing to the first change, to the next frame, to the last change
 */
export async function crossSteps(count) {
  const frame = () => new Promise(requestAnimationFrame);
  const pause = (/** @type {number} */ ms) => new Promise((done) => setTimeout(done, ms));
  const jump = 16;
  const root = document.querySelector('[data-story]') ?? document.documentElement;
  const stage = document.querySelector('[data-graphic]') ?? document.documentElement;
  const share = Number.parseFloat(getComputedStyle(root).getPropertyValue('--line'));
  const line = (share || 0.5) * innerHeight;
  const isMoving = () =>
    stage.getAnimations({ subtree: true }).some(({ playState }) => playState === 'running');

  /** @param {Element} step */
  async function cross(step) {
    const toLine = step.getBoundingClientRect().top - line;
    scrollBy({ top: toLine - jump / 2, behavior: 'instant' });
    await pause(1200);
    while (isMoving()) await frame();
    await frame();
    const began = performance.now();
    let [first, next, settled] = [0, 0, 0];
    const note = () => {
      settled = performance.now() - began;
      first ||= settled;
    };
    const changes = new MutationObserver(note);
    changes.observe(stage, {
      attributes: true,
      childList: true,
      characterData: true,
      subtree: true,
    });
    scrollBy({ top: jump, behavior: 'instant' });
    for (let now = 0; now < (first ? settled + 250 : 800); now = performance.now() - began) {
      await frame();
      if (isMoving()) note();
      if (first) next ||= performance.now() - began;
    }
    changes.disconnect();
    return { first, frame: next, settled };
  }

  const crossings = [];
  for (const step of [...document.querySelectorAll('[data-step]')].slice(1, count + 1)) {
    crossings.push(await cross(step));
  }
  return crossings.filter(({ first }) => first > 0);
}

/**
 * Drags the page's slider from its start to its end, some days an animation frame.
 * @param {number} days
 * @returns {Promise<number>} frames that it took
 */
export async function scrubThrough(days) {
  const slider = /** @type {HTMLInputElement} */ (document.querySelector('input[type="range"]'));
  slider.dispatchEvent(new PointerEvent('pointerdown'));
  let frames = 0;
  for (let day = 0; day < Number(slider.max); day += days) {
    slider.value = String(day);
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise(requestAnimationFrame);
    frames += 1;
  }
  return frames;
}
