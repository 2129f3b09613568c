import type { Scene } from '../../../src/map/mapState.ts';
import type { Plane } from '../../../src/map/plane.ts';
import type { TroopRecord } from '../../../src/record/troopRecord.ts';
import type { Actor } from '../../../src/schema/actor.ts';
import type { Members } from '../../../src/schema/place.ts';
import type { Position } from '../../../src/schema/position.ts';
import { ACTORS as TALE_ACTORS, taleRecord } from '../record/tale.ts';

/** The actors of the tale; its host has the id that the map layers know the host by, and there is NATO. */
export const ACTORS: readonly Actor[] = [
  ...TALE_ACTORS.map((actor) => (actor.role === 'host' ? { ...actor, id: 'UKR' } : actor)),
  {
    id: 'NATO',
    kind: 'organisation',
    name: 'Alliance of the Tale',
    code: 'NATO',
    role: 'organisation',
    spokesperson_rule: 'Secretary.',
  },
  { ...TALE_ACTORS[0]!, id: 'DST', name: 'Drowned Sevrin', code: 'DS' },
];

/** A record of these actors and the given positions. */
export function mapRecord(positions: readonly Position[]): TroopRecord {
  return {
    ...taleRecord(positions),
    actors: new Map(ACTORS.map((actor) => [actor.id, actor])),
  };
}

/** An organisation that Ruritania joins in April. */
export const MEMBERS: Members = {
  EU: { always: ['FRD', 'SYL'] },
  NATO: { always: ['SYL', 'GRF'], since: { RUR: '2024-04-01' } },
};

/** A scene of the tale: the whole record in June, nothing spotlighted, unless said otherwise. */
export function scene(rest: Partial<Scene> = {}): Scene {
  return {
    date: '2024-06-01',
    question: 'post-ceasefire-force',
    spotlight: [],
    layers: [],
    view: ['valley'],
    show: 'record',
    ...rest,
  };
}

/** The world of the tale: squares in a row, Freedonia so small that it has a dot; Drowned Sevrin is off it. */
export const PLANE: Plane = {
  anchors: {
    SYL: [1000, 1000],
    FRD: [3000, 1000],
    RUR: [5000, 1000],
    UKR: [7000, 1000],
    ORS: [9000, 1000],
    TLN: [9000, 3000],
    GRF: [1000, 3000],
  },
  bounds: {
    SYL: [0, 0, 2000, 2000],
    FRD: [2990, 990, 3010, 1010],
    RUR: [4000, 0, 6000, 2000],
    UKR: [6000, 0, 8000, 2000],
    ORS: [8000, 0, 10_000, 2000],
    TLN: [8000, 2000, 10_000, 4000],
    GRF: [0, 2000, 2000, 4000],
  },
  dots: { FRD: [3000, 1000] },
  seats: { brussels: [1500, 1500] },
  regions: { valley: [0, 0, 10_000, 4000], line_of_the_tale: [6500, 500, 7500, 1500] },
  lines: {
    contact: [
      [6500, 500],
      [7500, 1500],
    ],
    band: [
      [6500, 500],
      [7500, 1500],
    ],
  },
  layerLabels: {
    'contact-line': {
      id: 'line',
      name: 'Schematic line,',
      words: ['June 2024'],
      anchor: [7000, 1000],
      subject: [7000, 1000, 7000, 1000],
      keepsWords: true,
    },
  },
};
