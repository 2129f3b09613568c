import { elementBody, type CodeStory } from '../embed/codes.ts';
import type { Site } from '../site.ts';
import { codeText } from './codeStory.ts';
import { narrationHtml } from './narrationHtml.ts';

/** The lines between the first and the last of a story's element: what its steps say, as HTML. */
export async function codeBody(site: Site, story: CodeStory): Promise<string> {
  const texts = site.story.steps.map(async (step) =>
    codeText(site, step, await narrationHtml(site, step), story.base),
  );
  return elementBody(story, await Promise.all(texts));
}
