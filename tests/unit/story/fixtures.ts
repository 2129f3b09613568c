import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/setup.mjs';
import { readContent } from '../../../src/integrations/readContent.ts';
import type { ContentFile } from '../../../src/story/sourceText.ts';

const FIXTURES = join(root, 'tests/fixtures');

/** Files of a fixture that are about it, not part of it. */
const ABOUT = ['expected.txt', 'removed.txt'];

/** A small sound content folder about invented countries. */
export const VALID: readonly ContentFile[] = readContent(join(FIXTURES, 'valid'));

/** Codes that have a folder of bad input. */
export function badCodes(): readonly string[] {
  return readdirSync(join(FIXTURES, 'bad')).sort();
}

/** The sound content with a fixture's files laid over it and its removed files taken out. */
export function badContent(code: string): readonly ContentFile[] {
  const folder = join(FIXTURES, 'bad', code);
  const over = readContent(folder).filter(({ path }) => !ABOUT.includes(path));
  const removed = readIfThere(join(folder, 'removed.txt')).split('\n');
  const files = new Map([...VALID, ...over].map((file) => [file.path, file]));
  return [...files.values()].filter(({ path }) => !removed.includes(path));
}

/** The list that a fixture must give, as an author reads it. */
export function expectedReport(code: string): string {
  return readIfThere(join(FIXTURES, 'bad', code, 'expected.txt'));
}

/** The sound content with one piece of text replaced in one file; the text must be there. */
export function changed(path: string, from: string | RegExp, to: string): readonly ContentFile[] {
  return VALID.map((file) => {
    if (file.path !== path) return file;
    const text = file.text.replace(from, to);
    if (text === file.text) throw new Error(`${String(from)} is not in ${path}`);
    return { path, text };
  });
}

function readIfThere(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
