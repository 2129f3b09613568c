import { z } from 'astro/zod';

/** The schema that holds a value at a path below a schema, wrappers taken off; undefined where none does. */
export function schemaAt(schema: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((here, key) => childSchema(here, key), unwrapped(schema));
}

function childSchema(schema: unknown, key: PropertyKey): unknown {
  if (schema instanceof z.ZodObject) {
    const shape: Readonly<Record<string, unknown>> = schema.shape;
    return Object.hasOwn(shape, key) ? unwrapped(shape[String(key)]) : undefined;
  }
  if (schema instanceof z.ZodArray) return unwrapped(schema.element);
  return schema instanceof z.ZodRecord ? unwrapped(schema.valueType) : undefined;
}

function unwrapped(schema: unknown): unknown {
  return schema instanceof z.ZodOptional ? unwrapped(schema.unwrap()) : schema;
}

/** Names of the keys that a schema takes; none for a schema that is not a group of keys. */
export function keysOf(schema: unknown): readonly string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (!(schema instanceof z.ZodRecord)) return [];
  return schema.keyType instanceof z.ZodEnum ? schema.keyType.options.map(String) : [];
}
