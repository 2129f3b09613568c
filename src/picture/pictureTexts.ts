import { formatDate } from '../i18n/dates.ts';
import {
  ATTRIBUTION_NAME,
  joinNames,
  NOTHING_FOUND_NAME,
  QUESTION_NAME,
  STANCE_NAME,
} from '../i18n/words.ts';
import { LAYER_WORDS } from '../map/describeState.ts';
import type { MapState } from '../map/mapState.ts';
import type { Plane } from '../map/plane.ts';
import type { TroopRecord } from '../record/troopRecord.ts';
import { ledgerGroups } from '../render/ledgerGroups.ts';
import { mapTitle } from '../render/renderMap.ts';
import { stripePatterns } from '../render/renderOverlay.ts';
import type { KeyLine } from '../render/pictureBoxes.ts';
import type { PictureTexts } from '../render/renderPicture.ts';
import type { Actor } from '../schema/actor.ts';
import { STANCES } from '../schema/vocabulary.ts';

/** What a picture is called: a story's title and question, or a step's. */
export interface PictureName {
  readonly title: string;
  readonly question: string;
}

/** What a panel is computed from, besides the state: a site has it all. */
export interface PictureData {
  readonly record: TroopRecord;
  readonly plane: Plane;
  readonly actors: readonly Actor[];
}

/** The panel of a picture: counts by stance, day and extent are computed from state and record. */
export function pictureTexts(
  { title, question }: PictureName,
  state: MapState,
  data: PictureData,
): PictureTexts {
  const { record } = data;
  const [statements, sources] = [record.positions.length, record.sources.size];
  return {
    title,
    question,
    subject: QUESTION_NAME[state.question],
    asOf: `As of ${formatDate(state.asOf)}`,
    key: keyOf(state, data),
    signs: signsOf(state, data),
    extent: `${String(statements)} dated statements from ${String(sources)} sources`,
  };
}

/**
 * The picture in words for those who do not see it: its name, subject and day, what it speaks of with what
 * is said, a count of each stance that it shows, then the lines that are drawn.
 */
export function describePicture(name: PictureName, state: MapState, data: PictureData): string {
  const { title, question, key } = pictureTexts(name, state, data);
  const counts = key
    .filter(({ count }) => count)
    .map((line) => `${line.name}: ${String(line.count)}.`);
  const map = `Map of where governments and organisations stand. ${mapTitle(state)}.`;
  const layers = state.layers.map((layer) => LAYER_WORDS[layer]);
  const sentences = [title, question].filter(Boolean).map(asSentence);
  return [...sentences, map, ...highlighted(state), ...counts, ...layers].join(' ');
}

/** Names on the map with their words: "Highlighted: France (would send) and Spain (reported: no decision)." */
function highlighted({ labels, spotlight }: MapState): readonly string[] {
  const names = labels
    .filter(({ actor }) => spotlight.includes(actor))
    .map(({ name, words }) => (words.length > 0 ? `${name} (${words.join('; ')})` : name));
  return names.length > 0 ? [`Highlighted: ${joinNames(names)}.`] : [];
}

/** The key of a map: stances that it shows with their counts, then its other signs. */
export function mapKey(state: MapState, data: PictureData): readonly KeyLine[] {
  return [...keyOf(state, data).filter(({ count }) => count), ...signsOf(state, data)];
}

/** The key of a map whose state changes: every stance, then the stripes. */
export const FULL_KEY: readonly KeyLine[] = [
  ...STANCES.map((stance) => ({ stance, name: STANCE_NAME[stance] })),
  { stance: 'open', isReported: true, name: 'Reported only' },
];

function asSentence(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}

function keyOf(state: MapState, { actors }: PictureData): readonly KeyLine[] {
  const groups = ledgerGroups(state, actors);
  return STANCES.map((stance) => {
    const count = groups.find(({ id }) => id === stance)?.count ?? 0;
    return { stance, name: STANCE_NAME[stance], count };
  });
}

/** Stripes are explained where the map has some, in the colour of the first. */
function signsOf(state: MapState, { plane, actors }: PictureData): readonly KeyLine[] {
  const [stripes] = stripePatterns(state, plane, actors, 'sign');
  const stance = STANCES.find((one) => one === stripes?.stance);
  const reported = { isReported: true, name: ATTRIBUTION_NAME.reported };
  return [...(stance ? [{ ...reported, stance }] : []), { name: NOTHING_FOUND_NAME }];
}
