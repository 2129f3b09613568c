import { z } from 'astro/zod';
import { isoDay } from './isoDate.ts';

/** What an entry of the log does to a position, as readers see it named. */
export const CORRECTION_KINDS = ['correction', 'clarification', 'update', 'retraction'] as const;

/** Parts of a position that a reader relies on; changing one needs an entry in the log. */
export const CHANGEABLE = ['about', 'stance', 'date', 'sources', 'attribution'] as const;

/** Something that was published and is no longer as it was. Entries are added, never edited. */
export const correction = z.strictObject({
  /** `<day>-<slug>`: its address on the method page, stable once published. */
  id: z.string().regex(/^\d{4}-\d{2}-\d{2}(-[a-z0-9]+)+$/, {
    error: 'expected the day and a slug in small letters, joined by hyphens',
  }),
  /** The day the change was published. */
  date: isoDay,
  /** What kind of change: an error mended, words made clearer, better evidence, an entry taken out. */
  kind: z.enum(CORRECTION_KINDS),
  /** Id of the position; of one taken out, the id it had. */
  position: z.string(),
  /** The parts that changed; `removed` for a position taken out, `wording` for words alone. */
  changed: z.array(z.enum([...CHANGEABLE, 'removed', 'wording'])).min(1),
  /** What stood there, in one sentence. */
  was: z.string().min(20),
  /** What is right and why, in one sentence. */
  now: z.string().min(20),
  /** Id of the position that took its place, where one did. */
  replaced_by: z.string().optional(),
});

/** `content/record/corrections.yml`: the log, oldest first. */
export const corrections = z.array(correction);

export type Correction = z.infer<typeof correction>;
/** A part of a position that cannot change unsaid. */
export type Changeable = (typeof CHANGEABLE)[number];
