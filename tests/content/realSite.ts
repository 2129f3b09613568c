import { join } from 'node:path';
import { root } from '../../scripts/setup.mjs';
import { narrationComponents } from '../../src/components/narrationComponents.ts';
import { readContent } from '../../src/integrations/readContent.ts';
import { buildSite } from '../../src/site.ts';
import { buildContent } from '../../src/story/buildContent.ts';
import { findFrontmatter } from '../../src/story/frontmatter.ts';
import { parseContent } from '../../src/story/parseContent.ts';
import type { Story, StoryStep } from '../../src/story/story.ts';

const folder = join(root, 'content');

/** The site as the pages have it, from the real content. */
export const site = buildSite(folder);

/** The steps of the story, in order. */
export const { steps } = site.story;

const contentFiles = readContent(folder);
const files = new Map(contentFiles.map(({ path, text }) => [path, text]));

/** Members of the outlined organisations, from the real content. */
export const { members } = buildContent(parseContent(contentFiles));

/** A component of a narration: its name, and its attributes as written. */
export interface Use {
  readonly name: string;
  readonly props: Readonly<Record<string, string>>;
}

const COMPONENT = /<(\w+)((?:\s+\w+="[^"]*")*)\s*\/>/g;

/** The narration of a step or passage as it is written, without its frontmatter. */
export function bodyOf({ file }: Story['items'][number]): string {
  const text = files.get(file);
  const front = text === undefined ? undefined : findFrontmatter(text);
  if (text === undefined || !front) throw new Error(`no narration in ${file}`);
  return text.slice(front.end);
}

/** The narration as a reader has it: components resolved, markup gone, white space single. */
export function narrationOf(item: Story['items'][number]): string {
  const components = narrationComponents(site, item.kind === 'step' ? item : null);
  return replaced(bodyOf(item), ({ name, props }) => wordsOf(components[name], props));
}

/** The narration with other people's words left out: what is ours to phrase. */
export function ownWordsOf(item: Story['items'][number]): string {
  return replaced(bodyOf(item), ({ name }) => (name === 'Quote' ? '…' : 'N'));
}

/** The components of a narration with what is written around each: its sentence, uses as "N". */
export function usesIn(item: Story['items'][number]): readonly (Use & { sentence: string })[] {
  const sentences = bodyOf(item).split(/(?<=[.!?])\s+(?=[A-Z<])/u);
  return sentences.flatMap((text) =>
    [...text.matchAll(COMPONENT)].map((match) => ({
      ...useIn(match),
      sentence: replaced(text, () => 'N'),
    })),
  );
}

function replaced(body: string, wordsFor: (use: Use) => string): string {
  const text = body.replace(COMPONENT, (...match) => wordsFor(useIn(match.map(String))));
  return text.replace(/[*_]/g, '').replace(/\s+/g, ' ').trim();
}

function useIn([, name = '', attributes = '']: readonly (string | undefined)[]): Use {
  const found = [...attributes.matchAll(/(\w+)="([^"]*)"/g)];
  return { name, props: Object.fromEntries(found.map(([, key = '', value = '']) => [key, value])) };
}

/** The text that a component of Astro's runtime renders. */
function wordsOf(component: unknown, props: Use['props']): string {
  const render = component as (props: Use['props']) => { props: { children: unknown } };
  return String(render(props).props.children);
}

/** A step by its id; throws on an unknown one. */
export function stepOf(id: string): StoryStep {
  const step = steps.find((one) => one.id === id);
  if (!step) throw new Error(`no step is called "${id}"`);
  return step;
}
