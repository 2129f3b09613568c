import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { contentRoot } from './integrations/contentRoot.ts';

/** Narration alone: frontmatter is checked, with everything else, before the build by `checkContent`. */
const narration = defineCollection({
  loader: glob({
    base: `${contentRoot()}/stories`,
    pattern: '**/*.mdx',
    generateId: ({ entry }) => entry,
  }),
  schema: z.looseObject({}),
});

export const collections = { narration };
