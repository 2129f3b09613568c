import type { FieldWords } from '../schema/fieldWords.ts';
import type { ObjectSchema } from '../schema/jsonSchema.ts';
import type { Category, Column, Constraints } from './table.ts';

/** Cells by name of the column, in the order of the table. */
export type Cells<Row> = Readonly<Record<string, (row: Row) => string>>;

/**
 * Columns of a table whose rows a JSON Schema describes: types, patterns and closed lists come from the
 * schema's fields of the same names, so that no two files promise different things.
 */
export function columnsFrom<Row>(
  schema: ObjectSchema,
  words: FieldWords,
  cells: Cells<Row>,
  categories: Readonly<Record<string, readonly Category[]>> = {},
): readonly Column<Row>[] {
  return Object.entries(cells).map(([name, valueOf]) => {
    const field = fieldOf(schema, name);
    const constraints = constraintsOf(schema, name, field);
    return {
      name,
      description: words[name] ?? name,
      type: typeOf(field),
      ...(field.format === 'uri' ? { format: 'uri' as const } : {}),
      ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
      ...(categories[name] ? { categories: categories[name] } : {}),
      valueOf,
    };
  });
}

function fieldOf({ properties }: ObjectSchema, name: string): ObjectSchema {
  const field = properties?.[name];
  return typeof field === 'object' ? field : {};
}

function typeOf({ type, format }: ObjectSchema): Column<never>['type'] {
  if (type === 'array') return 'list';
  if (type === 'boolean' || type === 'integer') return type;
  return format === 'date' ? 'date' : 'string';
}

function constraintsOf(schema: ObjectSchema, name: string, field: ObjectSchema): Constraints {
  const { pattern } = field;
  const values = (field.enum ?? []).filter((one) => typeof one === 'string');
  return {
    ...(schema.required?.includes(name) && field.type !== 'array' ? { required: true } : {}),
    ...(pattern === undefined ? {} : { pattern }),
    ...(values.length === 0 ? {} : { enum: values }),
  };
}
