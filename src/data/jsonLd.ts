import type { TroopRecord } from '../record/troopRecord.ts';
import { evidenceOf } from '../record/evidenceOf.ts';
import type { Actor } from '../schema/actor.ts';
import type { Position } from '../schema/position.ts';
import type { Source } from '../schema/source.ts';
import {
  coverage,
  describeDataset,
  lastChange,
  LICENCE,
  MAKERS,
  titleOf,
  versionOf,
  type Published,
} from './dataset.ts';
import type { DataFile } from './dataFiles.ts';
import { fullAddress } from './fullAddress.ts';
import { positionAddress } from '../render/addresses.ts';

const CONTEXT = 'https://schema.org';
const ENCODING: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  json: 'application/json',
};

/** JSON-LD as the text of a script element: no `<` can end it, no line separator break it. */
export function jsonLdText(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

/** The record as a `Dataset` of schema.org, with every file of the data as a download. */
export function datasetLd(
  record: TroopRecord,
  published: Published,
  files: readonly DataFile[],
): object {
  const { site } = published;
  return {
    '@context': CONTEXT,
    '@type': 'Dataset',
    '@id': fullAddress('/data/', site),
    url: fullAddress('/data/', site),
    name: titleOf(published),
    description: describeDataset(record),
    license: LICENCE.path,
    version: versionOf(record),
    dateModified: lastChange(record),
    temporalCoverage: coverage(record).join('/'),
    isAccessibleForFree: true,
    inLanguage: 'en',
    creator: { '@type': 'Organization', name: MAKERS, url: site },
    distribution: files.map(({ path, bytes, sha256 }) => ({
      '@type': 'DataDownload',
      name: path,
      contentUrl: fullAddress(`/data/${path}`, site),
      encodingFormat: ENCODING[path.split('.').at(-1) ?? ''],
      contentSize: `${String(bytes)} B`,
      sha256,
    })),
  };
}

/** Positions as `Claim`s of schema.org, one graph; for the page that shows them. */
export function claimsLd(
  positions: readonly Position[],
  record: TroopRecord,
  published: Published,
): object {
  const claims = positions.map((position) => claimLd(position, record, published));
  return { '@context': CONTEXT, '@graph': claims };
}

/**
 * One position. What was said in public has its speaker as author; what others reported has none, since
 * nobody may read it as the actor's word. No rating: we state positions, we do not check facts.
 */
export function claimLd(
  position: Position,
  record: TroopRecord,
  { site }: Published,
): Readonly<Record<string, unknown>> {
  const actor = record.actors.get(position.actor);
  const address = fullAddress(positionAddress(position), site);
  const { speaker, date, paraphrase, about, stance } = position;
  return {
    '@type': 'Claim',
    '@id': address,
    url: address,
    identifier: position.id,
    text: paraphrase,
    datePublished: date,
    ...(actor ? { about: aboutLd(actor) } : {}),
    ...(evidenceOf(position) === 'on-record'
      ? { author: { '@type': 'Person', name: speaker.name, jobTitle: speaker.role } }
      : {}),
    keywords: [`question: ${about}`, `stance: ${stance}`, `evidence: ${position.attribution}`],
    license: LICENCE.path,
    appearance: position.sources.flatMap((id) => appearanceLd(record.sources.get(id))),
  };
}

function aboutLd({ kind, name }: Actor): object {
  return { '@type': kind === 'country' ? 'Country' : 'Organization', name };
}

function appearanceLd(source: Source | undefined): readonly object[] {
  if (!source) return [];
  const { title, url, published, language, outlet, via } = source;
  return [
    {
      '@type': 'CreativeWork',
      name: title,
      url,
      datePublished: published,
      inLanguage: language,
      publisher: { '@type': 'Organization', name: via ?? outlet },
      ...(via === undefined ? {} : { creditText: outlet }),
    },
  ];
}
