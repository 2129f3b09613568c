import { mapState, type MapState, type Scene } from '../../../src/map/mapState.ts';
import type { MapPaths } from '../../../src/render/renderDefinitions.ts';
import { mapRecord, MEMBERS, scene } from '../map/taleMap.ts';
import { position } from '../record/tale.ts';

/** A record with every way a position can stand: said, reported, both, and off the scale. */
export const RECORD = mapRecord([
  position('syl', { actor: 'SYL', stance: 'rules-out' }),
  position('frd', { actor: 'FRD', stance: 'ready', attribution: 'reported' }),
  position('rur', { actor: 'RUR', stance: 'open' }),
  position('rur-hint', { actor: 'RUR', stance: 'ready', attribution: 'unnamed-sources' }),
  position('eu', { actor: 'EU', stance: 'undecided' }),
  position('ukr', { actor: 'UKR', stance: 'ready' }),
  position('ors', { actor: 'ORS', stance: 'opposes' }),
  position('dst', { actor: 'DST', stance: 'open', attribution: 'reported' }),
]);

/** The map of a scene of the tale. */
export function stateOf(rest: Partial<Scene> = {}): MapState {
  return mapState(RECORD, MEMBERS, scene(rest));
}

/** The same map with other evidence or stances: what a record might bring one day. */
export function stateWith(standings: MapState['standings'], rest: Partial<Scene> = {}): MapState {
  return { ...stateOf(rest), standings };
}

const square = (x: number, y: number) => `M${x} ${y}h2000v2000h-2000z`;

/** The shapes of the tale; Grand Fenwick is a place that is no actor and yet a member of NATO. */
export const PATHS: MapPaths = {
  actors: {
    SYL: square(0, 0),
    FRD: 'M2990 990h20v20h-20z',
    RUR: square(4000, 0),
    UKR: square(6000, 0),
    ORS: square(8000, 0),
    TLN: square(8000, 2000),
  },
  places: { GRF: square(0, 2000) },
  context: square(4000, 2000),
  horizon: 'M-9000 0a9000 9000 0 1 0 18000 0z',
  graticule: 'M0 0h9',
  dashed: 'M0 0h8',
  crimea: 'M0 0h7v7z',
  smallPlaces: [[500, 2500]],
};
