import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';

/** The page that tells what its codes weigh. */
const PAGE = 'embed/index.html';

const PLACE = /(<data )(?:value="[^"]*" )?data-weight="([^"]+)"([^>]*>)[^<]*(<\/data>)/g;

/**
 * A page whose `<data data-weight="path">` say what that finished file weighs: `sizeOf` gives its bytes as
 * they travel, or null where there is no such file, and the words that stand there remain.
 */
export function withWeights(html: string, sizeOf: (path: string) => number | null): string {
  return html.replace(PLACE, (whole, open: string, path: string, rest: string, close: string) => {
    const bytes = sizeOf(path);
    if (bytes === null) return whole;
    const words = `${(bytes / 1000).toFixed(1)} kB`;
    return `${open}value="${String(bytes)}" data-weight="${path}"${rest}${words}${close}`;
  });
}

/** Writes into the page of the embed codes what the finished files weigh, compressed where hosts compress. */
export function weights(): AstroIntegration {
  return {
    name: 'weights',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const page = join(root, PAGE);
        const html = await readFile(page, 'utf8');
        const paths = new Set([...html.matchAll(PLACE)].map(([, , path = '']) => path));
        const sizes = new Map<string, number>();
        for (const path of paths) {
          const bytes = await readFile(join(root, path)).catch(() => null);
          if (!bytes) continue;
          const isText = /\.(html|js|svg)$/.test(path);
          sizes.set(path, isText ? gzipSync(bytes, { level: 9 }).length : bytes.length);
        }
        await writeFile(
          page,
          withWeights(html, (path) => sizes.get(path) ?? null),
        );
      },
    },
  };
}
