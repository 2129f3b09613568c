import { z } from 'astro/zod';
import { actor } from './actor.ts';
import { correction } from './correction.ts';
import { isoDay } from './isoDate.ts';
import { position } from './position.ts';
import { source } from './source.ts';
import { vocabulary } from './vocabulary.ts';

/** A position as others get it: as it stands in the record, with what follows from the record. */
export const publicPosition = position.extend({
  /** Said in public, or reported by others; what unnamed sources say is reported. */
  evidence: z.enum(['on-record', 'reported']),
  /** The first day it counts on: its own, or the last of a month whose day is not established. */
  counts_from: isoDay,
  /** True when it stands for its actor and question on the as-of day. */
  stands: z.boolean(),
  /** False for the host, a belligerent and its ally: their stance is outside the scale. */
  on_scale: z.boolean(),
  /** Its permalink. */
  url: z.url(),
});

/** An actor as others get it. */
export const publicActor = actor.extend({
  /** True when nothing usable was found by the as-of day; never a refusal. */
  no_position_found: z.boolean(),
  /** The actor's page. */
  url: z.url(),
});

/** A source as others get it: with its id. */
export const publicSource = z.strictObject({ id: z.string(), ...source.shape });

/** The whole record as one file. */
export const publicRecord = z.strictObject({
  /** Address of the schema of the file. */
  $schema: z.url(),
  /** What the file is. */
  title: z.string().min(1),
  /** The day the record is true for. */
  as_of: isoDay,
  /** SPDX id of the licence. */
  license: z.string().min(1),
  /** The words of the scale. */
  vocabulary,
  /** Everyone who can hold a position. */
  actors: z.array(publicActor),
  /** Every page that something rests on. */
  sources: z.array(publicSource),
  /** Every position, by day. */
  positions: z.array(publicPosition),
  /** The log of corrections, oldest first. */
  corrections: z.array(correction),
});

export type PublicPosition = z.infer<typeof publicPosition>;
export type PublicActor = z.infer<typeof publicActor>;
export type PublicSource = z.infer<typeof publicSource>;
export type PublicRecord = z.infer<typeof publicRecord>;
