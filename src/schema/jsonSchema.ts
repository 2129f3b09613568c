import { z } from 'astro/zod';
import { correction } from './correction.ts';
import { isoDay, isoDayOrMonth } from './isoDate.ts';
import { publicActor, publicPosition, publicRecord, publicSource } from './publicRecord.ts';
import type { Vocabulary } from './vocabulary.ts';
import {
  ACTOR_WORDS,
  CORRECTION_WORDS,
  POSITION_WORDS,
  RECORD_WORDS,
  SOURCE_WORDS,
  type FieldWords,
} from './fieldWords.ts';

/** A JSON Schema (draft 2020-12) of an object. */
export type ObjectSchema = z.core.JSONSchema.JSONSchema;

/** A day, or a month where the day is not established. */
const DAY_OR_MONTH = '^\\d{4}-\\d{2}(-\\d{2})?$';

/** Words of each schema's own fields, found again when it stands inside another. */
const WORDS: ReadonlyMap<z.core.$ZodType, FieldWords> = new Map<z.core.$ZodType, FieldWords>([
  [publicPosition, POSITION_WORDS],
  [publicActor, ACTOR_WORDS],
  [publicSource, SOURCE_WORDS],
  [correction, CORRECTION_WORDS],
  [publicRecord, RECORD_WORDS],
]);

/** JSON Schemas of what others get, by name: the whole record and one of each thing in it. */
export function jsonSchemas({ conditions }: Vocabulary): Readonly<Record<string, ObjectSchema>> {
  const schemaOf = (schema: z.ZodType): ObjectSchema =>
    z.toJSONSchema(schema, {
      override: ({ zodSchema, jsonSchema }) => {
        // What a refinement checks by code is said again as a format or pattern.
        if (zodSchema === isoDay) jsonSchema.format = 'date';
        if (zodSchema === isoDayOrMonth) jsonSchema.pattern = DAY_OR_MONTH;
        if (zodSchema === publicPosition.shape.conditions) {
          jsonSchema.items = { type: 'string', enum: Object.keys(conditions) };
        }
        describeFields(jsonSchema, WORDS.get(zodSchema) ?? {});
      },
    });
  return {
    record: schemaOf(publicRecord),
    position: schemaOf(publicPosition),
    actor: schemaOf(publicActor),
    source: schemaOf(publicSource),
    correction: schemaOf(correction),
  };
}

function describeFields(schema: z.core.JSONSchema.BaseSchema, words: FieldWords): void {
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const description = words[name];
    if (description !== undefined && typeof field === 'object') field.description = description;
  }
}
