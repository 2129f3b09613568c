import { z } from 'astro/zod';
import { isoDay } from './isoDate.ts';
import { layer, question } from './vocabulary.ts';

/** Frontmatter of a step: its heading and its scene. The body is the narration. */
export const step = z.strictObject({
  /** The heading; states the finding. */
  title: z.string().min(1),
  /** Date line over the heading where a single day would mislead ("Spring 2024"). Default: `date`, formatted. */
  dateline: z.string().min(1).optional(),
  /** The as-of day of the map. */
  date: isoDay,
  /** Which soldiers the map is about. */
  question,
  /** Position ids that this step speaks of; at most six. All on `question`, all standing on `date`. */
  spotlight: z.array(z.string()).max(6),
  /** Ids of the article's claims that the narration names. */
  claims: z.array(z.string()).optional(),
  /** What the map draws besides the standings. */
  layers: z.array(layer).optional(),
  /** Actor ids and region or line ids that the camera must contain. */
  view: z.array(z.string()).min(1),
  /** Colour every standing (`record`, the default) or the spotlighted ones alone. */
  show: z.enum(['record', 'spotlight']).optional(),
});

/** Frontmatter of a full-width passage between steps: no scene of its own, the map holds. */
export const passage = z.strictObject({
  /** Marks the file as a passage. */
  kind: z.literal('passage'),
  /** The heading. */
  title: z.string().min(1),
});

/** Frontmatter of a translated step or passage: words alone, the scene is the original's. */
export const translation = z.strictObject({
  /** The heading, translated. */
  title: z.string().min(1),
  /** The date line, translated, where the original has one. */
  dateline: z.string().min(1).optional(),
});

/** `content/stories/<story>/story.yml`. */
export const story = z.strictObject({
  /** Name of the site and the story. */
  title: z.string().min(1),
  /** The question the story asks; stands beside the title. */
  question: z.string().min(1),
  /** One sentence under the title. */
  standfirst: z.string().min(1),
  /** Languages the narration exists in, ISO 639-1; the first is the original. */
  languages: z
    .array(
      z.string().regex(/^[a-z]{2}$/, { error: 'expected two letters (ISO 639-1), such as en' }),
    )
    .min(1),
  /** The article the story grew out of: id of its source. */
  article: z.string(),
});

export type Step = z.infer<typeof step>;
export type Passage = z.infer<typeof passage>;
export type Translation = z.infer<typeof translation>;
export type StoryFile = z.infer<typeof story>;
