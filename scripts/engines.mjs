// @ts-check
/** Finds Firefox and WebKit for the tests of the embeds, or installs Debian's packages. Plain Node 20. */
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installDebianPackages } from './browser.mjs';

/** Debian's folders of libraries, where WebKitGTK keeps its small browser. */
const LIBRARIES = '/usr/lib';

/**
 * A Firefox, installed where that is possible.
 * @returns {string | undefined} absolute path
 */
export function ensureFirefox() {
  const find = () => program('firefox-esr') ?? program('firefox');
  return find() ?? (installDebianPackages(['firefox-esr']) ? find() : undefined);
}

/**
 * WebKitGTK's driver and browser, and what gives them a display; installed where that is possible.
 * @returns {{ driver: string, display: string, browser: string } | undefined}
 */
export function ensureWebKit() {
  const packages = ['webkit2gtk-driver', 'xvfb', 'xauth'];
  return webKit() ?? (installDebianPackages(packages) ? webKit() : undefined);
}

function webKit() {
  const [driver, display] = [program('WebKitWebDriver'), program('xvfb-run')];
  const browser = miniBrowser();
  return driver && display && browser ? { driver, display, browser } : undefined;
}

/** @param {string} name */
function program(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

function miniBrowser() {
  if (!existsSync(LIBRARIES)) return undefined;
  const candidates = readdirSync(LIBRARIES).flatMap((folder) =>
    ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0'].map((version) =>
      join(LIBRARIES, folder, version, 'MiniBrowser'),
    ),
  );
  return candidates.find((file) => existsSync(file));
}
