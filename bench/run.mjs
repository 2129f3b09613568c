// @ts-check
/**
 * `npm run bench`: the story's page against a plain D3 tutorial page, in one run. Prints a table and
 * writes docs/performance.md. Options: --desktop, --runs N, --only load,scroll,steps,trace,scrub,
 * --story FOLDER (of a finished site, dist/ where left out), --distance PX (scrolled a frame); with one of
 * the last two the document is left alone.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBrowser } from '../scripts/browser.mjs';
import { prepare, report, root, SetupError } from '../scripts/setup.mjs';
import {
  measureKinds,
  measureLoad,
  measureScroll,
  measureScrub,
  measureSteps,
  SCROLL_DISTANCE,
} from './measure.mjs';
import { withPage } from './openPage.mjs';
import { readProbe } from './probe.mjs';
import { describeConditions, writeReport } from './report.mjs';
import { servePages } from './servePages.mjs';
import { PARTS, renderTable } from './table.mjs';

/** @typedef {import('./measure.mjs').Figures} Figures */
/** @typedef {keyof typeof PARTS} Part */

const MEASURES = {
  load: measureLoad,
  scroll: measureScroll,
  trace: measureKinds,
  steps: measureSteps,
  scrub: measureScrub,
};

/**
 * The pages that a part measures. An empty page has nothing to load and no steps; the tutorial's has no
 * date to drag.
 * @param {Part} part
 * @param {Awaited<ReturnType<typeof servePages>>} pages
 * @param {number} height of the story's page, in CSS pixels
 * @returns {Readonly<Record<string, string>>} addresses by the names of their columns
 */
function pagesOf(part, { story, yardstick, empty, explored, date }, height) {
  if (part === 'scrub') return { story: explored, yardstick: date };
  const isScrolled = part === 'scroll' || part === 'trace';
  return { story, yardstick, ...(isScrolled ? { empty: empty(height) } : {}) };
}

try {
  await bench(readOptions());
} catch (error) {
  report(error);
}

/** @param {ReturnType<typeof readOptions>} options */
async function bench({ device, runs, parts, story, distance }) {
  const toolchain = await prepare();
  process.env.CHROME_PATH = await ensureBrowser(toolchain);
  const pages = await servePages(toolchain, story ?? join(root, 'dist'));
  try {
    const { height, browser } = await lookAt(pages.story, device);
    const conditions = describeConditions(runs, browser);
    console.log(`\n${conditions}`);
    /** @type {Partial<Record<Part, string>>} */
    const tables = {};
    for (const part of parts) {
      const addresses = pagesOf(part, pages, height);
      const results = await measurePart(part, addresses, device, runs, distance);
      tables[part] = renderTable(PARTS[part].rows, results);
      console.log(`\n${PARTS[part].title} (${device})\n\n${tables[part]}`);
    }
    if (!story && distance === SCROLL_DISTANCE) await writeReport(device, tables, conditions);
  } finally {
    await pages.close();
  }
}

/**
 * @param {string} address
 * @param {string} device
 */
function lookAt(address, device) {
  return withPage(address, { device }, async ({ page, browser }) => {
    const { height } = await page.evaluate(readProbe);
    return { height, browser };
  });
}

/**
 * Measures all pages in turn, the other way round in every second run.
 * @param {Part} part
 * @param {Readonly<Record<string, string>>} addresses by page
 * @param {string} device
 * @param {number} runs
 * @param {number} distance CSS pixels that a scroll takes a frame
 * @returns {Promise<Record<string, Figures[]>>} figures of every run by page
 */
async function measurePart(part, addresses, device, runs, distance) {
  const pages = Object.entries(addresses);
  /** @type {Record<string, Figures[]>} */
  const results = Object.fromEntries(pages.map(([name]) => [name, []]));
  for (let run = 0; run < runs; run += 1) {
    for (const [name, address] of run % 2 === 0 ? pages : pages.toReversed()) {
      results[name]?.push(await MEASURES[part](address, device, distance));
    }
  }
  return withoutMeasuring(results);
}

/**
 * Adds what a page takes beyond the empty one of the same run.
 * @param {Record<string, Figures[]>} results
 */
function withoutMeasuring(results) {
  const beyond = (/** @type {Figures} */ figures, /** @type {number} */ run) => {
    const empty = results.empty?.[run];
    const more = (/** @type {string} */ key) =>
      Math.max(0, (figures[key] ?? 0) - (empty?.[key] ?? 0));
    return { ...figures, mainThreadNet: more('mainThread'), stalledNet: more('stalled') };
  };
  const entries = Object.entries(results).map(([name, runs]) => [name, runs.map(beyond)]);
  return Object.fromEntries(entries);
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        desktop: { type: 'boolean', default: false },
        runs: { type: 'string', default: '5' },
        only: { type: 'string', default: Object.keys(PARTS).join() },
        story: { type: 'string' },
        distance: { type: 'string', default: String(SCROLL_DISTANCE) },
      },
    });
    const device = /** @type {'phone' | 'desktop'} */ (values.desktop ? 'desktop' : 'phone');
    const runs = Number(values.runs);
    if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs needs a number of 1 or more');
    const distance = Number(values.distance);
    if (!(distance > 0)) throw new Error('--distance needs a number of pixels above 0');
    const unknown = values.only.split(',').find((name) => !(name in PARTS));
    if (unknown !== undefined) {
      throw new Error(`"${unknown}" is none of ${Object.keys(PARTS).join(', ')}`);
    }
    const parts = /** @type {Part[]} */ (values.only.split(','));
    return { device, runs, parts, story: values.story, distance };
  } catch (error) {
    throw new SetupError(error instanceof Error ? error.message : String(error));
  }
}
