// @ts-check
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createSiteServer, listen } from '../scripts/serve.mjs';
import { root, runScript, SetupError } from '../scripts/setup.mjs';

/** The libraries and data of the yardstick, as their packages bring them for a script tag. */
const VENDOR = [
  'd3/dist/d3.min.js',
  'topojson-client/dist/topojson-client.min.js',
  'scrollama/build/scrollama.min.js',
  'world-atlas/countries-110m.json',
  'world-atlas/countries-50m.json',
];

/** A date like the explored map's, and a date is all that it shows: what the least of such pages costs. */
const DATE_PAGE = `<!doctype html><html lang="en"><title>Date</title><link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width"><input type="range" max="760"><output></output>
<script>document.querySelector('input').oninput = ({ target }) => {
  requestAnimationFrame(() => { document.querySelector('output').textContent = target.value })
}</script>`;

/** As long as its address asks for, and nothing else on it: what the measuring itself costs. */
const EMPTY_PAGE = `<!doctype html><html lang="en"><title>Empty</title><link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width"><body><script>document.body.style.height = location.search.slice(1) + 'px'</script>`;

/**
 * @typedef {object} Pages
 * @property {string} story address of the story's page
 * @property {string} yardstick address of the tutorial's page
 * @property {(height: number) => string} empty address of an empty page of so many CSS pixels
 * @property {string} explored address of the story's record, explored
 * @property {string} date address of a page that shows the date of a slider
 * @property {() => Promise<void>} close
 */

/**
 * Builds the story where that is missing and serves it, the yardstick and an empty page.
 * @param {import('../scripts/setup.mjs').Toolchain} toolchain
 * @param {string} story folder of the finished site
 * @returns {Promise<Pages>}
 * @throws {SetupError} when the story cannot be built
 */
export async function servePages(toolchain, story) {
  if (!existsSync(join(story, 'index.html')) && (await runScript(toolchain, 'build')) !== 0) {
    throw new SetupError('The story was not built, so it is not measured: the reasons are above.');
  }
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const folders = [join(folder, 'story'), join(folder, 'yardstick')];
  // A copy: a build while this runs would measure one half of each.
  await cp(story, join(folder, 'story'), { recursive: true });
  await assembleYardstick(join(folder, 'yardstick'));
  const servers = folders.map((part) => createSiteServer(part));
  const [storyAddress = '', address = ''] = await Promise.all(
    servers.map((server) => listen(server, 0)),
  );
  return {
    story: `${storyAddress}/`,
    yardstick: `${address}/`,
    empty: (height) => `${address}/empty.html?${height}`,
    explored: `${storyAddress}/explore/?date=2024-02-26&actor=fra`,
    date: `${address}/date.html`,
    close: async () => {
      for (const server of servers) server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Puts everything that the yardstick needs into one folder.
 * @param {string} folder
 */
async function assembleYardstick(folder) {
  await cp(join(root, 'bench', 'yardstick'), folder, { recursive: true });
  for (const file of VENDOR) {
    await cp(join(root, 'node_modules', file), join(folder, 'vendor', basename(file)));
  }
  await writeFile(join(folder, 'empty.html'), EMPTY_PAGE);
  await writeFile(join(folder, 'date.html'), DATE_PAGE);
}
