import { buildRecord, type TroopRecord } from '../../../src/record/troopRecord.ts';
import type { Actor } from '../../../src/schema/actor.ts';
import type { Position } from '../../../src/schema/position.ts';
import type { Vocabulary } from '../../../src/schema/vocabulary.ts';

/** Invented actors: three states, an organisation, the host, a belligerent and its ally. */
export const ACTORS: readonly Actor[] = [
  actor('SYL', 'Sylvania', 'SY'),
  actor('FRD', 'Freedonia', 'FD'),
  actor('RUR', 'Ruritania', 'RI'),
  { ...actor('EU', 'Union of the Tale', 'EU'), kind: 'organisation', role: 'organisation' },
  { ...actor('UQB', 'Uqbar', 'UQ'), role: 'host' },
  { ...actor('ORS', 'Orsinia', 'OR'), role: 'belligerent' },
  { ...actor('TLN', 'Tlön', 'TL'), role: 'ally-of-belligerent' },
];

function actor(id: string, name: string, code: string): Actor {
  return { id, kind: 'country', name, code, spokesperson_rule: 'Whoever is awake.' };
}

const VOCABULARY: Vocabulary = {
  stance: {
    ready: 'would send',
    open: 'does not rule it out',
    undecided: 'has not decided',
    'support-only': 'would help otherwise',
    'rules-out': 'will not send',
    opposes: 'wants nobody to send',
  },
  about: {
    combat: 'fighting',
    instructors: 'teaching',
    'post-ceasefire-force': 'watching over a truce',
    'buffer-zone': 'standing between',
    contractors: 'companies',
    unspecified: 'not said',
    context: 'background',
  },
  attribution: { 'on-record': 'said', reported: 'reported', 'unnamed-sources': 'whispered' },
  confidence: { high: 'two outlets', medium: 'one outlet', low: 'weak' },
  check: ['confirmed', 'differs'],
  conditions: { 'after-truce': 'only after a truce' },
};

/** A position of Sylvania on a force after a ceasefire, on record, unless said otherwise. */
export function position(id: string, rest: Partial<Position> = {}): Position {
  return {
    id,
    actor: 'SYL',
    date: '2024-03-05',
    stance: 'open',
    about: 'post-ceasefire-force',
    conditions: [],
    attribution: 'on-record',
    speaker: { name: 'Ambassador Trentino', role: 'Ambassador' },
    paraphrase: 'Trentino said something about the valley.',
    sources: ['herald-2024-03-05-valley'],
    confidence: 'medium',
    ...rest,
  };
}

/** A record of invented actors and the given positions, as of the end of 2024. */
export function taleRecord(positions: readonly Position[]): TroopRecord {
  return buildRecord({
    actors: ACTORS,
    sources: {},
    positions,
    vocabulary: VOCABULARY,
    standings: { as_of: '2024-12-31', current: {}, no_position_found: [] },
  });
}
