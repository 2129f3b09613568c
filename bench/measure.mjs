// @ts-check
import { SLOW_4G, withPage } from './openPage.mjs';
import { crossSteps, readProbe, scrollThrough, scrubThrough } from './probe.mjs';
import { timeByKind } from './timeByKind.mjs';

/** Distance scrolled in a frame, in CSS pixels: at 60 Hz as fast as one reads who hurries. */
export const SCROLL_DISTANCE = 36;

/** Steps that are taken over the line in a run. */
const CROSSINGS = 6;

/** Days that the slider is dragged in a frame. */
export const SCRUB_DAYS = 4;

/** Frames are a little early or late: so much is allowed, in milliseconds. */
const TOLERANCE = 1;

/** @typedef {Readonly<Record<string, number | null>>} Figures numbers of one run, by name */

/**
 * Loads a page over the slow network: bytes by kind, paints, shifts, long tasks.
 * @param {string} address
 * @param {string} device
 * @returns {Promise<Figures>}
 */
export function measureLoad(address, device) {
  return withPage(address, { device, network: SLOW_4G }, async ({ page, requests }) => {
    const { longTasks, ...probe } = await page.evaluate(readProbe);
    const paint = probe.firstPaint ?? 0;
    const late = longTasks.filter(({ end }) => end > paint).map(({ start, end }) => end - start);
    return {
      ...(await weigh(requests, new URL(address).host)),
      firstPaint: probe.firstPaint,
      largestPaint: probe.largestPaint,
      drawing: probe.drawing,
      shift: probe.shift,
      longestTask: Math.max(0, ...late),
      blocking: late.reduce((sum, duration) => sum + Math.max(0, duration - 50), 0),
    };
  });
}

/**
 * @param {import('./openPage.mjs').OpenPage['requests']} all
 * @param {string} host
 */
async function weigh(all, host) {
  const requests = all.filter((request) => request.url().startsWith('http'));
  const weights = { document: 0, script: 0, stylesheet: 0, font: 0, other: 0 };
  for (const request of requests) {
    const type = request.resourceType();
    const kind = type in weights ? /** @type {keyof typeof weights} */ (type) : 'other';
    const status = (await request.response())?.status() ?? 0;
    if (status >= 400) throw new Error(`${request.url()} is missing (${status})`);
    const sizes = request.failure() ? undefined : await request.sizes();
    weights[kind] += (sizes?.responseBodySize ?? 0) + (sizes?.responseHeadersSize ?? 0);
  }
  const { document, script, stylesheet, other } = weights;
  return {
    ...weights,
    requests: requests.length,
    offHost: requests.filter((request) => new URL(request.url()).host !== host).length,
    withoutFonts: document + script + stylesheet + other,
  };
}

/**
 * Scrolls through a page: processor time, layouts, frames that took too long, shifts.
 * @param {string} address
 * @param {string} device
 * @param {number} distance CSS pixels a frame
 * @returns {Promise<Figures>}
 */
export function measureScroll(address, device, distance) {
  return withPage(address, { device }, async ({ page, protocol }) => {
    const probeBefore = await page.evaluate(readProbe);
    const before = await metricsOf(protocol);
    const { intervals, until } = await page.evaluate(scrollThrough, distance);
    const after = await metricsOf(protocol);
    const probe = await page.evaluate(readProbe);
    const spent = (/** @type {string} */ name) => (after.get(name) ?? 0) - (before.get(name) ?? 0);
    const over = (/** @type {number} */ limit) =>
      intervals.filter((interval) => interval > limit + TOLERANCE).length;
    const since = probe.longTasks.slice(probeBefore.longTasks.length);
    const tasks = since.filter(({ end }) => end <= until);
    return {
      frames: intervals.length,
      mainThread: (spent('TaskDuration') * 1000) / intervals.length,
      missed: over(16.7),
      stalled: over(33.3),
      layouts: spent('LayoutCount'),
      scrollShift: probe.shift - probeBefore.shift,
      scrollTask: Math.max(0, ...tasks.map(({ start, end }) => end - start)),
    };
  });
}

/**
 * Drags the slider of the explored map through all its days: what a frame costs.
 * @param {string} address
 * @param {string} device
 * @returns {Promise<Figures>} milliseconds of processor time a frame
 */
export function measureScrub(address, device) {
  return withPage(address, { device }, async ({ page, protocol }) => {
    const before = await metricsOf(protocol);
    const frames = await page.evaluate(scrubThrough, SCRUB_DAYS);
    const after = await metricsOf(protocol);
    const spent = (/** @type {string} */ name) =>
      (((after.get(name) ?? 0) - (before.get(name) ?? 0)) * 1000) / frames;
    return { days: frames, scrubScript: spent('ScriptDuration'), scrub: spent('TaskDuration') };
  });
}

/** @param {import('./openPage.mjs').OpenPage['protocol']} protocol */
async function metricsOf(protocol) {
  const { metrics } = await protocol.send('Performance.getMetrics');
  return new Map(metrics.map(({ name, value }) => [name, value]));
}

/**
 * Crosses steps: from the crossing to the first change of the stage, the frame after it, the last.
 * @param {string} address
 * @param {string} device
 * @returns {Promise<Figures>} medians over the steps, and how many of them changed anything
 */
export function measureSteps(address, device) {
  return withPage(address, { device }, async ({ page }) => {
    const crossings = await page.evaluate(crossSteps, CROSSINGS);
    return {
      crossings: crossings.length,
      firstChange: median(crossings.map(({ first }) => first)),
      frameAfter: median(crossings.map(({ frame }) => frame)),
      settled: median(crossings.map(({ settled }) => settled)),
    };
  });
}

/**
 * Scrolls through a page under a trace, which costs time itself: where the main thread's time goes.
 * @param {string} address
 * @param {string} device
 * @param {number} distance CSS pixels a frame
 * @returns {Promise<Figures>} milliseconds of processor time a frame, by kind of work
 */
export function measureKinds(address, device, distance) {
  return withPage(address, { device }, async ({ page }) => {
    const browser = page.context().browser();
    await browser?.startTracing(page, {
      categories: ['-*', 'devtools.timeline', 'v8', 'blink.user_timing'],
    });
    const { intervals } = await page.evaluate(scrollThrough, distance);
    const trace = await browser?.stopTracing();
    return timeByKind(JSON.parse(String(trace)).traceEvents, intervals.length);
  });
}

/**
 * @param {readonly number[]} numbers
 * @returns {number | null} null of none
 */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
