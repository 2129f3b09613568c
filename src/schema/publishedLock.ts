import { z } from 'astro/zod';
import { correction } from './correction.ts';
import { position } from './position.ts';

/** What was last published of a position: the parts that cannot change unsaid. */
export const publishedPosition = position.pick({
  about: true,
  stance: true,
  date: true,
  sources: true,
  attribution: true,
});

/** `content/record/published.lock.json`: what readers were last shown. A command writes it. */
export const publishedLock = z.strictObject({
  /** Position id → what was published of it. */
  positions: z.record(z.string(), publishedPosition),
  /** Id of a correction → the entry as it was published. */
  corrections: z.record(z.string(), correction),
});

export type PublishedPosition = z.infer<typeof publishedPosition>;
export type PublishedLock = z.infer<typeof publishedLock>;
