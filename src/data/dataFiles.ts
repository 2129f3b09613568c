import type { TroopRecord } from '../record/troopRecord.ts';
import { renderCsv } from './csv.ts';
import { buildDataPackage, type Measured } from './dataPackage.ts';
import { fullAddress } from './fullAddress.ts';
import { jsonSchemas, type ObjectSchema } from '../schema/jsonSchema.ts';
import { buildPublicRecord } from './publicRecord.ts';
import type { Published } from './dataset.ts';
import { buildTables } from './tables.ts';
import type { Table } from './table.ts';

/** A file below `/data/`. */
export interface DataFile extends Measured {
  readonly text: string;
}

/** Everything below `/data/`: the files by path, and the tables they hold. */
export interface DataFiles {
  readonly tables: readonly Table[];
  readonly files: ReadonlyMap<string, DataFile>;
}

/** All files for others, from the record; `sha256` gives the sum of a text in hexadecimal. */
export function buildDataFiles(
  record: TroopRecord,
  published: Published,
  sha256: (text: string) => string,
): DataFiles {
  const shared = buildPublicRecord(record, published);
  const tables = buildTables(shared);
  const measured = ([path, text]: readonly [string, string]): DataFile => ({
    path,
    text,
    bytes: new TextEncoder().encode(text).length,
    sha256: sha256(text),
  });
  const data = new Map(
    [
      ...tables.map((table) => [`${table.name}.csv`, csvOf(table)] as const),
      ['positions.json', json(shared)] as const,
      ...Object.entries(jsonSchemas(record.vocabulary)).map(
        ([name, schema]) =>
          [`schema/${name}.json`, json(withAddress(name, schema, published))] as const,
      ),
    ].map((entry) => [entry[0], measured(entry)]),
  );
  const descriptor = buildDataPackage({ record, published, tables, files: data });
  return {
    tables,
    files: new Map([
      ...data,
      ['datapackage.json', measured(['datapackage.json', json(descriptor)])],
    ]),
  };
}

function csvOf({ columns, rows }: Table): string {
  return renderCsv([columns.map(({ name }) => name), ...rows]);
}

function withAddress(name: string, schema: ObjectSchema, { site }: Published): ObjectSchema {
  return { ...schema, $id: fullAddress(`/data/schema/${name}.json`, site) };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
