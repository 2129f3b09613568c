import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { projectRoot } from '../geometry/projectRoot.ts';

const made = new Map<string, Promise<string>>();

/**
 * A script of `src/` as one classic script without imports, minified: frames must not need a second request,
 * and a loader is one file. Bundled once a build.
 */
export async function bundleScript(path: string): Promise<string> {
  const known = made.get(path);
  if (known) return known;
  const bundled = bundle(join(projectRoot(), 'src', path));
  made.set(path, bundled);
  return bundled;
}

async function bundle(input: string): Promise<string> {
  const build = await rolldown({ input, platform: 'browser', logLevel: 'silent' });
  try {
    const { output } = await build.generate({ format: 'iife', minify: true, comments: false });
    const [chunk] = output;
    return chunk.code.trim();
  } finally {
    await build.close();
  }
}
