import { z } from 'astro/zod';

/** The closed scale, in the fixed order of ledger and legend. */
export const STANCES = [
  'ready',
  'open',
  'undecided',
  'support-only',
  'rules-out',
  'opposes',
] as const;
/** Which soldiers a statement is about. `context` is background and never a position. */
export const ABOUTS = [
  'combat',
  'instructors',
  'post-ceasefire-force',
  'buffer-zone',
  'contractors',
  'unspecified',
  'context',
] as const;
/** Questions a map can be asked: every kind of `about` that can carry a position. */
export const QUESTIONS = [
  'post-ceasefire-force',
  'instructors',
  'combat',
  'unspecified',
  'buffer-zone',
  'contractors',
] as const;
/** How a statement became known. `unnamed-sources` is shown as reported, never as said. */
export const ATTRIBUTIONS = ['on-record', 'reported', 'unnamed-sources'] as const;
/** The desk's own grade of a record; `low` never sets a colour. */
export const CONFIDENCES = ['high', 'medium', 'low'] as const;
/** What a map may draw besides the standings. */
export const LAYERS = ['eu-outline', 'nato-outline', 'contact-line', 'buffer-zone'] as const;

/** Would this actor send its own soldiers to Ukraine? */
export const stance = z.enum(STANCES);
/** Which soldiers. */
export const about = z.enum(ABOUTS);
/** Which soldiers, where a position is possible. */
export const question = z.enum(QUESTIONS);
/** How it became known. */
export const attribution = z.enum(ATTRIBUTIONS);
/** The desk's grade. */
export const confidence = z.enum(CONFIDENCES);
/** A thing the map may draw. */
export const layer = z.enum(LAYERS);

/** The words of the scale and their one-line definitions, as `content/record/vocabulary.yml` holds them. */
export const vocabulary = z.strictObject({
  /** Stance id → definition. */
  stance: z.record(stance, z.string().min(1)),
  /** Kind of soldiers → definition. */
  about: z.record(about, z.string().min(1)),
  /** Attribution → definition. */
  attribution: z.record(attribution, z.string().min(1)),
  /** Confidence → definition. */
  confidence: z.record(confidence, z.string().min(1)),
  /** Verdicts on the source article's claims. */
  check: z.array(z.enum(['confirmed', 'differs'])),
  /** Condition id → meaning. Positions may name only these. */
  conditions: z.record(z.string(), z.string().min(1)),
});

export type Stance = z.infer<typeof stance>;
export type About = z.infer<typeof about>;
export type Question = z.infer<typeof question>;
export type Attribution = z.infer<typeof attribution>;
export type Confidence = z.infer<typeof confidence>;
export type Layer = z.infer<typeof layer>;
export type Vocabulary = z.infer<typeof vocabulary>;
