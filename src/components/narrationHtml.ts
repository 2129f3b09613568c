import mdx from '@astrojs/mdx/server.js';
import { experimental_AstroContainer } from 'astro/container';
import type { Site } from '../site.ts';
import type { StoryStep } from '../story/story.ts';
import { narrationComponents } from './narrationComponents.ts';
import { narrationOf } from './narrationOf.ts';

/** The narration of a step as HTML: paragraphs, times and quotes, nothing of ours around them. */
export async function narrationHtml(site: Site, step: StoryStep): Promise<string> {
  const container = await experimental_AstroContainer.create();
  container.addServerRenderer({ name: mdx.name, renderer: mdx });
  const html = await container.renderToString(await narrationOf(step.file), {
    props: { components: narrationComponents(site, step) },
  });
  return html.replace(/^<!DOCTYPE html>/i, '').trim();
}
