import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSiteServer, listen } from '../../scripts/serve.mjs';

const outside = mkdtempSync(join(tmpdir(), 'serve-'));
const folder = join(outside, 'dist');
const server = createSiteServer(folder, { base: '/sub/' });
let origin = '';

beforeAll(async () => {
  mkdirSync(join(folder, 'about us'), { recursive: true });
  writeFileSync(join(outside, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'index.html'), '<h1>first</h1>');
  writeFileSync(join(folder, 'about us', 'index.html'), '<h1>about</h1>');
  writeFileSync(join(folder, '404.html'), '<h1>not here</h1>');
  writeFileSync(join(folder, 'font.woff2'), 'w');
  origin = await listen(server, 0);
});

afterAll(() => {
  server.close();
  rmSync(outside, { recursive: true });
});

interface Reply {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** Asks for a path as it is written: `fetch` would tidy up the dots. */
function ask(path: string, { method = 'GET', headers = {} } = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    const asked = request({ hostname, port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        resolve({
          status: response.statusCode,
          headers: response.headers,
          body: Buffer.concat(chunks),
        });
      });
    });
    asked.on('error', reject).end();
  });
}

describe('createSiteServer(folder, { base }) serves', () => {
  it('a directory by its index, with its type', async () => {
    const { status, headers, body } = await ask('/sub/');
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(body.toString()).toBe('<h1>first</h1>');
  });

  it('a directory without its slash by a redirect that keeps base and query', async () => {
    const { status, headers } = await ask('/sub/about%20us?a=b');
    expect([status, headers.location]).toEqual([301, '/sub/about%20us/?a=b']);
  });

  it('the 404 page, with its status, for what is missing and for what is outside the base', async () => {
    for (const path of ['/sub/none', '/sub/none/', '/', '/sub/index.html/']) {
      const { status, body } = await ask(path);
      expect([path, status, body.toString()]).toEqual([path, 404, '<h1>not here</h1>']);
    }
  });

  it('nothing from outside the folder', async () => {
    const tries = ['../secret.txt', '..%2fsecret.txt', '%2e%2e/secret.txt', '..%5csecret.txt'];
    for (const path of tries) {
      const { status, body } = await ask(`/sub/${path}`);
      expect([path, status, body.includes('secret')]).toEqual([path, 404, false]);
    }
  });

  it('an error for a path that cannot be decoded and for other methods', async () => {
    expect((await ask('/sub/%zz')).status).toBe(400);
    expect((await ask('/sub/%00')).status).toBe(400);
    const { status, headers } = await ask('/sub/', { method: 'POST' });
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  it('text compressed to those who take it, fonts as they are', async () => {
    const headers = { 'accept-encoding': 'br, gzip' };
    const page = await ask('/sub/', { headers });
    expect(page.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(page.body).toString()).toBe('<h1>first</h1>');
    expect((await ask('/sub/font.woff2', { headers })).headers['content-encoding']).toBeUndefined();
    const refused = await ask('/sub/', { headers: { 'accept-encoding': 'gzip;q=0' } });
    expect(refused.headers['content-encoding']).toBeUndefined();
  });

  it('304 without a body to those who have it, in the same encoding', async () => {
    const { headers } = await ask('/sub/');
    const again = await ask('/sub/', { headers: { 'if-none-match': headers.etag } });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    const gzipped = { 'accept-encoding': 'gzip', 'if-none-match': headers.etag };
    expect((await ask('/sub/', { headers: gzipped })).status).toBe(200);
  });

  it('the headers alone to HEAD', async () => {
    const { headers, body } = await ask('/sub/', { method: 'HEAD' });
    expect([headers['content-length'], body.length]).toEqual(['14', 0]);
  });
});

describe('listen(server, port)', () => {
  it('takes the next port when the first is used', async () => {
    const taken = Number(new URL(origin).port);
    const second = createSiteServer(folder);
    const address = await listen(second, taken);
    second.close();
    expect(Number(new URL(address).port)).toBeGreaterThan(taken);
    expect(new URL(address).hostname).toBe('127.0.0.1');
  });
});
