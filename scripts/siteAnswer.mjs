// @ts-check
/** What a static host answers to a request for a file of a folder. */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { dirname, extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);

/** @type {Readonly<Record<string, string>>} */
const CONTENT_TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.gif': 'image/gif',
  '.htm': 'text/html; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

const COMPRESSIBLE = /^(text\/|application\/(json|manifest\+json|xml)|image\/svg\+xml)/;

/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {Record<string, string | number>} headers
 * @property {Buffer | string} [body]
 */

/**
 * @typedef {object} Request the parts of a request that a file's answer depends on
 * @property {string} path decoded, without the query
 * @property {import('node:http').IncomingHttpHeaders} headers
 */

/**
 * The answer to a request: a file, a redirect to a directory's slash, or what went wrong.
 * @param {{ folder: string, base: string }} site absolute folder; the path it is mounted at
 * @param {import('node:http').IncomingMessage} request
 * @returns {Promise<Answer>}
 */
export async function answerTo(site, { method, url = '/', headers }) {
  if (method !== 'GET' && method !== 'HEAD') {
    return {
      ...plain(405, 'Only GET and HEAD are answered here.'),
      headers: { allow: 'GET, HEAD' },
    };
  }
  const [encodedPath = '/', ...query] = url.split('?');
  const path = decodePath(encodedPath);
  if (path === undefined) return plain(400, 'The address is not well formed.');
  if (!path.startsWith(site.base)) return notFound(site.folder);
  const found = await locate(site.folder, path.slice(site.base.length));
  if (!found) return notFound(site.folder);
  if (!found.lacksSlash) return fileAnswer(found.file, { path, headers });
  const directory = relative(site.folder, dirname(found.file));
  const place = directory.split(sep).map(encodeURIComponent).join('/');
  const location = [place === '' ? site.base : `${site.base}${place}/`, ...query].join('?');
  return { ...plain(301, 'Moved.'), headers: { location } };
}

/**
 * @param {string} encoded
 * @returns {string | undefined} undefined for a path that cannot be decoded or has a zero byte
 */
function decodePath(encoded) {
  try {
    const path = decodeURIComponent(encoded);
    return path.includes('\0') ? undefined : path;
  } catch {
    return undefined;
  }
}

/**
 * Finds what a path names inside a folder, never outside of it.
 * @param {string} folder absolute
 * @param {string} path relative, decoded
 * @returns {Promise<{ file: string, lacksSlash: boolean } | undefined>} `lacksSlash` for a directory
 *   named without its last slash, which relative links in its index need
 */
async function locate(folder, path) {
  const target = join(folder, path.replaceAll('\\', '/'));
  if (target !== folder && !target.startsWith(folder.replace(/[\\/]?$/, sep))) return undefined;
  const index = join(target, 'index.html');
  const direct = path === '' || path.endsWith('/') ? index : target;
  if (await isFile(direct)) return { file: direct, lacksSlash: false };
  if (direct === index) return undefined;
  if (await isFile(index)) return { file: index, lacksSlash: true };
  const page = `${target}.html`;
  return (await isFile(page)) ? { file: page, lacksSlash: false } : undefined;
}

/** @param {string} file */
async function isFile(file) {
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() === true;
}

/**
 * @param {string} file
 * @param {Request} request
 * @returns {Promise<Answer>}
 */
async function fileAnswer(file, { path, headers }) {
  const type = typeOf(file);
  const plainBody = await readFile(file);
  const gzipped = COMPRESSIBLE.test(type) && acceptsGzip(headers['accept-encoding']);
  const etag = etagFor(plainBody, gzipped);
  /** @type {Record<string, string>} */
  const answerHeaders = {
    'content-type': type,
    etag,
    vary: 'accept-encoding',
    // Files under _astro/ have a hash of their content in their names.
    'cache-control': path.includes('/_astro/') ? 'max-age=31536000, immutable' : 'no-cache',
  };
  if (matches(headers['if-none-match'], etag)) return { status: 304, headers: answerHeaders };
  if (!gzipped) return { status: 200, headers: answerHeaders, body: plainBody };
  const body = await compress(plainBody);
  return { status: 200, headers: { ...answerHeaders, 'content-encoding': 'gzip' }, body };
}

/** @param {string} file */
function typeOf(file) {
  return CONTENT_TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
}

/** @param {string | string[] | undefined} header Accept-Encoding */
function acceptsGzip(header) {
  return /(^|[\s,])(gzip|\*)\s*(;\s*q=(1|0?\.\d*[1-9])|,|$)/.test(String(header ?? ''));
}

/**
 * @param {Buffer} body before compression
 * @param {boolean} gzipped
 */
function etagFor(body, gzipped) {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  return `"${hash}${gzipped ? '-gzip' : ''}"`;
}

/**
 * @param {string | undefined} header If-None-Match
 * @param {string} etag
 */
function matches(header, etag) {
  const tags = (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag);
}

/**
 * @param {string} folder
 * @returns {Promise<Answer>}
 */
async function notFound(folder) {
  const body = await readFile(join(folder, '404.html')).catch(() => undefined);
  if (!body) return plain(404, 'There is no such page.');
  return { status: 404, headers: { 'content-type': typeOf('404.html') }, body };
}

/**
 * The answer when reading a file failed; prints the reason.
 * @param {unknown} error
 */
export function failed(error) {
  console.error(error);
  return plain(500, 'The page could not be read.');
}

/**
 * @param {number} status
 * @param {string} text
 * @returns {Answer}
 */
function plain(status, text) {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: `${text}\n` };
}
