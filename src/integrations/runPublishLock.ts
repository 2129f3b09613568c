import { resolve } from 'node:path';
import { contentRoot } from './contentRoot.ts';
import { LOCK_FILE, publishLock } from './publishLock.ts';

/** What `npm run publish-lock` runs: prints the list of what is wrong, or says what it wrote. */
const problems = publishLock(resolve(contentRoot()), contentRoot());
process.stderr.write(
  problems || `Wrote ${LOCK_FILE}: what the record says now counts as published.\n`,
);
process.exitCode = problems === '' ? 0 : 1;
