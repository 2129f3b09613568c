import type { TroopRecord } from '../record/troopRecord.ts';
import type { Standing } from '../record/standing.ts';
import { isOnScale } from '../record/isOnScale.ts';
import { formatDate } from '../i18n/dates.ts';
import {
  joinNames,
  numberInWords,
  QUESTION_NAME,
  roleOutside,
  STANCE_NAME,
  stancePhraseOf,
} from '../i18n/words.ts';
import { STANCES, type Layer, type Stance } from '../schema/vocabulary.ts';
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
  const name = (id: string): string => record.actors.get(id)?.name ?? id;
  const scaled = state.standings.filter(({ actor }) => {
    const known = record.actors.get(actor);
    return known !== undefined && isOnScale(known);
  });
  const outside = state.standings.filter((standing) => !scaled.includes(standing));
  const groups = STANCES.flatMap((stance) => sentencesFor(stance, scaled, name));
  return {
    heading: `${QUESTION_NAME[state.question]}, as of ${formatDate(state.asOf)}`,
    sentences: [
      ...(groups.length > 0 ? groups : ['No position of any government is shown.']),
      ...outside.map((standing) => outsideSentence(standing, record)),
      ...spotlightSentence(state, name),
      ...state.layers.map((layer) => LAYER_WORDS[layer]),
    ],
  };
}

function sentencesFor(
  stance: Stance,
  standings: readonly Standing[],
  name: (id: string) => string,
): readonly string[] {
  return (['on-record', 'reported'] as const).flatMap((evidence) => {
    const actors = standings.filter(
      (standing) => standing.stance === stance && standing.evidence === evidence,
    );
    if (actors.length === 0) return [];
    const suffix = evidence === 'reported' ? ', reported' : '';
    const names = actors.map(({ actor }) => name(actor)).sort((a, b) => a.localeCompare(b, 'en'));
    return [
      `${STANCE_NAME[stance]}${suffix} (${numberInWords(actors.length)}): ${joinNames(names)}.`,
    ];
  });
}

function outsideSentence({ actor, stance, evidence }: Standing, record: TroopRecord): string {
  const known = record.actors.get(actor);
  const place = known && roleOutside(known);
  const says =
    known?.role === 'host' ? stancePhraseOf(known, stance) : STANCE_NAME[stance].toLowerCase();
  return `Outside the scale: ${known?.name ?? actor}, ${place ?? ''}: ${says}${evidence === 'reported' ? ', reported' : ''}.`;
}

function spotlightSentence(
  { spotlight }: MapState,
  name: (id: string) => string,
): readonly string[] {
  return spotlight.length > 0 ? [`Highlighted: ${joinNames(spotlight.map(name))}.`] : [];
}
