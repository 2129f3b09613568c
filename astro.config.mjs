// @ts-check
import { defineConfig } from 'astro/config';
import mdx from '@astrojs/mdx';
import { contentCheck } from './src/integrations/checkContent.ts';
import { portable } from './src/integrations/portable.ts';
import { siteAddress } from './src/integrations/siteAddress.ts';
import { weights } from './src/integrations/weights.ts';

const site = siteAddress(process.env.SITE_URL);

export default defineConfig({
  site,
  output: 'static',
  trailingSlash: 'ignore',
  compressHTML: true,
  build: { inlineStylesheets: 'always' },
  markdown: { syntaxHighlight: false },
  integrations: [contentCheck(), mdx(), portable(new URL(site).pathname), weights()],
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
