import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import { projectRoot } from './projectRoot.ts';

/** Where results are kept from one build to the next: `CACHE_FOLDER`, or a folder of node_modules. */
export function cacheFolder(): string {
  return env.CACHE_FOLDER ?? join(projectRoot(), 'node_modules', '.cache', 'nothing-ruled-out');
}

/** The bytes of a kept file; undefined where there is none. */
export function readKept(folder: string, name: string): Uint8Array | undefined {
  try {
    return readFileSync(join(folder, name));
  } catch {
    return undefined;
  }
}

/** Keeps a file for the next time; a folder that cannot be written only costs the time to derive it again. */
export function keepFile(folder: string, name: string, content: string | Uint8Array): void {
  try {
    mkdirSync(folder, { recursive: true });
    // Renaming is atomic: another process never reads half a file.
    const draft = join(folder, `${name}.${String(process.pid)}`);
    writeFileSync(draft, content);
    renameSync(draft, join(folder, name));
  } catch {
    // Read-only, or full.
  }
}

/** A name for a result: a hash of everything it depends on, 16 hexadecimal digits. */
export function keyOf(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  // The length goes first, so that no two lists of parts read the same.
  for (const part of parts) hash.update(`${String(part.length)} `).update(part);
  return hash.digest('hex').slice(0, 16);
}

/** The source text of a folder of `src/`, by file: what a result of its code depends on. */
export function sourceOf(folder: string): readonly string[] {
  const path = join(projectRoot(), 'src', folder);
  const files = readdirSync(path).filter((name) => name.endsWith('.ts'));
  return files.sort().flatMap((name) => [name, readFileSync(join(path, name), 'utf8')]);
}
