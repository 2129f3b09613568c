import type { TroopRecord } from '../record/troopRecord.ts';
import { formatDate } from '../i18n/dates.ts';
import { joinNames, QUESTION_NAME } from '../i18n/words.ts';
import type { Layer } from '../schema/vocabulary.ts';
import { describeStandings } from './describeStandings.ts';
import type { MapState } from './mapState.ts';

/** A map state in words: what a reader who does not see the map is told, and what print says under it. */
export interface Description {
  /** Question and as-of date. */
  readonly heading: string;
  /** One sentence a stance with the actors on record, then one with the reported ones. */
  readonly sentences: readonly string[];
}

/** What is drawn besides the standings, in words. */
export const LAYER_WORDS: Readonly<Record<Layer, string>> = {
  'eu-outline': 'The outline of the European Union’s members is drawn.',
  'nato-outline': 'The outline of NATO’s members on this day is drawn.',
  'contact-line': 'A schematic line through towns near the front in December 2024 is drawn.',
  'buffer-zone':
    'A band along that line shows the buffer zone as reported; its width is schematic.',
};

/** Describes who stands where on a map, by stance, evidence apart, in the order of the scale. */
export function describeState(state: MapState, record: TroopRecord): Description {
  return {
    heading: `${QUESTION_NAME[state.question]}, as of ${formatDate(state.asOf)}`,
    sentences: [
      ...describeStandings(state.standings, (id) => record.actors.get(id)),
      ...spotlightSentence(state, (id) => record.actors.get(id)?.name ?? id),
      ...state.layers.map((layer) => LAYER_WORDS[layer]),
    ],
  };
}

function spotlightSentence(
  { spotlight }: MapState,
  name: (id: string) => string,
): readonly string[] {
  return spotlight.length > 0 ? [`Highlighted: ${joinNames(spotlight.map(name))}.`] : [];
}
