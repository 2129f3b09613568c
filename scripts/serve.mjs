// @ts-check
/**
 * Serves a folder of finished files the way a static host does: directory indexes, gzip,
 * validators, a 404 page. On this machine only (127.0.0.1), without dependencies.
 */
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { answerTo, failed } from './siteAnswer.mjs';

/** Address the server listens on: reachable from this machine alone. */
const HOST = '127.0.0.1';

/**
 * An HTTP server, not yet listening, for the files of a folder.
 * @param {string} folder
 * @param {{ base?: string }} [options] `base`: path that the folder is mounted at, '/' at both ends
 * @returns {import('node:http').Server}
 */
export function createSiteServer(folder, { base = '/' } = {}) {
  const site = { folder: resolve(folder), base };
  return createServer((request, response) => {
    void answerTo(site, request)
      .catch(failed)
      .then((answer) => {
        send(response, answer, request.method === 'HEAD');
      });
  });
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {import('./siteAnswer.mjs').Answer} answer
 * @param {boolean} headersOnly
 */
function send(response, { status, headers, body }, headersOnly) {
  const bytes = Buffer.from(body ?? '');
  response.writeHead(status, {
    'x-content-type-options': 'nosniff',
    ...(status === 304 ? {} : { 'content-length': bytes.length }),
    ...headers,
  });
  response.end(headersOnly || status === 304 ? undefined : bytes);
}

/**
 * Starts a server on a port, or on the next one that is free.
 * @param {import('node:http').Server} server
 * @param {number} port first one to try; 0 takes any free one
 * @returns {Promise<string>} the address it listens at, without a path
 * @throws {Error} when a hundred ports in a row are taken, or listening is refused
 */
export async function listen(server, port) {
  const last = port === 0 ? 0 : Math.min(port + 99, 65_535);
  for (let next = port; ; next += 1) {
    try {
      await listenOn(server, next);
      const address = server.address();
      const used = typeof address === 'object' && address ? address.port : next;
      return `http://${HOST}:${used}`;
    } catch (error) {
      if (!isErrorWithCode(error, 'EADDRINUSE') || next >= last) throw error;
    }
  }
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @returns {Promise<void>}
 */
function listenOn(server, port) {
  return new Promise((listening, refused) => {
    server.once('error', refused);
    server.listen(port, HOST, () => {
      server.off('error', refused);
      listening();
    });
  });
}

/**
 * @param {unknown} error
 * @param {string} code
 */
function isErrorWithCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}
