import { z } from 'astro/zod';
import { isoDay, isoDayOrMonth } from './isoDate.ts';
import { sources } from './source.ts';

/** [longitude, latitude], WGS 84, degrees. */
export const lonLat = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);

/** A dated, sourced, schematic line through named towns. */
export const line = z.strictObject({
  /** What the line is; printed with it. */
  label: z.string().min(1),
  /** The day or month it is drawn for. */
  as_of: isoDayOrMonth,
  /** Town centres in order, each with its own source. */
  points: z
    .array(
      z.strictObject({
        town: z.string().min(1),
        at: lonLat,
        source: z.string(),
        note: z.string().min(1).optional(),
      }),
    )
    .min(2),
  /** The pages the towns come from, by id. */
  sources,
});

/** A band of free width along a line. */
export const band = z.strictObject({
  /** What the band is; printed with it. */
  label: z.string().min(1),
  /** The day or month of the report. */
  as_of: isoDayOrMonth,
  /** Id of the line it follows. */
  follows: z.string(),
  /** Id of the article claim it rests on. */
  claim: z.string(),
  /** What the reader should know. */
  note: z.string().min(1),
});

/** `content/places/front.yml`: lines and bands, by id. */
export const front = z.record(
  z.string().regex(/^[a-z0-9_]+$/, { error: 'expected small letters, digits and underscores' }),
  z.union([line, band]),
);

/** `content/places/regions.yml`: what a camera can be asked to contain besides actors. Points, not shapes. */
export const regions = z.record(
  z.string().regex(/^[a-z][a-z0-9-]*$/, { error: 'expected small letters, digits and hyphens' }),
  z.strictObject({
    /** What the region is called in a description. */
    label: z.string().min(1),
    /** Points the camera must contain. */
    points: z.array(lonLat).min(1),
  }),
);

/** `content/places/members.yml`: organisation → members, with the day of accession where it falls inside the story. */
export const members = z.record(
  z.enum(['EU', 'NATO']),
  z.strictObject({
    /** Members for the whole span of the record, ISO 3166-1 alpha-3. */
    always: z.array(
      z
        .string()
        .regex(/^[A-Z]{3}$/, { error: 'expected three capital letters (ISO 3166-1 alpha-3)' }),
    ),
    /** Members that joined inside the span: id → first day of membership. */
    since: z
      .record(
        z
          .string()
          .regex(/^[A-Z]{3}$/, { error: 'expected three capital letters (ISO 3166-1 alpha-3)' }),
        isoDay,
      )
      .optional(),
  }),
);

export type LonLat = z.infer<typeof lonLat>;
export type Line = z.infer<typeof line>;
export type Band = z.infer<typeof band>;
export type Front = z.infer<typeof front>;
export type Regions = z.infer<typeof regions>;
export type Members = z.infer<typeof members>;
