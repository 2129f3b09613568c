// @ts-check
import puppeteer from 'puppeteer-core';

/** @typedef {import('./checks.mjs').Engine} Engine */

/**
 * A Firefox without a window, driven by WebDriver BiDi.
 * @param {string} executablePath
 * @returns {Promise<Engine>}
 */
export async function startFirefox(executablePath) {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
  const page = await browser.newPage();
  await page.setViewport({ width: 390, height: 844 });
  return {
    version: await browser.version(),
    open: async (url) => {
      await page.goto(url);
    },
    read: async (expression, part) => {
      if (!part) return page.evaluate(expression);
      const frame = page.frames().find((each) => each.url().includes(part.path));
      // A frame may go while it is asked: that is no answer yet.
      return frame?.evaluate(expression).catch(() => undefined);
    },
    close: () => browser.close(),
  };
}
