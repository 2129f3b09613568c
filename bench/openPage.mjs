// @ts-check
import { installProbe } from './probe.mjs';
import { browserArguments, installedBrowser } from '../scripts/browser.mjs';

/** A phone's slowness, as the developer tools of Chromium imitate it. */
export const CPU_SLOWDOWN = 4;

/** The developer tools' own "Slow 4G": milliseconds a request, bytes a second. */
export const SLOW_4G = { latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 };

/** @type {Readonly<Record<string, import('@playwright/test').BrowserContextOptions>>} */
const DEVICES = {
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1440, height: 900 } },
};

/**
 * @typedef {object} OpenPage
 * @property {import('@playwright/test').Page} page at rest, with the probe in it
 * @property {import('@playwright/test').CDPSession} protocol
 * @property {import('@playwright/test').Request[]} requests all that the page made
 * @property {string} browser name and version
 */

/**
 * Opens an address in a new browser with an empty cache and gives it to `work` once it is at rest.
 * @template Result
 * @param {string} address
 * @param {{ device: string, network?: typeof SLOW_4G }} conditions
 * @param {(open: OpenPage) => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function withPage(address, { device, network }, work) {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ ...DEVICES[device], deviceScaleFactor: 1 });
    const protocol = await page.context().newCDPSession(page);
    /** @type {OpenPage['requests']} */
    const requests = [];
    page.on('request', (request) => requests.push(request));
    await page.addInitScript(installProbe);
    await slowDown(protocol, network);
    await page.goto(address);
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(1000);
    return await work({ page, protocol, requests, browser: `Chromium ${browser.version()}` });
  } finally {
    await browser.close();
  }
}

async function launchBrowser() {
  const { chromium } = await import('@playwright/test');
  const executablePath = installedBrowser();
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    // A request to another host fails at once; it is counted all the same.
    args: [...browserArguments(), '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'],
  });
}

/**
 * @param {OpenPage['protocol']} protocol
 * @param {typeof SLOW_4G} [network] as fast as it goes where left out
 */
async function slowDown(protocol, network) {
  // Thread time: what else runs on the machine adds little to it.
  await protocol.send('Performance.enable', { timeDomain: 'threadTicks' });
  await protocol.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  if (!network) return;
  await protocol.send('Network.enable');
  await protocol.send('Network.emulateNetworkConditions', { offline: false, ...network });
}
