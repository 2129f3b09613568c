import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plane } from './plane.ts';
import { projectRoot } from './projectRoot.ts';
import { atlasVersion } from './worldAtlas.ts';

/**
 * The plane from `folder`, or what `derive` gives, kept there for the next time. The file's name is
 * a hash of the data's version and of the source text of `src/geometry`.
 */
export function cachedPlane(derive: () => Plane, folder = cacheFolder()): Plane {
  const file = join(folder, `plane-${planeKey()}.json`);
  const kept = readPlane(file);
  if (kept) return kept;
  const plane = derive();
  writePlane(folder, file, plane);
  return plane;
}

function cacheFolder(): string {
  return join(projectRoot(), 'node_modules', '.cache', 'nothing-ruled-out');
}

function planeKey(): string {
  const folder = join(projectRoot(), 'src', 'geometry');
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  const hash = createHash('sha256').update(atlasVersion());
  for (const name of files.sort()) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 16);
}

function readPlane(file: string): Plane | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Plane;
  } catch {
    // No file yet, or a broken one: the plane is derived again.
    return undefined;
  }
}

function writePlane(folder: string, file: string, plane: Plane): void {
  try {
    mkdirSync(folder, { recursive: true });
    // Renaming is atomic: another process never reads half a file.
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(plane));
    renameSync(draft, file);
  } catch {
    // A read-only node_modules only costs the time to derive the plane.
  }
}
