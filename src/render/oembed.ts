import { claimGroups } from '../story/claimGroups.ts';
import type { Story, StoryStep } from '../story/story.ts';
import { attributes } from './svgText.ts';

/** An answer of type "rich" as oEmbed 1.0 has it (oembed.com, 2.3.4.4), with the fields that we give. */
export interface Oembed {
  readonly version: '1.0';
  readonly type: 'rich';
  readonly title: string;
  readonly provider_name: string;
  readonly provider_url: string;
  /** Seconds for which a consumer may keep the answer. */
  readonly cache_age: number;
  readonly width: number;
  readonly height: number;
  /** One frame and nothing else: consumers strip the rest. */
  readonly html: string;
  readonly thumbnail_url: string;
  readonly thumbnail_width: number;
  readonly thumbnail_height: number;
}

/** What an answer is about. */
export interface OembedSubject {
  readonly title: string;
  /** Title of the frame, for those who hear the page. */
  readonly frameTitle: string;
  /** Path of the frame's page, from the site's own folder. */
  readonly frame: string;
  readonly width: number;
  readonly height: number;
  readonly thumbnail: { readonly path: string; readonly width: number; readonly height: number };
}

const DAY = 86_400;

/** The oEmbed answer of a page of the story, on a site at an address. */
export function oembedFor(subject: OembedSubject, { title: provider }: Story, home: URL): Oembed {
  const { title, frameTitle: framed, frame, width, height, thumbnail } = subject;
  const src = new URL(frame, home).href;
  const html = attributes({ src, width, height, frameborder: 0, title: framed });
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: provider,
    provider_url: home.href,
    cache_age: DAY,
    width,
    height,
    html: `<iframe${html}></iframe>`,
    thumbnail_url: new URL(thumbnail.path, home).href,
    thumbnail_width: thumbnail.width,
    thumbnail_height: thumbnail.height,
  };
}

/** The title of a step's frame: unlike those of its page and of other steps' frames. */
export function frameTitle({ title }: Story, step: string): string {
  return `Map: ${step} (${title})`;
}

/** Room for map, narration, key and sources of a step 640 pixels wide, and for a row of positions. */
const FRAME = { rest: 680, row: 112 } as const;

/** The height of a step's frame in pixels, so that nothing in it has to be scrolled to. */
export function frameHeight(story: Story, step: StoryStep): number {
  const lines = step.spotlight.length + claimGroups(story, step).length;
  return FRAME.rest + Math.ceil(lines / 2) * FRAME.row;
}
