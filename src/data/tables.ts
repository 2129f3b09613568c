import type { Actor } from '../schema/actor.ts';
import type { Correction } from '../schema/correction.ts';
import type {
  PublicActor,
  PublicPosition,
  PublicRecord,
  PublicSource,
} from '../schema/publicRecord.ts';
import { columnsFrom } from './columnsFrom.ts';
import {
  ACTOR_WORDS,
  CONDITION_WORDS,
  CORRECTION_WORDS,
  POSITION_SOURCE_WORDS,
  POSITION_WORDS,
  SOURCE_WORDS,
} from '../schema/fieldWords.ts';
import { jsonSchemas, type ObjectSchema } from '../schema/jsonSchema.ts';
import { buildTable, categoriesOf, listCell, type Table } from './table.ts';

/** The record as tables that refer to one another by id, in the order of the data package. */
export function buildTables(record: PublicRecord): readonly Table[] {
  const schemas = jsonSchemas(record.vocabulary);
  return [
    positionTable(record, withTableFields(schemas.position ?? {})),
    positionSourceTable(record),
    actorTable(record, schemas.actor ?? {}),
    sourceTable(record, schemas.source ?? {}),
    conditionTable(record),
    correctionTable(record, schemas.correction ?? {}),
  ];
}

function positionTable(
  { positions, vocabulary, as_of }: PublicRecord,
  schema: ObjectSchema,
): Table {
  const about = categoriesOf(vocabulary.about).filter(({ value }) => value !== 'context');
  const columns = columnsFrom<PublicPosition>(
    schema,
    POSITION_WORDS,
    {
      id: ({ id }) => id,
      actor: ({ actor }) => actor,
      date: ({ date }) => date,
      counts_from: (one) => one.counts_from,
      about: (one) => one.about,
      stance: ({ stance }) => stance,
      conditions: ({ conditions }) => listCell(conditions),
      evidence: ({ evidence }) => evidence,
      attribution: ({ attribution }) => attribution,
      confidence: ({ confidence }) => confidence,
      sets_standing: (one) => String(one.sets_standing ?? true),
      stands: ({ stands }) => String(stands),
      on_scale: (one) => String(one.on_scale),
      as_of: () => as_of,
      speaker: ({ speaker }) => speaker.name,
      speaker_role: ({ speaker }) => speaker.role,
      paraphrase: ({ paraphrase }) => paraphrase,
      quote: ({ quote }) => quote?.text ?? '',
      quote_language: ({ quote }) => quote?.language ?? '',
      quote_note: ({ quote }) => quote?.note ?? '',
      sources: ({ sources }) => listCell(sources),
      note: ({ note }) => note ?? '',
      url: ({ url }) => url,
    },
    {
      about,
      stance: categoriesOf(vocabulary.stance),
      attribution: categoriesOf(vocabulary.attribution),
      confidence: categoriesOf(vocabulary.confidence),
    },
  );
  return buildTable(
    {
      name: 'positions',
      title: 'Positions',
      description: 'One row a position: what one actor said, or was reported to have said',
      primaryKey: ['id'],
      foreignKeys: [{ field: 'actor', resource: 'actors', of: 'id' }],
    },
    columns,
    positions,
  );
}

/** Fields that the table of positions has and a position in JSON has not, or has one level deeper. */
function withTableFields(schema: ObjectSchema): ObjectSchema {
  return {
    properties: { ...schema.properties, as_of: { type: 'string', format: 'date' } },
    required: [...(schema.required ?? []), 'as_of', 'speaker_role'],
  };
}

function positionSourceTable({ positions }: PublicRecord): Table {
  const pairs = positions.flatMap(({ id, sources }) =>
    sources.map((source, index) => ({ position: id, source, rank: index + 1 })),
  );
  const text = { type: 'string' as const };
  const schema = {
    properties: { position: text, source: text, rank: { type: 'integer' as const } },
    required: ['position', 'source', 'rank'],
  };
  const columns = columnsFrom<(typeof pairs)[number]>(schema, POSITION_SOURCE_WORDS, {
    position: ({ position }) => position,
    source: ({ source }) => source,
    rank: ({ rank }) => String(rank),
  });
  return buildTable(
    {
      name: 'position-sources',
      title: 'Sources of positions',
      description: 'One row a position and a source it rests on',
      primaryKey: ['position', 'source'],
      foreignKeys: [
        { field: 'position', resource: 'positions', of: 'id' },
        { field: 'source', resource: 'sources', of: 'id' },
      ],
    },
    columns,
    pairs,
  );
}

function actorTable({ actors }: PublicRecord, schema: ObjectSchema): Table {
  const columns = columnsFrom<PublicActor>(schema, ACTOR_WORDS, {
    id: ({ id }) => id,
    name: ({ name }) => name,
    kind: ({ kind }) => kind,
    code: ({ code }) => code,
    role: ({ role }: Actor) => role ?? '',
    spokesperson_rule: (one) => one.spokesperson_rule,
    no_position_found: (one) => String(one.no_position_found),
    url: ({ url }) => url,
  });
  return buildTable(
    {
      name: 'actors',
      title: 'Actors',
      description: 'One row a state or organisation that can hold a position',
      primaryKey: ['id'],
      foreignKeys: [],
    },
    columns,
    actors,
  );
}

function sourceTable({ sources }: PublicRecord, schema: ObjectSchema): Table {
  const columns = columnsFrom<PublicSource>(schema, SOURCE_WORDS, {
    id: ({ id }) => id,
    outlet: ({ outlet }) => outlet,
    via: ({ via }) => via ?? '',
    title: ({ title }) => title,
    published: ({ published }) => published,
    language: ({ language }) => language,
    url: ({ url }) => url,
  });
  return buildTable(
    {
      name: 'sources',
      title: 'Sources',
      description: 'One row a page that a position or the story rests on',
      primaryKey: ['id'],
      foreignKeys: [],
    },
    columns,
    sources,
  );
}

function conditionTable({ vocabulary }: PublicRecord): Table {
  const text = { type: 'string' as const };
  const schema = { properties: { id: text, meaning: text }, required: ['id', 'meaning'] };
  const columns = columnsFrom<readonly [string, string]>(schema, CONDITION_WORDS, {
    id: ([id]) => id,
    meaning: ([, meaning]) => meaning,
  });
  return buildTable(
    {
      name: 'conditions',
      title: 'Conditions',
      description: 'One row a condition that positions name',
      primaryKey: ['id'],
      foreignKeys: [],
    },
    columns,
    Object.entries(vocabulary.conditions),
  );
}

function correctionTable({ corrections }: PublicRecord, schema: ObjectSchema): Table {
  const columns = columnsFrom<Correction>(schema, CORRECTION_WORDS, {
    id: ({ id }) => id,
    date: ({ date }) => date,
    kind: ({ kind }) => kind,
    position: ({ position }) => position,
    changed: ({ changed }) => listCell(changed),
    was: ({ was }) => was,
    now: ({ now }) => now,
    replaced_by: (one) => one.replaced_by ?? '',
  });
  return buildTable(
    {
      name: 'corrections',
      title: 'Corrections',
      description: 'One row a change of something that was published, oldest first',
      primaryKey: ['id'],
      foreignKeys: [],
    },
    columns,
    corrections,
  );
}
