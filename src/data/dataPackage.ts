import type { TroopRecord } from '../record/troopRecord.ts';
import {
  coverage,
  DATASET_NAME,
  describeDataset,
  lastChange,
  LICENCE,
  MAKERS,
  titleOf,
  versionOf,
  type Published,
} from './dataset.ts';
import { LIST_DELIMITER, type Table } from './table.ts';

const PROFILES = 'https://datapackage.org/profiles/2.0';

/** A file of the package with its size in bytes and its SHA-256 sum in hexadecimal. */
export interface Measured {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What a descriptor is made from. */
export interface PackageParts {
  readonly record: TroopRecord;
  readonly published: Published;
  /** Tables; each is the file `<name>.csv`. */
  readonly tables: readonly Table[];
  /** Every file by path. */
  readonly files: ReadonlyMap<string, Measured>;
}

/** `datapackage.json`: the tables and the whole record as a Frictionless Data Package, version 2. */
export function buildDataPackage({ record, published, tables, files }: PackageParts): unknown {
  const [from, to] = coverage(record);
  return {
    $schema: `${PROFILES}/datapackage.json`,
    name: DATASET_NAME,
    title: titleOf(published),
    description: describeDataset(record),
    homepage: published.site,
    version: versionOf(record),
    created: `${lastChange(record)}T00:00:00Z`,
    keywords: ['Ukraine', 'troops', 'positions', from, to],
    licenses: [LICENCE],
    contributors: [{ title: MAKERS, roles: ['creator'] }],
    resources: [
      ...tables.map((table) => tableResource(table, files)),
      {
        $schema: `${PROFILES}/dataresource.json`,
        name: 'record',
        title: 'The whole record as one file',
        ...fileParts('positions.json', files),
        format: 'json',
        mediatype: 'application/json',
        encoding: 'utf-8',
      },
    ],
  };
}

function tableResource(table: Table, files: PackageParts['files']): unknown {
  const { name, title, description } = table;
  return {
    $schema: `${PROFILES}/dataresource.json`,
    name,
    title,
    description,
    type: 'table',
    ...fileParts(`${name}.csv`, files),
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { $schema: `${PROFILES}/tabledialect.json`, delimiter: ',', lineTerminator: '\r\n' },
    schema: tableSchema(table),
  };
}

function fileParts(path: string, files: PackageParts['files']): object {
  const file = files.get(path);
  if (!file) throw new Error(`buildDataPackage: no file ${path}`);
  return { path, bytes: file.bytes, hash: `sha256:${file.sha256}` };
}

function tableSchema({ columns, primaryKey, foreignKeys }: Table): unknown {
  return {
    $schema: `${PROFILES}/tableschema.json`,
    fields: columns.map((column) =>
      column.type === 'list'
        ? { ...column, delimiter: LIST_DELIMITER, itemType: 'string' }
        : column,
    ),
    primaryKey,
    ...(foreignKeys.length === 0
      ? {}
      : {
          foreignKeys: foreignKeys.map(({ field, resource, of }) => ({
            fields: [field],
            reference: { resource, fields: [of] },
          })),
        }),
  };
}
