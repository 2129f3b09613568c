// @ts-check
/**
 * Runs the checks of the embeds in Firefox and in WebKit. Writes the counts to the file named first, as
 * JSON; an engine that cannot be had is named in `notRun` and counts neither as passed nor as failed.
 */
import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { ensureFirefox, ensureWebKit } from '../../scripts/engines.mjs';
import { createSiteServer, listen } from '../../scripts/serve.mjs';
import { root } from '../../scripts/setup.mjs';
import { titlesIn } from '../browser/hosts/hostPages.mjs';
import { CHECKS } from './checks.mjs';
import { startFirefox } from './firefox.mjs';
import { startWebKit } from './webkit.mjs';

/** @typedef {import('./checks.mjs').Engine} Engine */

/** How to start each engine; undefined where it cannot be had. @type {Readonly<Record<string, () => Promise<Engine | undefined>>>} */
const ENGINES = {
  Firefox: async () => {
    const file = ensureFirefox();
    return file === undefined ? undefined : startFirefox(file);
  },
  WebKit: async () => {
    const programs = ensureWebKit();
    return programs ? startWebKit(programs, await freePort()) : undefined;
  },
};

/** @type {{ passed: number, failed: number, notRun: string[] }} */
const counts = { passed: 0, failed: 0, notRun: [] };
const dist = join(root, 'dist');
const titles = titlesIn(await readFile(join(dist, 'embed/story/text/index.html'), 'utf8'));
const ours = createSiteServer(dist);
const site = `${await listen(ours, 0)}/`;
/** @type {string[]} */
const pages = [];
const hosts = createServer(({ url = '' }, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(pages[Number(url.slice(1))] ?? '');
});
// Another site than ours, not only another port.
const theirs = (await listen(hosts, 0)).replace('127.0.0.1', 'localhost');
const publish = (/** @type {string} */ html) => `${theirs}/${pages.push(html) - 1}`;

for (const [name, start] of Object.entries(ENGINES)) await runIn(name, start);
for (const server of [ours, hosts]) {
  server.close();
  server.closeAllConnections();
}
const [, , file] = process.argv;
if (file) writeFileSync(file, JSON.stringify(counts));
process.exitCode = counts.failed === 0 ? 0 : 1;

/** @param {string} name @param {() => Promise<Engine | undefined>} start */
async function runIn(name, start) {
  const engine = await start().catch((/** @type {unknown} */ error) => {
    fail(`${name} starts`, error);
    return null;
  });
  if (engine === null) return;
  if (!engine) {
    counts.notRun.push(name);
    console.log(`\n!!! not run: ${name} is not installed here and could not be !!!\n`);
    return;
  }
  console.log(`\n${name} (${engine.version})`);
  for (const [sentence, check] of Object.entries(CHECKS)) {
    const began = performance.now();
    try {
      await check({ engine, site, publish, titles });
      counts.passed += 1;
      console.log(`  ✓ ${sentence} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
    } catch (error) {
      fail(`${name}: ${sentence}`, error);
    }
  }
  await engine.close();
}

/** @param {string} sentence @param {unknown} error */
function fail(sentence, error) {
  counts.failed += 1;
  console.log(`  ✗ ${sentence}: ${error instanceof Error ? error.message : String(error)}`);
}

/** A port that nobody listens at. */
async function freePort() {
  const server = createServer();
  const { port } = new URL(await listen(server, 0));
  await new Promise((closed) => server.close(closed));
  return Number(port);
}
