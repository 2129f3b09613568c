import { effectiveDay } from '../record/effectiveDay.ts';
import type { TroopRecord } from '../record/troopRecord.ts';
import type { IsoDay } from '../schema/isoDate.ts';

/** What the files know of the page they are published on. */
export interface Published {
  /** Full address of the site, with its last slash. */
  readonly site: string;
  /** Name of the story. */
  readonly title: string;
  /** The question that the record answers. */
  readonly question: string;
}

/** The licence of the record, as SPDX and people name it. */
export const LICENCE = {
  name: 'CC-BY-4.0',
  path: 'https://creativecommons.org/licenses/by/4.0/',
  title: 'Creative Commons Attribution 4.0',
} as const;

/** Who made the record. */
export const MAKERS = 'Nothing Ruled Out contributors';

/** The record's name in descriptors, kebab-case. */
export const DATASET_NAME = 'troops-for-ukraine';

/** One paragraph on what the record is, with its day. */
export function describeDataset({ positions, actors, asOf }: TroopRecord): string {
  return (
    `${String(positions.length)} dated and sourced positions of states and organisations on sending ` +
    `soldiers to Ukraine, ${String(actors.size)} actors in all, as of ${asOf}. A position is what one actor ` +
    'said, or was reported to have said, on one day about one kind of soldiers. Keep date, question, ' +
    'evidence and source with a stance: without them it is another statement.'
  );
}

/** Version of the data: its as-of day and the number of corrections since. */
export function versionOf({ asOf, corrections }: TroopRecord): string {
  const day = asOf.replaceAll('-', '.');
  return corrections.length === 0 ? day : `${day}-${String(corrections.length)}`;
}

/** The day of the last change of the data: the as-of day, or a later correction. Never the clock's. */
export function lastChange({ asOf, corrections }: TroopRecord): IsoDay {
  return [asOf, ...corrections.map(({ date }) => date)].toSorted().at(-1) ?? asOf;
}

/** First and last day that the positions cover. */
export function coverage({ positions, asOf }: TroopRecord): readonly [IsoDay, IsoDay] {
  const [first] = positions;
  return [first ? effectiveDay(first.date) : asOf, asOf];
}

/** Title of the record as a thing of its own. */
export function titleOf({ title, question }: Published): string {
  return `${title}: ${question}`;
}
