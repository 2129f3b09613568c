import { formatDate } from '../i18n/dates.ts';
import { EVIDENCE_NAME, QUESTION_NAME, STANCE_PHRASE } from '../i18n/words.ts';
import { changesOf, type Change } from '../record/changesOf.ts';
import { effectiveDay } from '../record/effectiveDay.ts';
import { evidenceOf } from '../record/evidenceOf.ts';
import { isOnScale } from '../record/isOnScale.ts';
import type { TroopRecord } from '../record/troopRecord.ts';
import { escapeText } from '../render/svgText.ts';
import type { Correction } from '../schema/correction.ts';
import type { IsoDay } from '../schema/isoDate.ts';
import type { Position } from '../schema/position.ts';
import { LICENCE, lastChange, MAKERS, titleOf, type Published } from './dataset.ts';
import { correctionAddress, fullAddress } from './fullAddress.ts';
import { positionAddress } from '../render/addresses.ts';

/** An entry of the feed. */
export interface FeedEntry {
  /** Its address, which is its id too: permalinks do not change. */
  readonly id: string;
  readonly title: string;
  readonly published: IsoDay;
  /** The day of the statement or of the last correction of it; never the clock's. */
  readonly updated: IsoDay;
  readonly summary: string;
  /** Where a reader can check it. */
  readonly via: readonly string[];
}

/** So many entries a feed has at most, the newest first; all positions are in the data files. */
export const FEED_LENGTH = 50;

/** The latest changes of positions and corrections, newest first. */
export function feedEntries(record: TroopRecord, site: string): readonly FeedEntry[] {
  const corrected = new Map(record.corrections.map(({ position, date }) => [position, date]));
  const dayOf = ({ id, date }: Position): IsoDay => corrected.get(id) ?? effectiveDay(date);
  const changes = changesOf(record)
    .toSorted((a, b) => compare(dayOf(b.position), dayOf(a.position)))
    .slice(0, FEED_LENGTH)
    .map((change) => changeEntry(change, record, site, dayOf(change.position)));
  const corrections = record.corrections
    .slice(-FEED_LENGTH)
    .map((one) => correctionEntry(one, record, site));
  return [...changes, ...corrections]
    .sort((a, b) => compare(b.updated, a.updated) || compare(a.id, b.id))
    .slice(0, FEED_LENGTH);
}

/** The feed as a text (Atom, RFC 4287). */
export function renderFeed(record: TroopRecord, published: Published): string {
  const { site } = published;
  const entries = feedEntries(record, site);
  const self = fullAddress('/feed.xml', site);
  const updated = entries[0]?.updated ?? lastChange(record);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    `<id>${escapeText(self)}</id>`,
    `<title>${escapeText(titleOf(published))}</title>`,
    `<subtitle>Changes of positions and corrections, as of ${formatDate(record.asOf)}</subtitle>`,
    `<updated>${moment(updated)}</updated>`,
    `<author><name>${escapeText(MAKERS)}</name></author>`,
    `<rights>${LICENCE.name}, ${LICENCE.path}</rights>`,
    `<link rel="self" type="application/atom+xml" href="${escapeText(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeText(site)}"/>`,
    ...entries.map(renderEntry),
    '</feed>\n',
  ].join('\n');
}

function changeEntry(
  { position, before }: Change,
  record: TroopRecord,
  site: string,
  updated: IsoDay,
): FeedEntry {
  return {
    id: fullAddress(positionAddress(position), site),
    title: changeTitle(position, record),
    published: effectiveDay(position.date),
    updated,
    summary: changeSummary(position, before, record),
    via: position.sources.flatMap((id) => record.sources.get(id)?.url ?? []),
  };
}

function correctionEntry(one: Correction, record: TroopRecord, site: string): FeedEntry {
  const position = record.positions.find(({ id }) => id === one.position);
  return {
    id: fullAddress(correctionAddress(one), site),
    title: `${capital(one.kind)}: ${one.position}`,
    published: one.date,
    updated: one.date,
    summary: `${one.was} ${one.now}`,
    via: position ? [fullAddress(positionAddress(position), site)] : [],
  };
}

/** "France on soldiers after a ceasefire: would send", reports named as such. */
function changeTitle(position: Position, record: TroopRecord): string {
  const actor = record.actors.get(position.actor);
  const subject = `${actor?.name ?? position.actor}, ${QUESTION_NAME[position.about]}`;
  const stance = actor && isOnScale(actor) ? `: ${STANCE_PHRASE[position.stance]}` : '';
  return `${subject}${stance} (${EVIDENCE_NAME[evidenceOf(position)]})`;
}

function changeSummary(
  position: Position,
  before: Position | undefined,
  record: TroopRecord,
): string {
  const actor = record.actors.get(position.actor);
  const conditions = position.conditions.map((id) => record.vocabulary.conditions[id] ?? id);
  const said = before && actor && isOnScale(actor) ? STANCE_PHRASE[before.stance] : undefined;
  return [
    `${formatDate(position.date)}. ${position.paraphrase}`,
    ...(conditions.length > 0 ? [`Conditions: ${conditions.join('; ')}.`] : []),
    ...(before && said !== undefined
      ? [`Before, ${formatDate(before.date)}: ${said} (${EVIDENCE_NAME[evidenceOf(before)]}).`]
      : []),
  ].join(' ');
}

function renderEntry({ id, title, published, updated, summary, via }: FeedEntry): string {
  return [
    '<entry>',
    `<id>${escapeText(id)}</id>`,
    `<title>${escapeText(title)}</title>`,
    `<published>${moment(published)}</published>`,
    `<updated>${moment(updated)}</updated>`,
    `<link rel="alternate" type="text/html" href="${escapeText(id)}"/>`,
    ...via.map((address) => `<link rel="via" href="${escapeText(address)}"/>`),
    `<summary>${escapeText(summary)}</summary>`,
    '</entry>',
  ].join('');
}

/** A day as the moment it begins, UTC (RFC 3339). */
function moment(day: IsoDay): string {
  return `${day}T00:00:00Z`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
