import { join } from 'node:path';
import { root } from '../../../scripts/setup.mjs';
import { serveSite, test as base, type Site } from './site.ts';

export { expect } from './site.ts';

/** The suite's `test` with the same files served below a path, as a project page of a host is. */
export const test = base.extend<{ belowPath: Site }>({
  belowPath: async ({}, use) => {
    const site = await serveSite(join(root, 'dist'), '/x/y/');
    await use(site);
    await site.close();
  },
});
