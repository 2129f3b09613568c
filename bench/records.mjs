// @ts-check
/**
 * `node bench/records.mjs`: builds the site from the record and from records 10 and 100 times its size,
 * and prints how long each build took. What is added is made up, on a question that no map shows, and
 * never leaves a temporary folder. Options: --times 1,10,100 and --keep for the folders.
 */
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { prepare, report, root, runProgram } from '../scripts/setup.mjs';

/** @typedef {{ id: string, date: string, source: string }} Statement */

const STANCES = ['ready', 'open', 'undecided', 'support-only', 'rules-out', 'opposes'];
/** A question that the story never asks, so that no standing of its steps moves. */
const QUESTION = 'contractors';
const FIRST_DAY = Date.UTC(2024, 0, 2);
const DAYS = 780;

try {
  const { values } = parseArgs({
    options: { times: { type: 'string', default: '1,10,100' }, keep: { type: 'boolean' } },
  });
  const toolchain = await prepare();
  const lines = [];
  for (const times of values.times.split(',').map(Number)) {
    lines.push(await measure(toolchain, times, values.keep ?? false));
  }
  console.log(`\n${table(lines)}`);
} catch (error) {
  report(error);
}

/**
 * @param {import('../scripts/setup.mjs').Toolchain} toolchain
 * @param {number} times how many times the record's size
 * @param {boolean} keep
 */
async function measure(toolchain, times, keep) {
  const folder = mkdtempSync(join(tmpdir(), `records-${String(times)}-`));
  const content = join(folder, 'content');
  const positions = multiply(content, times);
  const started = performance.now();
  const code = await runProgram(toolchain, 'astro', ['build', '--outDir', join(folder, 'dist')], {
    env: { CONTENT_ROOT: content },
  });
  const seconds = (performance.now() - started) / 1000;
  const bytes = code === 0 ? statSync(join(folder, 'dist/data/positions.csv')).size : NaN;
  if (!keep) rmSync(folder, { recursive: true, force: true });
  return { times, positions, code, seconds, bytes };
}

/**
 * Copies the content and adds made-up positions, each with a source of its own.
 * @param {string} content folder to make
 * @param {number} times
 * @returns {number} positions in all
 */
function multiply(content, times) {
  cpSync(join(root, 'content'), content, { recursive: true });
  const folder = join(content, 'record/positions');
  const files = readdirSync(folder);
  const lock = join(content, 'record/published.lock.json');
  /** @type {string[]} */
  const locked = [];
  let count = 0;
  for (const file of files) {
    const path = join(folder, file);
    const entries = readFileSync(path, 'utf8').split(/^(?=- id: )/mu);
    const [head = '', ...own] = entries;
    count += own.length * times;
    const actor = file.replace('.yml', '');
    const added = Array.from({ length: own.length * (times - 1) }, (_, index) =>
      statementOf(actor, index),
    );
    const all = [...own, ...added.map((one, index) => positionText(actor, one, index))];
    writeFileSync(path, head + all.toSorted(byDate).join('\n'));
    appendFileSync(join(content, 'record/sources.yml'), added.map(sourceText).join(''));
    locked.push(...added.map(lockLine));
  }
  const text = readFileSync(lock, 'utf8');
  writeFileSync(lock, text.replace('"positions": {\n', `"positions": {\n${locked.join('')}`));
  return count;
}

/**
 * @param {string} actor in small letters
 * @param {number} index
 * @returns {Statement}
 */
function statementOf(actor, index) {
  const day = new Date(FIRST_DAY + ((index * 37) % DAYS) * 86_400_000).toISOString().slice(0, 10);
  const id = `${actor}-${day}-bench-${String(index)}`;
  return { id, date: day, source: `bench-${day}-${actor}-${String(index)}` };
}

/**
 * @param {string} actor
 * @param {Statement} statement
 * @param {number} index
 */
function positionText(actor, { id, date, source }, index) {
  return `- id: ${id}
  actor: ${actor.toUpperCase()}
  date: '${date}'
  stance: ${stanceOf(index)}
  about: ${QUESTION}
  conditions: []
  attribution: on-record
  speaker:
    name: A speaker of the bench
    role: Nobody
  paraphrase: Sentence number ${String(index)} of the bench, which nobody has said.
  sources:
    - ${source}
  confidence: medium
`;
}

/** @param {number} index */
function stanceOf(index) {
  return STANCES[index % STANCES.length] ?? 'open';
}

/** @param {Statement} statement */
function sourceText({ date, source }) {
  return `
${source}:
  outlet: Bench ${String(source.length % 7)}
  title: Page ${source}
  url: https://bench.example/${source}
  published: '${date}'
  language: en
`;
}

/**
 * @param {Statement} statement
 * @param {number} index
 */
function lockLine({ id, date, source }, index) {
  const parts = { about: QUESTION, stance: stanceOf(index), date, sources: [source] };
  return `  "${id}": ${JSON.stringify({ ...parts, attribution: 'on-record' })},\n`;
}

/**
 * @param {string} a
 * @param {string} b
 */
function byDate(a, b) {
  const [first = '', second = ''] = [a, b].map((text) => /date: '([^']+)'/u.exec(text)?.[1] ?? '');
  return first < second ? -1 : Number(first > second);
}

/** @param {{ times: number, positions: number, code: number, seconds: number, bytes: number }[]} lines */
function table(lines) {
  const rows = lines.map(({ times, positions, code, seconds, bytes }) => [
    `${String(times)}×`,
    String(positions),
    code === 0 ? seconds.toFixed(1) : `failed (${String(code)})`,
    ((seconds * 1000) / positions).toFixed(2),
    (bytes / 1000).toFixed(0),
  ]);
  const head = ['record', 'positions', 'build (s)', 'ms a position', 'positions.csv (kB)'];
  return [head, ...rows].map((cells) => cells.map((cell) => cell.padStart(19)).join('')).join('\n');
}
