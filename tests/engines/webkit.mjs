// @ts-check
import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

/** @typedef {import('./checks.mjs').Engine} Engine */

/** The key of an element's reference (W3C WebDriver, "Elements"). */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/**
 * WebKitGTK's small browser in a display of its own, driven by WebDriver: a stand-in for Safari.
 * @param {{ driver: string, display: string, browser: string }} programs absolute paths
 * @param {number} port a free one, for the driver
 * @returns {Promise<Engine>}
 */
export async function startWebKit({ driver, display, browser }, port) {
  // A group of its own, so that what it starts can be ended with it.
  const child = spawn(display, ['-a', driver, `--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    detached: true,
  });
  const end = () => {
    if (child.pid && child.exitCode === null) process.kill(-child.pid);
  };
  try {
    const session = await startSession(port, browser);
    return await engineOf(session, end);
  } catch (error) {
    end();
    throw error;
  }
}

/** @typedef {{ call: (method: string, path: string, body?: object) => Promise<unknown>, version: string }} Session */

/**
 * @param {number} port
 * @param {string} browser
 * @returns {Promise<Session>}
 */
async function startSession(port, browser) {
  const base = `http://127.0.0.1:${port}/session`;
  const options = { binary: browser, args: ['--automation'] };
  const capabilities = {
    alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options },
  };
  const value = await whenUp(() => send('POST', base, { capabilities }));
  const { sessionId, capabilities: got } = /** @type {Started} */ (value);
  return {
    version: `WebKitGTK ${got.browserVersion}`,
    call: (method, path, body) => send(method, `${base}/${sessionId}${path}`, body),
  };
}

/** @typedef {{ sessionId: string, capabilities: { browserVersion: string } }} Started */

/**
 * The driver needs a moment until it listens.
 * @param {() => Promise<unknown>} ask
 */
async function whenUp(ask) {
  for (let left = 40; ; left -= 1) {
    try {
      return await ask();
    } catch (error) {
      if (left === 0 || !(error instanceof TypeError)) throw error;
      await wait(250);
    }
  }
}

/**
 * @param {string} method
 * @param {string} url
 * @param {object} [body]
 * @returns {Promise<unknown>}
 */
async function send(method, url, body) {
  const answer = await fetch(url, {
    method,
    ...(body
      ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
      : {}),
  });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

/**
 * @param {Session} session
 * @param {() => void} end
 * @returns {Promise<Engine>}
 */
async function engineOf({ call, version }, end) {
  await call('POST', '/window/rect', { width: 800, height: 900 });
  const execute = (/** @type {string} */ expression) =>
    call('POST', '/execute/sync', { script: `return ${expression}`, args: [] });
  return {
    version,
    open: async (url) => {
      await call('POST', '/url', { url });
    },
    read: async (expression, part) => {
      if (!part) return execute(expression);
      try {
        const element = /** @type {Record<string, string> | null} */ (await execute(part.element));
        if (!element?.[ELEMENT]) return undefined;
        await call('POST', '/frame', { id: element });
        return await execute(expression);
      } catch {
        return undefined; // a frame may go while it is asked: that is no answer yet
      } finally {
        await call('POST', '/frame', { id: null });
      }
    },
    close: async () => {
      await call('DELETE', '').catch(() => undefined);
      end();
    },
  };
}
