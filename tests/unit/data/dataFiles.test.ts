import { createHash } from 'node:crypto';
import { z } from 'astro/zod';
import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../../src/data/csv.ts';
import { buildDataFiles } from '../../../src/data/dataFiles.ts';
import type { TroopRecord } from '../../../src/record/troopRecord.ts';
import type { PublicRecord } from '../../../src/schema/publicRecord.ts';
import { HOSTILE, PUBLISHED, TALE, taleWith } from './tale.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function filesOf(record: TroopRecord): ReadonlyMap<string, string> {
  const { files } = buildDataFiles(record, PUBLISHED, sha256);
  return new Map([...files].map(([path, { text }]) => [path, text]));
}

/** Rows of a table as objects by column. */
function rowsOf(files: ReadonlyMap<string, string>, path: string): Record<string, string>[] {
  const [header = [], ...rows] = parseCsv(files.get(path) ?? '');
  return rows.map((row) => Object.fromEntries(row.map((cell, at) => [header[at] ?? '', cell])));
}

function recordIn(files: ReadonlyMap<string, string>): PublicRecord {
  return JSON.parse(files.get('positions.json') ?? '') as PublicRecord;
}

const files = filesOf(TALE);

/** A schema file, read as what checks values: an independent reader of what we publish. */
function readSchema(name: string): z.ZodType {
  return z.fromJSONSchema(
    JSON.parse(files.get(`schema/${name}.json`)!) as z.core.JSONSchema.JSONSchema,
  );
}

describe('the tables', () => {
  it('are six, with a row for every thing in the record', () => {
    const counts = [...files.keys()]
      .filter((path) => path.endsWith('.csv'))
      .map((path) => [path, rowsOf(files, path).length]);
    expect(counts).toEqual([
      ['positions.csv', 10],
      ['position-sources.csv', 10],
      ['actors.csv', 6],
      ['sources.csv', 7],
      ['conditions.csv', 2],
      ['corrections.csv', 3],
    ]);
  });

  it('have what follows from the record: evidence, first day, standing, scale, day, permalink', () => {
    const byId = new Map(rowsOf(files, 'positions.csv').map((row) => [row.id, row]));
    expect(byId.get('rur-2024-06')).toMatchObject({
      actor: 'RUR',
      date: '2024-06',
      counts_from: '2024-06-30',
      stance: 'undecided',
      evidence: 'reported',
      attribution: 'reported',
      stands: 'true',
      on_scale: 'true',
      as_of: '2024-07-31',
      url: 'https://host.example/x/actors/rur/#rur-2024-06',
    });
    expect(byId.get('frd-2024-03-01')).toMatchObject({
      stands: 'false',
      sources: 'herald-2024-03-01-freedonia-open',
    });
    expect(byId.get('ors-2024-06-20')).toMatchObject({ on_scale: 'false', stands: 'true' });
    expect(byId.get('syl-2024-05-10-general')).toMatchObject({
      sets_standing: 'false',
      stands: 'false',
    });
    expect(byId.get('syl-2024-06-20')).toMatchObject({ evidence: 'reported', stands: 'true' });
  });

  it('say who has no position found, in the actors', () => {
    const none = rowsOf(files, 'actors.csv').filter((row) => row.no_position_found === 'true');
    expect(none.map(({ id }) => id)).toEqual(['UQB']);
  });

  it.each(HOSTILE)('carry %j whole, in CSV and JSON alike', (text) => {
    const hostile = filesOf(taleWith(text));
    const [row] = rowsOf(hostile, 'positions.csv');
    const [position] = recordIn(hostile).positions;
    expect([row?.paraphrase, row?.speaker, row?.quote, row?.note]).toEqual([
      text,
      text,
      text,
      text,
    ]);
    expect([position?.paraphrase, position?.speaker.name, position?.quote?.text]).toEqual([
      text,
      text,
      text,
    ]);
    expect(rowsOf(hostile, 'sources.csv').map(({ title }) => title)).toContain(text);
  });
});

describe('the JSON Schemas', () => {
  it('take the record as it is published, and every thing in it', () => {
    const record = recordIn(files);
    expect(readSchema('record').safeParse(record).error).toBeUndefined();
    for (const one of record.positions) {
      expect(readSchema('position').safeParse(one).success, one.id).toBe(true);
    }
    for (const one of record.actors) {
      expect(readSchema('actor').safeParse(one).success, one.id).toBe(true);
    }
    for (const one of record.sources) {
      expect(readSchema('source').safeParse(one).success, one.id).toBe(true);
    }
    expect(record.corrections.length).toBe(3);
    for (const one of record.corrections) {
      expect(readSchema('correction').safeParse(one).success).toBe(true);
    }
  });

  it.each([
    ['stance', 'perhaps'],
    ['about', 'context'],
    ['evidence', 'said'],
    ['date', '2024'],
    ['id', 'FRD 1'],
    ['conditions', ['after-lunch']],
    ['stands', 'true'],
    ['surplus', 1],
    ['sources', []],
  ])('refuse a position whose %s is %j', (key, value) => {
    const [position] = recordIn(files).positions;
    expect(readSchema('position').safeParse({ ...position, [key]: value }).success).toBe(false);
  });

  it('say what each field holds', () => {
    for (const name of ['record', 'position', 'actor', 'source', 'correction']) {
      const schema = JSON.parse(files.get(`schema/${name}.json`)!) as {
        $id: string;
        properties: Record<string, { description?: string }>;
      };
      expect(schema.$id).toBe(`https://host.example/x/data/schema/${name}.json`);
      const silent = Object.entries(schema.properties).filter(
        ([, { description }]) => !description,
      );
      expect(
        silent.map(([key]) => key),
        name,
      ).toEqual([]);
    }
  });
});
