// @ts-check
/**
 * `npm test`: installs what is missing, then runs every check and test, the rest too after one has
 * failed. The last line is `N passed, N failed`. `npm test -- unit lint` runs only these parts.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { countsOfCheck, countsOfPlaywright, countsOfVitest, settle } from './count.mjs';
import { prepare, report, runFile, runProgram, runScript, SetupError } from './setup.mjs';

/** @typedef {import('./count.mjs').Counts} Counts */
/** @typedef {Counts & { notRun: readonly string[] }} EnginesReport what tests/engines/run.mjs writes */

/** A runner that takes longer than this (milliseconds) hangs and is ended. */
const TIMEOUT = 30 * 60_000;

const reports = mkdtempSync(join(tmpdir(), 'nothing-ruled-out-'));

/** @type {import('./setup.mjs').Toolchain} */
let toolchain;
let siteIsBuilt = false;
/** @type {Promise<number> | undefined} */
let syncing;
/** Engines that could not be had, by name. @type {readonly string[]} */
let notRun = [];

/** Every part by name, in the order they run. @type {Readonly<Record<string, () => Promise<Counts>>>} */
const PARTS = {
  types,
  lint,
  format: () => check(program('prettier', ['.', '--check'])),
  unit: () => vitest('unit'),
  build,
  'build-tests': () => vitest('build'),
  browser,
  engines,
};

/** Parts that look at the finished site, which the part `build` makes. */
const NEED_THE_SITE = ['build-tests', 'browser', 'engines'];

/** Parts that read the sources, write nothing and keep one core busy each. */
const READ_SOURCES = ['types', 'lint', 'format'];

try {
  const parts = chosenParts(process.argv.slice(2));
  toolchain = await prepare();
  process.exitCode = summarise(await runParts(parts));
} catch (error) {
  report(error);
  console.log('0 passed, 1 failed');
} finally {
  rmSync(reports, { recursive: true, force: true });
}

/**
 * @param {readonly string[]} names
 * @returns {string[]} the parts to run, with the build where a part needs its site
 * @throws {SetupError} for a name that is no part
 */
function chosenParts(names) {
  const all = Object.keys(PARTS);
  const unknown = names.find((name) => !all.includes(name));
  if (unknown) throw new SetupError(`"${unknown}" is no part of the tests: ${all.join(', ')}.`);
  if (names.length === 0) return all;
  const wanted = new Set(names);
  if (names.some((name) => NEED_THE_SITE.includes(name))) wanted.add('build');
  return all.filter((name) => wanted.has(name));
}

/** @param {readonly string[]} names */
async function runParts(names) {
  const results = [];
  for (const group of groupsOf(names)) {
    const title = group.join(', ');
    console.log(`\n── ${title} ${'─'.repeat(72 - title.length)}\n`);
    results.push(...(await Promise.all(group.map(runPart))));
  }
  return results;
}

/** @param {readonly string[]} names in their order; those that read the sources alone run side by side */
function groupsOf(names) {
  const together = names.filter((name) => READ_SOURCES.includes(name));
  const others = names.filter((name) => !READ_SOURCES.includes(name));
  return [together, ...others.map((name) => [name])].filter(({ length }) => length > 0);
}

/** @param {string} name */
async function runPart(name) {
  const started = performance.now();
  const counts = await PARTS[name]?.().catch(failedToRun);
  const seconds = (performance.now() - started) / 1000;
  return { name, seconds, ...(counts ?? countsOfCheck(1)) };
}

/** @param {unknown} error */
function failedToRun(error) {
  report(error);
  return countsOfCheck(1);
}

/** The types of the content collections, which both the type check and the linter read, made once. */
function synced() {
  syncing ??= program('astro', ['sync']);
  return syncing;
}

async function types() {
  await synced();
  const options = ['--noSync', '--minimumFailingSeverity', 'hint'];
  return check(program('astro', ['check', ...options]));
}

async function lint() {
  await synced();
  return check(runScript(toolchain, 'lint', { timeout: TIMEOUT }));
}

async function build() {
  const exitCode = await runScript(toolchain, 'build', { timeout: TIMEOUT });
  siteIsBuilt = exitCode === 0;
  return countsOfCheck(exitCode);
}

/** @param {string} project name of a project in vitest.config.ts */
async function vitest(project) {
  const file = join(reports, `vitest-${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const exitCode = await program('vitest', ['run', `--project=${project}`, ...reporters]);
  return settle(exitCode, readReport(file, countsOfVitest));
}

async function browser() {
  if (!siteIsBuilt) throw new SetupError('The browser tests need the site, which was not built.');
  const file = join(reports, 'playwright.json');
  const env = { CHROME_PATH: await ensureBrowser(toolchain), PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const exitCode = await program('playwright', ['test'], env);
  return settle(exitCode, readReport(file, countsOfPlaywright));
}

/** The embeds in Firefox and WebKit. One that cannot be had is said aloud and counts for nothing. */
async function engines() {
  if (!siteIsBuilt) throw new SetupError('The engines need the site, which was not built.');
  const file = join(reports, 'engines.json');
  const exitCode = await runFile(toolchain, 'tests/engines/run.mjs', [file], { timeout: TIMEOUT });
  const result = readReport(file, (/** @type {EnginesReport} */ found) => found);
  notRun = result?.notRun ?? [];
  const isWholeAbsence = exitCode === 0 && notRun.length > 0 && result?.passed === 0;
  return isWholeAbsence ? { passed: 0, failed: 0 } : settle(exitCode, result);
}

/**
 * @param {string} name
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
function program(name, args, env = {}) {
  return runProgram(toolchain, name, args, { env, timeout: TIMEOUT });
}

/** @param {Promise<number>} exitCode */
async function check(exitCode) {
  return countsOfCheck(await exitCode);
}

/**
 * @template T
 * @template {Counts} R
 * @param {string} file
 * @param {(report: T) => R} count
 * @returns {R | undefined} undefined when there is no readable report
 */
function readReport(file, count) {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/**
 * Prints a table of the parts and, last, the line with the sums.
 * @param {readonly (Counts & { name: string, seconds: number })[]} results
 * @returns {0 | 1} exit code
 */
function summarise(results) {
  const row = (/** @type {string[]} */ [name = '', ...cells]) =>
    name.padEnd(14) + cells.map((cell) => cell.padStart(9)).join('');
  console.log(`\n${row(['part', 'passed', 'failed', 'seconds'])}`);
  for (const { name, passed, failed, seconds } of results) {
    console.log(row([name, String(passed), String(failed), seconds.toFixed(1)]));
  }
  if (notRun.length > 0) {
    console.log(`\n!!! not run, for want of the engine: ${notRun.join(', ')} !!!`);
  }
  const passed = results.reduce((sum, part) => sum + part.passed, 0);
  const failed = results.reduce((sum, part) => sum + part.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
