import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { portable } from '../../../src/integrations/portable.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portable-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Runs the last hook of a build on the folder, as Astro does. */
async function finish(basePath: string): Promise<void> {
  const hook = portable(basePath).hooks['astro:build:done'];
  if (typeof hook !== 'function') throw new Error('The integration has no last hook.');
  const options = { dir: pathToFileURL(`${folder}/`) } as Parameters<typeof hook>[0];
  await hook(options);
}

const PAGE = '<html><head></head><body><a href="/table/">Table</a></body></html>';
const linkIn = (path: string) =>
  /href="([^"]*)"/.exec(readFileSync(join(folder, path), 'utf8'))?.[1];

describe('portable(basePath)', () => {
  it('leads every page back to the root by its own depth', async () => {
    for (const path of ['index.html', 'table/index.html', 'a/b/index.html', 'a/c.html']) {
      write(path, PAGE);
    }
    await finish('/');
    expect(linkIn('index.html')).toBe('./table/');
    expect(linkIn('table/index.html')).toBe('../table/');
    expect(linkIn('a/b/index.html')).toBe('../../table/');
    expect(linkIn('a/c.html')).toBe('../table/');
  });

  it('keeps the addresses of the page "not found" absolute', async () => {
    write('404.html', PAGE);
    await finish('/');
    expect(linkIn('404.html')).toBe('/table/');
  });

  it('gives every page a policy and touches no other file', async () => {
    write('index.html', PAGE);
    write('_astro/a.js', 'const link = \'<a href="/x/">\';');
    write('sitemap-0.xml', '<loc href="/x/"></loc>');
    await finish('/');
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toContain('Content-Security-Policy');
    expect(readFileSync(join(folder, '_astro/a.js'), 'utf8')).toBe(
      'const link = \'<a href="/x/">\';',
    );
    expect(readFileSync(join(folder, 'sitemap-0.xml'), 'utf8')).toBe('<loc href="/x/"></loc>');
  });
});
