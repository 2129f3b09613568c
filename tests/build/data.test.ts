import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from '../../scripts/setup.mjs';
import { parseCsv } from '../../src/data/csv.ts';
import type { PublicRecord } from '../../src/schema/publicRecord.ts';
import { QUESTIONS } from '../../src/schema/vocabulary.ts';
import { mapState } from '../../src/map/mapState.ts';
import { members, site } from '../content/realSite.ts';
import { filesOf } from './buildSite.ts';
import { insideOf, tagsOf, type Tag } from './htmlTags.ts';

interface Field {
  readonly name: string;
  readonly type: string;
  readonly constraints?: { required?: boolean; pattern?: string; enum?: readonly string[] };
}
interface Resource {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
  readonly schema?: {
    readonly fields: readonly Field[];
    readonly primaryKey: readonly string[];
    readonly foreignKeys?: readonly {
      readonly fields: readonly string[];
      readonly reference: { readonly resource: string; readonly fields: readonly string[] };
    }[];
  };
}
type Row = Readonly<Record<string, string>>;

const files = filesOf(join(root, 'dist'));
const { record } = site;
const textOf = (path: string): string => files.get(path)?.toString() ?? '';
const read = (path: string): unknown => JSON.parse(textOf(path));

const descriptor = read('data/datapackage.json') as {
  readonly resources: readonly Resource[];
  readonly version: string;
};
const tables = descriptor.resources.filter(({ schema }) => schema);
const shared = read('data/positions.json') as PublicRecord;

function rowsOf(name: string): readonly Row[] {
  const [header = [], ...rows] = parseCsv(textOf(`data/${name}.csv`));
  return rows.map((row) => Object.fromEntries(header.map((column, at) => [column, row[at] ?? ''])));
}

const rows = new Map(tables.map(({ name }) => [name, rowsOf(name)]));

/** Every tag of the pages below a folder of the site. */
function tagsBelow(folder: string): readonly Tag[] {
  return [...files]
    .filter(([path]) => path.startsWith(folder) && path.endsWith('.html'))
    .flatMap(([, bytes]) => tagsOf(bytes.toString()));
}

describe('the same positions', () => {
  const ids = record.positions.map(({ id }) => id).toSorted();

  it('are in the record, the table, the JSON and on the pages of the actors', () => {
    expect(ids.length).toBe(214);
    expect(
      rows
        .get('positions')
        ?.map(({ id }) => id)
        .toSorted(),
    ).toEqual(ids);
    expect(shared.positions.map(({ id }) => id).toSorted()).toEqual(ids);
    const anchors = tagsBelow('actors/').flatMap(({ attributes }) => attributes.get('id') ?? []);
    const shown = anchors.filter((anchor) => ids.includes(anchor));
    expect([...new Set(shown)].toSorted()).toEqual(ids);
  });

  it('have one stance, question, date, evidence and sources in record, table and JSON', () => {
    const inTable = new Map(rows.get('positions')?.map((row) => [row.id, row]));
    const inJson = new Map(shared.positions.map((one) => [one.id, one]));
    for (const {
      id,
      actor,
      stance,
      about,
      date,
      sources,
      attribution,
      quote,
    } of record.positions) {
      const [row, one] = [inTable.get(id), inJson.get(id)];
      const facts = [actor, stance, about, date, attribution, sources.join(';'), quote?.text ?? ''];
      expect(
        [
          row?.actor,
          row?.stance,
          row?.about,
          row?.date,
          row?.attribution,
          row?.sources,
          row?.quote,
        ],
        id,
      ).toEqual(facts);
      expect(
        [
          one?.actor,
          one?.stance,
          one?.about,
          one?.date,
          one?.attribution,
          one?.sources.join(';'),
          one?.quote?.text ?? '',
        ],
        id,
      ).toEqual(facts);
    }
    const reported = record.positions.filter(({ attribution }) => attribution !== 'on-record');
    expect(
      rows
        .get('positions')
        ?.filter(({ evidence }) => evidence === 'reported')
        .map(({ id }) => id),
    ).toEqual(reported.map(({ id }) => id));
  });

  it('stand in the table, the JSON, the map states and the page’s table alike', () => {
    const stands = rows.get('positions')?.filter((row) => row.stands === 'true') ?? [];
    const onMaps = QUESTIONS.flatMap((question) =>
      mapState(record, members, { ...coverScene, question }).standings.map((one) => [
        one.position,
        one.stance,
        one.evidence,
      ]),
    );
    expect(onMaps.length).toBeGreaterThan(60);
    expect(stands.map((row) => [row.id, row.stance, row.evidence]).toSorted()).toEqual(
      onMaps.toSorted(),
    );
    expect(
      shared.positions
        .filter((one) => one.stands)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(stands.map(({ id }) => id).toSorted());
    const onPage = new Map(
      tagsBelow('table/')
        .filter(({ attributes }) => attributes.has('data-position'))
        .map(({ attributes }) => [
          attributes.get('data-position'),
          attributes.get('data-evidence'),
        ]),
    );
    // The page may leave out a question that nobody's standing is about, never show another stance.
    const standing = new Map(stands.map(({ id, evidence }) => [id, evidence]));
    for (const [id, evidence] of onPage) expect(evidence, id).toBe(standing.get(id));
    const asked = ['post-ceasefire-force', 'unspecified', 'instructors', 'combat'];
    const expected = stands.filter(({ about }) => asked.includes(about ?? ''));
    expect(expected.length).toBeGreaterThan(60);
    expect(expected.filter(({ id }) => !onPage.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it('have permalinks that differ and contain their ids', () => {
    const urls = shared.positions.map(({ id, actor, url }) => {
      expect(url.endsWith(`/actors/${actor.toLowerCase()}/#${id}`), url).toBe(true);
      return url;
    });
    expect(new Set(urls).size).toBe(214);
    expect(rows.get('positions')?.map(({ url }) => url)).toEqual(urls);
  });
});

const coverScene = {
  date: record.asOf,
  spotlight: [],
  layers: [],
  view: ['europe'],
  show: 'record' as const,
};

describe('the data package', () => {
  it('names every table and the whole record, with the size and sum of the file that is there', () => {
    expect(descriptor.resources.map(({ path }) => path).toSorted()).toEqual(
      [...files.keys()]
        .filter(
          (path) => /^data\/[\w-]+\.(csv|json)$/.test(path) && !path.endsWith('datapackage.json'),
        )
        .map((path) => path.slice(5))
        .toSorted(),
    );
    for (const { path, bytes, hash } of descriptor.resources) {
      const file = files.get(`data/${path}`)!;
      expect(file.length, path).toBe(bytes);
      expect(`sha256:${createHash('sha256').update(file).digest('hex')}`, path).toBe(hash);
    }
  });

  it.each(tables.map((table) => [table.name, table] as const))(
    'describes %s as it is: columns, types, closed lists, patterns and keys',
    (name, { schema, path }) => {
      const [header] = parseCsv(textOf(`data/${path}`));
      expect(header).toEqual(schema!.fields.map((field) => field.name));
      const found = rows.get(name)!;
      for (const { name: column, type, constraints } of schema!.fields) {
        const cells = found.map((row) => row[column] ?? '');
        const filled = cells.filter((cell) => cell !== '');
        if (constraints?.required) expect(filled.length, column).toBe(cells.length);
        const isRight = CHECKS[type];
        expect(isRight, type).toBeDefined();
        expect(
          filled.filter((cell) => !isRight!(cell)),
          column,
        ).toEqual([]);
        const pattern = new RegExp(constraints?.pattern ?? '', 'u');
        expect(
          filled.filter((cell) => !pattern.test(cell)),
          column,
        ).toEqual([]);
        const allowed = constraints?.enum;
        expect(
          filled.filter((cell) => allowed && !allowed.includes(cell)),
          column,
        ).toEqual([]);
      }
      const keys = found.map((row) => schema!.primaryKey.map((key) => row[key]).join(' '));
      expect(new Set(keys).size).toBe(keys.length);
      for (const { fields, reference } of schema!.foreignKeys ?? []) {
        const [field = '', of = ''] = [fields[0], reference.fields[0]];
        const known = new Set(rows.get(reference.resource)!.map((row) => row[of]));
        expect(
          found.filter((row) => !known.has(row[field])),
          field,
        ).toEqual([]);
      }
    },
  );

  it('has closed lists where the record has them', () => {
    const { fields } = tables[0]!.schema!;
    const closed = fields.filter(({ constraints }) => constraints?.enum).map((field) => field.name);
    expect(closed).toEqual(['about', 'stance', 'evidence', 'attribution', 'confidence']);
  });
});

const CHECKS: Readonly<Record<string, (cell: string) => boolean>> = {
  string: () => true,
  list: (cell) => cell.split(';').every((one) => /^[\w-]+$/.test(one)),
  boolean: (cell) => cell === 'true' || cell === 'false',
  integer: (cell) => /^\d+$/.test(cell),
  date: (cell) => new Date(`${cell}T00:00:00Z`).toISOString().startsWith(cell),
};

describe('the pages about the record', () => {
  it('list every source once, with every position that rests on it', () => {
    const html = textOf('sources/index.html');
    const parts = html.split(/(?=<li id="source-)/).slice(1);
    const shown = new Map(
      parts.map((part) => [
        /^<li id="source-([^"]+)"/.exec(part)?.[1],
        [...part.matchAll(/href="[^"]*actors\/[a-z]+\/#([^"]+)"/g)].map(([, id]) => id),
      ]),
    );
    expect([...shown.keys()].toSorted()).toEqual([...record.sources.keys()].toSorted());
    const pairs = [...shown].flatMap(([id, positions]) => positions.map((one) => `${one} ${id}`));
    const expected = rows.get('position-sources')!.map((row) => `${row.position} ${row.source}`);
    expect(pairs.toSorted()).toEqual(expected.toSorted());
  });

  it('count what rests on one source alone as the table does', () => {
    const html = textOf('sources/index.html');
    const section = html.slice(html.indexOf('id="one-source"'), html.indexOf('id="pages"'));
    const shown = [...section.matchAll(/#([a-z]{2,4}-\d{4}[^"]*)"/g)].map(([, id]) => id);
    const alone = rows.get('positions')!.filter(({ sources }) => !sources?.includes(';'));
    expect(shown.toSorted()).toEqual(alone.map(({ id }) => id).toSorted());
    expect(section).toContain(`${alone.length} of 214 positions`);
  });

  it('describe the data as a Dataset whose downloads are there', () => {
    const [block] = insideOf(textOf('data/index.html'), 'script').filter(({ attributes }) =>
      attributes.includes('ld+json'),
    );
    const dataset = JSON.parse(block!.text) as {
      '@type': string;
      version: string;
      dateModified: string;
      distribution: { name: string; sha256: string }[];
    };
    expect([dataset['@type'], dataset.version]).toEqual(['Dataset', descriptor.version]);
    expect(dataset.dateModified).toBe(record.asOf);
    for (const { name, sha256 } of dataset.distribution) {
      const file = files.get(`data/${name}`);
      expect(createHash('sha256').update(file!).digest('hex'), name).toBe(sha256);
    }
    expect(dataset.distribution.length).toBe(descriptor.resources.length + 6);
  });

  it('say in the method what every word of the scale, every condition and every rule means', () => {
    const html = textOf('method/index.html');
    const { stance, conditions, confidence } = record.vocabulary;
    const rules = [...record.actors.values()].map((actor) => actor.spokesperson_rule);
    const meanings = [stance, conditions, confidence].flatMap((group) => Object.values(group));
    const text = html.replaceAll('&#39;', "'").replaceAll('&quot;', '"');
    expect([...meanings, ...rules].filter((words) => !text.includes(words))).toEqual([]);
  });
});

describe('what stands beside the record', () => {
  let cff: Readonly<Record<string, unknown>>;
  beforeAll(() => {
    cff = parse(readFileSync(join(root, 'CITATION.cff'), 'utf8')) as typeof cff;
  });

  it('is cited under its own name, version and licence', () => {
    expect(cff['cff-version']).toBe('1.2.0');
    expect(cff.title).toBe(`${site.story.title}: ${site.story.question}`);
    expect(cff.version).toBe(descriptor.version);
    expect(cff.license).toBe(shared.license);
    expect(cff.authors).toEqual([{ name: 'Nothing Ruled Out contributors' }]);
  });
});
