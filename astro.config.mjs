// @ts-check
import { defineConfig } from 'astro/config';
import mdx from '@astrojs/mdx';

import { contentCheck } from './src/integrations/checkContent.ts';
import { portable } from './src/integrations/portable.ts';

// Where the site will stand, path included: canonical and share addresses need it, nothing else does.
const site = process.env.SITE_URL ?? 'https://nothing-ruled-out.example/';

export default defineConfig({
  site,
  output: 'static',
  trailingSlash: 'ignore',
  compressHTML: true,
  build: { inlineStylesheets: 'always' },
  markdown: { syntaxHighlight: false },
  integrations: [contentCheck(), mdx(), portable(new URL(site).pathname)],
  vite: {
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        // Astro marks every MDX module with a directive that its own bundler then calls unknown.
        onLog(level, log, handler) {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log);
        },
      },
    },
  },
});
