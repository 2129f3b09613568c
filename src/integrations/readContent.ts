import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentFile } from '../story/sourceText.ts';

/**
 * Every author's file below a folder, with its path below that folder. Hidden files and READMEs are
 * no content. Bytes that are not UTF-8 become U+FFFD, which the check reports. An absent folder is empty.
 */
export function readContent(root: string): readonly ContentFile[] {
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) return [];
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).map(withSlashes).sort();
  return names
    .filter(isContent)
    .filter((name) => statSync(join(root, name), { throwIfNoEntry: false })?.isFile())
    .map((path) => ({ path, text: decode(readFileSync(join(root, path))) }));
}

function withSlashes(path: string): string {
  return path.replaceAll('\\', '/');
}

function isContent(path: string): boolean {
  const parts = path.split('/');
  return !parts.some((part) => part.startsWith('.')) && !/^README\.md$/iu.test(parts.at(-1) ?? '');
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}
