import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const holdsTheProject = (folder: string): boolean =>
  existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'src', 'geometry'));

/**
 * The folder that holds package.json and src/geometry: looked for upwards from this file, since a
 * bundler may have moved its code, else the working directory.
 */
export function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!holdsTheProject(folder)) {
    if (folder === dirname(folder)) return process.cwd();
    folder = dirname(folder);
  }
  return folder;
}
