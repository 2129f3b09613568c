import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildContent } from '../story/buildContent.ts';
import { checkParsed } from '../story/checkContent.ts';
import { formatProblems } from '../story/formatProblems.ts';
import { parseContent } from '../story/parseContent.ts';
import { lockOf, renderLock } from '../story/renderLock.ts';
import { readContent } from './readContent.ts';

/** The lock below the content root: what was last published. */
export const LOCK_FILE = 'record/published.lock.json';

/**
 * Takes what the record says now as published. Writes nothing while anything is wrong below the
 * content root, an unexplained change of a published position above all. Gives the list of what is
 * wrong, its paths below `shown`; empty when the lock was written.
 */
export function publishLock(root: string, shown: string): string {
  const path = join(root, LOCK_FILE);
  const files = readContent(root);
  // The very first lock has nothing to be compared with.
  const isFirst = !files.some((file) => file.path === LOCK_FILE);
  const empty = { path: LOCK_FILE, text: '{"positions": {}, "corrections": {}}' };
  const parsed = parseContent(isFirst ? [...files, empty] : files);
  const problems = formatProblems(checkParsed(parsed), shown);
  if (problems === '') writeFileSync(path, renderLock(lockOf(buildContent(parsed).record)));
  return problems;
}
