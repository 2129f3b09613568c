// @ts-check
import { median } from './measure.mjs';

/**
 * @typedef {object} Row a figure of the report
 * @property {string} key its name among the figures
 * @property {string} label
 * @property {number} [per] what it is divided by to be shown, 1 where left out
 * @property {number} [digits] decimals shown
 * @property {number} [ratio] the most it may be of the yardstick's
 * @property {number} [limit] the most it may be by itself, as shown
 */

/** @typedef {Readonly<Record<string, readonly import('./measure.mjs').Figures[]>>} Runs by page */

/** What is measured, by part: its title, its rows and the pages beside the story's and the yardstick's. */
export const PARTS = {
  load: {
    title: 'Loading',
    rows: /** @type {readonly Row[]} */ ([
      { key: 'requests', label: 'requests', limit: 8 },
      { key: 'offHost', label: 'requests to other hosts', limit: 0 },
      { key: 'withoutFonts', label: 'all without fonts, kB', per: 1000, digits: 1, ratio: 0.75 },
      { key: 'document', label: 'HTML, kB', per: 1000, digits: 1 },
      { key: 'script', label: 'JavaScript, kB', per: 1000, digits: 1 },
      { key: 'stylesheet', label: 'CSS files, kB', per: 1000, digits: 1 },
      { key: 'other', label: 'data and other, kB', per: 1000, digits: 1 },
      { key: 'font', label: 'fonts, kB', per: 1000, digits: 1 },
      { key: 'firstPaint', label: 'first contentful paint, ms' },
      { key: 'largestPaint', label: 'largest contentful paint, ms' },
      { key: 'drawing', label: 'drawing there, ms', ratio: 0.33 },
      { key: 'shift', label: 'layout shift', digits: 4, limit: 0.001 },
      {
        key: 'longestTask',
        label: 'longest task after first paint, ms (0: none of 50)',
        limit: 50,
      },
      { key: 'blocking', label: 'total blocking time, ms' },
    ]),
  },
  scroll: {
    title: 'Scrolling through the whole page',
    rows: /** @type {readonly Row[]} */ ([
      { key: 'frames', label: 'frames' },
      { key: 'mainThread', label: 'main thread, ms CPU a frame', digits: 2 },
      { key: 'mainThreadNet', label: '… less the empty page', digits: 2, ratio: 0.4 },
      { key: 'missed', label: 'frames over 16.7 ms' },
      { key: 'stalled', label: 'frames over 33 ms' },
      { key: 'stalledNet', label: '… that the empty page does not have', limit: 0 },
      { key: 'scrollTask', label: 'longest task, ms (0: none of 50)', limit: 50 },
      { key: 'layouts', label: 'layouts' },
      { key: 'scrollShift', label: 'layout shift', digits: 4, limit: 0.001 },
    ]),
  },
  trace: {
    title: 'Where the main thread’s time goes while scrolling, ms CPU a frame, under a trace',
    rows: /** @type {readonly Row[]} */ ([
      { key: 'script', label: 'script', digits: 2 },
      { key: 'style', label: 'style', digits: 2 },
      { key: 'layout', label: 'layout', digits: 2 },
      { key: 'paint', label: 'paint', digits: 2 },
      { key: 'otherWork', label: 'other', digits: 2 },
    ]),
  },
  steps: {
    title: 'From a step’s crossing to the picture',
    rows: /** @type {readonly Row[]} */ ([
      { key: 'crossings', label: 'steps that changed the picture' },
      { key: 'firstChange', label: 'first change, ms', digits: 1, ratio: 0.6 },
      { key: 'frameAfter', label: 'frame after it, ms', digits: 1 },
      { key: 'settled', label: 'settled, ms' },
    ]),
  },
  scrub: {
    title: 'Dragging the date of the explored map',
    rows: /** @type {readonly Row[]} */ ([
      { key: 'days', label: 'frames' },
      { key: 'scrubScript', label: 'script, ms CPU a frame', digits: 2, limit: 4 },
      { key: 'scrub', label: 'main thread, ms CPU a frame', digits: 2 },
    ]),
  },
};

/**
 * A Markdown table of one part: every page's median (and range), the ratio and the target.
 * @param {readonly Row[]} rows
 * @param {Runs} runs
 * @returns {string}
 */
export function renderTable(rows, runs) {
  const names = Object.keys(runs);
  const head = ['', ...names, 'story / yardstick', 'target', 'met'];
  const lines = rows.map((row) => [
    row.label,
    ...names.map((name) => cell(row, valuesOf(runs, name, row))),
    ...verdict(row, runs),
  ]);
  const table = [head, head.map((_, index) => (index === 0 ? '---' : '---:')), ...lines];
  return table.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/**
 * @param {Runs} runs
 * @param {string} page
 * @param {Row} row
 * @returns {number[]} as shown
 */
function valuesOf(runs, page, { key, per = 1 }) {
  const values = (runs[page] ?? []).map((figures) => figures[key] ?? null);
  return values.filter((value) => value !== null).map((value) => value / per);
}

/**
 * @param {Row} row
 * @param {readonly number[]} values
 */
function cell({ digits = 0 }, values) {
  const middle = median(values);
  if (middle === null) return '–';
  const [text = '', low, high] = [middle, Math.min(...values), Math.max(...values)].map((value) =>
    value.toFixed(digits),
  );
  return low === high ? text : `${text} (${low}–${high})`;
}

/**
 * @param {Row} row
 * @param {Runs} runs
 * @returns {[ratio: string, target: string, met: string]}
 */
function verdict(row, runs) {
  const ours = median(valuesOf(runs, 'story', row));
  const theirs = median(valuesOf(runs, 'yardstick', row));
  const ratio = ours !== null && theirs ? ours / theirs : null;
  const shown = ratio === null ? '' : ratio.toFixed(2);
  if (row.ratio !== undefined) {
    return [shown, `≤ ${row.ratio} of it`, mark(ratio, row.ratio)];
  }
  if (row.limit !== undefined) return [shown, `≤ ${row.limit}`, mark(ours, row.limit)];
  return [shown, '', ''];
}

/**
 * @param {number | null} value
 * @param {number} most
 */
function mark(value, most) {
  if (value === null) return '?';
  return value <= most ? 'yes' : '**no**';
}
