import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { createSiteServer, listen } from '../../../scripts/serve.mjs';
import { root } from '../../../scripts/setup.mjs';

export { expect } from '@playwright/test';

/** A folder of finished files that is being served. */
export interface Site {
  /** Address of the folder, with the base path and its last slash. */
  readonly url: string;
  /** Ends the server and the connections that are still open. */
  readonly close: () => Promise<void>;
}

/** Serves `dist/`, or another folder, on a free port under a base path ('/' at both ends). */
export async function serveSite(folder = join(root, 'dist'), basePath = '/'): Promise<Site> {
  if (!existsSync(folder)) throw new Error(`${folder} is missing: run "npm run build" first`);
  const server = createSiteServer(folder, { base: basePath });
  const origin = await listen(server, 0);
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => {
        closed();
      });
      server.closeAllConnections();
    });
  return { url: `${origin}${basePath}`, close };
}

/**
 * Playwright's `test` with `dist/` served once a worker: `page.goto('./')` opens its first page, and
 * `site.url` is its address.
 */
export const test = base.extend<object, { site: Site }>({
  site: [
    async ({}, use) => {
      const site = await serveSite();
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ site }, use) => {
    await use(site.url);
  },
});
