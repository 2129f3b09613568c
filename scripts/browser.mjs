// @ts-check
/** Finds a Chromium for the browser tests, or installs one. Plain Node 20. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runProgram, SetupError } from './setup.mjs';

/** Chromium without windows: of the same engine, at a seventh of the work for a page that is opened. */
const HEADLESS_SHELL = 'chromium-headless-shell';
const WITH_WINDOWS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const MAC_APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Seconds to wait for another apt-get on the same machine. */
const APT_LOCK_TIMEOUT = 600;

/**
 * A Chromium or Chrome that starts, found without installing anything; the headless shell before others.
 * @returns {string | undefined} absolute path
 * @throws {SetupError} when CHROME_PATH is set to something that does not start
 */
export function installedBrowser() {
  const chosen = process.env.CHROME_PATH;
  if (chosen && !starts(chosen)) {
    throw new SetupError(`CHROME_PATH is ${chosen}, which does not start as a browser.`);
  }
  return chosen ?? inPath([HEADLESS_SHELL]) ?? browserWithWindows();
}

/**
 * A Chromium or Chrome that is installed with its windows: some of what browsers do needs them.
 * @returns {string | undefined} absolute path
 */
export function browserWithWindows() {
  return inPath(WITH_WINDOWS) ?? MAC_APPLICATIONS.find(starts);
}

/** @param {readonly string[]} names */
function inPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(starts);
}

/**
 * A Chromium that starts: CHROME_PATH, Debian's packages where they may be installed, another one that is
 * there, else Playwright's download.
 * @param {import('./setup.mjs').Toolchain} toolchain
 * @returns {Promise<string>} absolute path
 * @throws {SetupError} when none can be had
 */
export async function ensureBrowser(toolchain) {
  const missing = [HEADLESS_SHELL, 'chromium'].filter((name) => !inPath([name]));
  if (!process.env.CHROME_PATH && missing.length > 0) installDebianPackages(missing);
  const browser =
    installedBrowser() ??
    (await downloadedBrowser()) ??
    ((await download(toolchain)) ? await downloadedBrowser() : undefined);
  if (browser) return browser;
  throw new SetupError(
    'No browser for the tests: install Chromium or Chrome, or set CHROME_PATH to one. ' +
      "Neither Debian's package nor Playwright's download could be installed.",
  );
}

/**
 * Flags for a headless Chromium that asks nothing of the network and draws alike everywhere.
 * @returns {string[]}
 */
export function browserArguments() {
  // Chromium refuses its sandbox to root, which is who containers run as.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return [
    ...sandbox,
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-lcd-text',
    '--disable-quic',
    '--disable-sync',
    '--font-render-hinting=none',
    '--no-first-run',
  ];
}

/** @param {string} file */
function starts(file) {
  if (!existsSync(file)) return false;
  // Chrome on Windows opens a window for --version.
  if (process.platform === 'win32') return true;
  return spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

/** The Chromium that Playwright downloaded earlier, where it starts. */
async function downloadedBrowser() {
  const { chromium } = await import('@playwright/test');
  const file = chromium.executablePath();
  return starts(file) ? file : undefined;
}

/**
 * Installs Debian's packages where we may; true when apt-get says that it did.
 * @param {readonly string[]} names
 * @returns {boolean}
 */
export function installDebianPackages(names) {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return false;
  console.log(`Installing Debian's ${names.join(', ')} for the browser tests (apt-get) …`);
  return aptGet(['update']) && aptGet(['install', '-y', '--no-install-recommends', ...names]);
}

/** @param {readonly string[]} args */
function aptGet(args) {
  const options = ['-qq', '-o', `DPkg::Lock::Timeout=${APT_LOCK_TIMEOUT}`];
  const { status } = spawnSync('apt-get', [...options, ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}

/** @param {import('./setup.mjs').Toolchain} toolchain */
async function download(toolchain) {
  console.log("Downloading Playwright's Chromium for the browser tests …");
  return (await runProgram(toolchain, 'playwright', ['install', 'chromium'])) === 0;
}
