import { z } from 'astro/zod';
import { isoDay } from './isoDate.ts';

/** `content/record/standings.yml`: the record's day and what follows from it, kept as a check. */
export const standings = z.strictObject({
  /** The day the record is true for; nothing in it is younger. */
  as_of: isoDay,
  /** Actor id → id of its position on a force after a ceasefire that stands on `as_of`. */
  current: z.record(z.string(), z.string()),
  /** Actors for whom nothing usable was found; never shown as a refusal. */
  no_position_found: z.array(z.string()),
});

export type StandingsFile = z.infer<typeof standings>;
