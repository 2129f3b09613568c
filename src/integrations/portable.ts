import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withPolicy } from './contentSecurityPolicy.ts';
import { withRelativeAddresses } from './relativeAddresses.ts';
import { withTidySpaces } from './tidySpaces.ts';

/** Addresses on the error page stay absolute: a host serves it at any depth. */
const SERVED_ANYWHERE = '404.html';

/**
 * Makes the finished folder work anywhere: addresses relative to their page, so that the same files serve
 * from a root, a sub-path or a disk; no spaces that nobody sees; and a content security policy in each page,
 * hashed over what it holds.
 */
export function portable(basePath: string): AstroIntegration {
  return {
    name: 'portable',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        for (const file of await htmlFiles(root)) {
          const path = relative(root, file).split(sep).join('/');
          const html = await readFile(file, 'utf8');
          const prefix = path === SERVED_ANYWHERE ? basePath : rootFrom(path);
          await writeFile(file, withPolicy(withRelativeAddresses(withTidySpaces(html), prefix)));
        }
      },
    },
  };
}

/** The way from a page back to the root of the site: "./", "../", "../../". */
function rootFrom(path: string): string {
  const depth = path.split('/').length - 1;
  return depth === 0 ? './' : '../'.repeat(depth);
}

async function htmlFiles(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
