// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { CPU_SLOWDOWN, SLOW_4G } from './openPage.mjs';
import { SCROLL_DISTANCE, SCRUB_DAYS } from './measure.mjs';
import { PARTS } from './table.mjs';
import { root } from '../scripts/setup.mjs';

const FILE = join(root, 'docs', 'performance.md');

/** Headings of the devices, in the order of the document. */
const DEVICES = { phone: 'Phone (390 × 844)', desktop: 'Desktop (1440 × 900)' };

const METHOD = `# Weight and speed

Made by \`npm run bench\` (\`-- --desktop\`, \`--runs N\`, \`--only load,scroll,steps,trace,scrub\`); a part
that a run leaves out stays as it was. Benchmarks on whatever machine ran them, never tests.

**Method.** The story's page against a yardstick (\`bench/yardstick/\`): the page that D3 tutorials lead
to, with full D3, TopoJSON and scrollama from script tags, the 110m world map fetched and drawn in the
browser, fills changed by transitions, a camera by \`d3.zoom\`, fourteen steps. Both are served gzipped
from this machine and measured in one run, taking turns, each time in a new headless browser with an
empty cache and a processor slowed ${CPU_SLOWDOWN}×. Cells are medians (least–most) over the runs.

- Loading: "Slow 4G" as Chromium's developer tools imitate it (${SLOW_4G.latency} ms a request,
  ${SLOW_4G.downloadThroughput.toLocaleString('en')} bytes a second). Bytes are those on the wire, headers included.
  "Drawing there" is the first frame with 20 SVG shapes on the screen, which the largest contentful
  paint does not count. Layout shift is the sum of all shifts.
- Scrolling: the whole document, ${SCROLL_DISTANCE} px an animation frame, no limit on the network. The main thread's
  time is processor time, so that other work on the machine adds little. An empty page as long as the
  story's is scrolled in the same run: what it takes is the measuring itself, and is taken off.
  Lengths of frames are wall-clock times and suffer from a busy machine. At this speed the story's row of
  initials waits until the reader slows ([ADR 4](adr/0004-the-camera-flies-by-the-compositor.md));
  \`--distance 16\` measures a walk, where it moves with every step.
- Crossing: a step's top is put just above the trigger line, left to rest, and scrolled over it in one
  frame; from there to the first change in the graphic, the next frame, and the last change.
- Dragging: the explored map on a phone or at a desk, ${SCRUB_DAYS} days an animation frame; its yardstick is a page
  with a slider that writes its number.
`;

/**
 * Writes the document, with new tables for the parts that were measured and the old ones otherwise.
 * @param {keyof typeof DEVICES} device
 * @param {Readonly<Record<string, string>>} tables by part
 * @param {string} conditions when, what and on which machine was measured, in one sentence
 * @returns {Promise<void>}
 */
export async function writeReport(device, tables, conditions) {
  const old = existsSync(FILE) ? await readFile(FILE, 'utf8') : '';
  const section = (/** @type {string} */ name, /** @type {string} */ part) => {
    const table = name === device ? tables[part] : undefined;
    return table ? `${conditions}\n\n${table}` : sectionOf(old, `${name} ${part}`);
  };
  const chapters = Object.entries(DEVICES).map(([name, heading]) => {
    const sections = Object.entries(PARTS).map(([part, { title }]) => {
      const text = section(name, part) ?? 'Not measured yet.';
      return `### ${title}\n\n<!-- ${name} ${part} -->\n\n${text}\n\n<!-- end -->\n`;
    });
    return [`## ${heading}\n`, ...sections].join('\n');
  });
  await writeFile(FILE, [METHOD, ...chapters].join('\n'));
}

/**
 * @param {string} text
 * @param {string} name
 */
function sectionOf(text, name) {
  const [, rest] = text.split(`<!-- ${name} -->`);
  return rest?.split('<!-- end -->')[0]?.trim();
}

/**
 * When, what and on which machine was measured.
 * @param {number} runs
 * @param {string} browser name and version
 * @returns {string}
 */
export function describeConditions(runs, browser) {
  const today = new Date().toISOString().slice(0, 10);
  // Above the number of cores, times are those of a machine with other things to do.
  const machine = `${cpus().length} cores with a load of ${loadavg()[0]?.toFixed(1)} at the start`;
  const count = runs === 1 ? '1 run' : `${runs} runs`;
  return `Measured ${today} at ${commit()}, ${count}, ${browser} headless, ${machine}.`;
}

function commit() {
  const name = git('rev-parse', '--short', 'HEAD');
  if (!name) return 'no commit';
  const changes = git('status', '--porcelain', '--', 'src', 'content', 'public', 'bench/yardstick');
  return `commit ${name}${changes ? ' with changes' : ''}`;
}

/** @param {readonly string[]} args */
function git(...args) {
  const { status, stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : '';
}
