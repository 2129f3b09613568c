import { z } from 'astro/zod';

/** A state or organisation that can hold a position. */
export const actor = z.strictObject({
  /** ISO 3166-1 alpha-3 for a state; `EU` or `NATO` for an organisation. */
  id: z.string().regex(/^([A-Z]{3}|EU|NATO)$/, {
    error: 'expected three capital letters (ISO 3166-1 alpha-3), EU or NATO',
  }),
  /** State or organisation. */
  kind: z.enum(['country', 'organisation']),
  /** Name in English, as the map labels it. */
  name: z.string().min(1),
  /** Two to four letters for the ledger's pill: `FR`, `UK`, `NATO`. */
  code: z.string().regex(/^[A-Z]{2,4}$/, { error: 'expected two to four capital letters' }),
  /** Outside the scale: the host, a belligerent, its ally; `organisation` is a badge, never a fill. */
  role: z.enum(['host', 'belligerent', 'ally-of-belligerent', 'organisation']).optional(),
  /** Whose word counts as this actor's. */
  spokesperson_rule: z.string().min(1),
});

export const actors = z.array(actor);

export type Actor = z.infer<typeof actor>;
/** ISO 3166-1 alpha-3, `EU` or `NATO`. */
export type ActorId = string;
