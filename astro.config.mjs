// @ts-check
import { defineConfig } from 'astro/config';
import mdx from '@astrojs/mdx';
import { contentCheck } from './src/integrations/checkContent.ts';
import { portable } from './src/integrations/portable.ts';
import { siteAddress } from './src/integrations/siteAddress.ts';
import { weights } from './src/integrations/weights.ts';

/**
 * Chromium compiles all of a script that begins with this line while it is fetched, off the main thread.
 * Else each function of the story's waits for its first call, and the first crossing calls most of them.
 * https://v8.dev/blog/explicit-compile-hints
 * @param {{ moduleIds: readonly string[] }} chunk
 */
function compileAhead({ moduleIds }) {
  const isStory = moduleIds.some((id) => id.endsWith('/src/client/startStory.ts'));
  return isStory ? '//# allFunctionsCalledOnLoad' : '';
}

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
        output: { postBanner: compileAhead },
      },
    },
  },
});
