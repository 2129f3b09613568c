import { cacheFolder, keepFile, keyOf, readKept, sourceOf } from '../cache/keptFile.ts';
import type { Plane } from './plane.ts';
import { atlasVersion } from './worldAtlas.ts';

/**
 * The plane from `folder`, or what `derive` gives, kept there for the next time. The file's name is
 * a hash of the data's version and of the source text of `src/geometry`.
 */
export function cachedPlane(derive: () => Plane, folder = cacheFolder()): Plane {
  const name = `plane-${keyOf([atlasVersion(), ...sourceOf('geometry')])}.json`;
  const kept = readPlane(folder, name);
  if (kept) return kept;
  const plane = derive();
  keepFile(folder, name, JSON.stringify(plane));
  return plane;
}

function readPlane(folder: string, name: string): Plane | undefined {
  const bytes = readKept(folder, name);
  try {
    return bytes && (JSON.parse(Buffer.from(bytes).toString()) as Plane);
  } catch {
    // A broken file: the plane is derived again.
    return undefined;
  }
}
