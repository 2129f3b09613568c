import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { rolldown, type Plugin } from 'rolldown';
import { projectRoot } from '../cache/projectRoot.ts';

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
  const build = await rolldown({
    input,
    platform: 'browser',
    logLevel: 'silent',
    plugins: [rawText],
  });
  try {
    const { output } = await build.generate({ format: 'iife', minify: true, comments: false });
    const [chunk] = output;
    return chunk.code.trim();
  } finally {
    await build.close();
  }
}

/** A style sheet as text (`?raw`), without comments and the white space that no sheet needs. */
const rawText: Plugin = {
  name: 'raw-text',
  resolveId(source, importer) {
    return source.endsWith('?raw') && importer ? join(dirname(importer), source) : null;
  },
  async load(id) {
    if (!id.endsWith('?raw')) return null;
    const text = await readFile(id.slice(0, -'?raw'.length), 'utf8');
    const short = text
      .replace(/\/\*.*?\*\//gs, '')
      .replace(/\s+/g, ' ')
      .replace(/ ?([{};,~]) ?/g, '$1')
      .replace(/(?<=[{;][-\w]+): /g, ':')
      .replaceAll(';}', '}')
      .trim();
    return { code: `export default ${JSON.stringify(short)}`, moduleType: 'js' };
  },
};
