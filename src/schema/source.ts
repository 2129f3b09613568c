import { z } from 'astro/zod';
import { isoDayOrMonth } from './isoDate.ts';

/** One published page that a position rests on. */
export const source = z.strictObject({
  /** Who published it. */
  outlet: z.string().min(1),
  /** The republisher, when the page is not the outlet's own. */
  via: z.string().min(1).optional(),
  /** The page's title; in [brackets] where it is our description. */
  title: z.string().min(1),
  /** Its address, http or https. */
  url: z.url({ protocol: /^https?$/ }),
  /** When it was published. */
  published: isoDayOrMonth,
  /** ISO 639-1 code of its language. */
  language: z
    .string()
    .regex(/^[a-z]{2}$/, { error: 'expected two letters (ISO 639-1), such as en' }),
});

/** Source id (kebab-case, contains the date of publication) → source. */
export const sources = z.record(
  z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    error: 'expected small letters and digits joined by hyphens',
  }),
  source,
);

export type Source = z.infer<typeof source>;
/** Kebab-case id of a source. */
export type SourceId = string;
