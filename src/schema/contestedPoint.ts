import { z } from 'astro/zod';

/**
 * An entry of `content/record/contested.yml`: a point on which sources or readings differ. Readers see them
 * in the order of the file.
 */
export const contestedPoint = z.strictObject({
  /** What differs and what the record chose, in a few sentences of ours. */
  text: z.string().min(20),
  /** Ids of the positions it is about; they carry the sources. */
  positions: z.array(z.string()).min(1),
});

export type ContestedPoint = z.infer<typeof contestedPoint>;
