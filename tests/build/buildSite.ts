import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { root } from '../../scripts/setup.mjs';

/** Longer than this, in milliseconds, no build takes: it hangs and is ended. */
const TIMEOUT = 240_000;

/** A finished build in a folder of its own. */
export interface Build {
  /** Exit code; 0 when all went well, null when it hung. */
  readonly code: number | null;
  /** All that was printed. */
  readonly output: string;
  /** Where the files are, absolute. */
  readonly folder: string;
  readonly remove: () => void;
}

/** Runs the real build, with its files in a new temporary folder and `env` added to the environment. */
export async function buildSite(env: Readonly<Record<string, string>>): Promise<Build> {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  const bin = join(root, 'node_modules', '.bin');
  const child = spawn(join(bin, 'astro'), ['build', '--outDir', folder], {
    cwd: root,
    timeout: TIMEOUT,
    env: {
      ...process.env,
      PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
      ASTRO_TELEMETRY_DISABLED: '1',
      NO_COLOR: '1',
      ...env,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  const code = await new Promise<number | null>((ended) => child.on('close', ended));
  const remove = () => {
    rmSync(folder, { recursive: true, force: true });
  };
  return { code, output, folder, remove };
}

/** Every file below a folder with its content, by its path with '/' between the parts. */
export function filesOf(folder: string): ReadonlyMap<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const paths = files.map((file) => join(file.parentPath, file.name)).sort();
  return new Map(
    paths.map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path)]),
  );
}
