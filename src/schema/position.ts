import { z } from 'astro/zod';
import { isoDayOrMonth } from './isoDate.ts';
import { about, attribution, confidence, question, stance } from './vocabulary.ts';

/** Who spoke. */
export const speaker = z.strictObject({
  /** Name as the sources give it. */
  name: z.string().min(1),
  /** Office held on that day. */
  role: z.string().min(1),
});

/** Words as spoken or published, at most twelve. */
export const quote = z.strictObject({
  /** The words. */
  text: z
    .string()
    .min(1)
    .refine((text) => text.split(/\s+/u).length <= 12, {
      message: 'expected at most twelve words',
    }),
  /** ISO 639-1 code of their language. */
  language: z
    .string()
    .regex(/^[a-z]{2}$/, { error: 'expected two letters (ISO 639-1), such as en' }),
  /** Where the wording comes from, or who translated it. */
  note: z.string().min(1).optional(),
});

/** One actor's dated, sourced statement on one question. */
export const position = z.strictObject({
  /** `<actor, lower case>-<date>[-<suffix>]`, stable once published. */
  id: z.string().regex(/^[a-z]{2,4}-\d{4}-\d{2}(-\d{2})?(-[a-z0-9]+)*$/, {
    error: 'expected actor in small letters, date and, if needed, a suffix, joined by hyphens',
  }),
  /** Whose position. */
  actor: z.string(),
  /** When it was said; a month where the day is not established. */
  date: isoDayOrMonth,
  /** Where it stands on the scale. */
  stance,
  /** Which soldiers it is about. */
  about: question,
  /** Condition ids of the vocabulary. */
  conditions: z.array(z.string()),
  /** How it became known. */
  attribution,
  /** Who spoke. */
  speaker,
  /** What was said, in one neutral sentence of ours. */
  paraphrase: z.string().min(20),
  /** At most twelve words of it. */
  quote: quote.optional(),
  /** Ids of the sources it rests on, best first. */
  sources: z.array(z.string()).min(1),
  /** The desk's grade. */
  confidence,
  /** What a reader or editor should know besides. */
  note: z.string().min(1).optional(),
  /** `false` when this speaker never sets the actor's colour. */
  sets_standing: z.literal(false).optional(),
});

export const positions = z.array(position);

/** One claim of the article the story grew out of, checked against the record. */
export const claim = z.strictObject({
  /** Stable id, `article-NN-<slug>`. */
  id: z.string().regex(/^article-\d{2}(-[a-z0-9]+)+$/, { error: 'expected article-NN-slug' }),
  /** Actors the claim speaks of. */
  actors: z.array(z.string()).min(1),
  /** Who spoke. */
  speaker,
  /** When it was said. */
  date: isoDayOrMonth,
  /** How it became known. */
  attribution,
  /** Which soldiers, or `context`. */
  about,
  /** The claim in one sentence of ours. */
  paraphrase: z.string().min(20),
  /** At most twelve words of it. */
  quote: quote.optional(),
  /** Ids of the sources it was checked against. */
  sources: z.array(z.string()).min(1),
  /** Whether the article agrees with the record. */
  check: z.enum(['confirmed', 'differs']),
  /** How the article differs, or what the reader should know. */
  note: z.string().min(1).optional(),
});

export const claims = z.array(claim);

export type Speaker = z.infer<typeof speaker>;
export type Quote = z.infer<typeof quote>;
export type Position = z.infer<typeof position>;
export type Claim = z.infer<typeof claim>;
/** Id of a position, `fra-2024-02-26`. */
export type PositionId = string;
