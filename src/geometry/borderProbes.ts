import type { Plane } from './plane.ts';
import { ringsFromPath } from '../map/pathRings.ts';
import { project } from './projection.ts';
import type { LonLat, Point, Rings } from './points.ts';
import { ringsContain } from './rings.ts';
import { CONTEXT } from './shapeIds.ts';

/** A town whose country the map must get right. */
export interface BorderProbe {
  readonly town: string;
  /** [longitude, latitude], degrees. */
  readonly at: LonLat;
  /** The shape it must lie in, and in no other. */
  readonly owner: string;
}

/** Towns on every border that maps disagree about. */
export const BORDER_PROBES: readonly BorderProbe[] = [
  { town: 'Simferopol', at: [34.1, 44.95], owner: 'UKR' },
  { town: 'Sevastopol', at: [33.56, 44.585], owner: 'UKR' },
  { town: 'Kerch', at: [36.45, 45.35], owner: 'UKR' },
  { town: 'Yalta', at: [34.15, 44.52], owner: 'UKR' },
  { town: 'Donetsk', at: [37.8, 48], owner: 'UKR' },
  { town: 'Luhansk', at: [39.3, 48.57], owner: 'UKR' },
  { town: 'Pristina', at: [21.17, 42.66], owner: 'KOS' },
  { town: 'Tiraspol', at: [29.62, 46.84], owner: 'MDA' },
  { town: 'Famagusta', at: [33.9, 35.14], owner: 'CYP' },
  { town: 'Kyrenia', at: [33.31, 35.32], owner: 'CYP' },
  { town: 'Nicosia', at: [33.36, 35.15], owner: 'CYP' },
  { town: 'Sukhumi', at: [41.02, 43.02], owner: 'GEO' },
  { town: 'Tskhinvali', at: [43.97, 42.23], owner: 'GEO' },
  { town: 'Anapa', at: [37.35, 44.92], owner: 'RUS' },
  { town: 'Kaliningrad', at: [20.5, 54.7], owner: 'RUS' },
];

/**
 * Reads the emitted paths back and tells, a sentence each, which towns do not lie in exactly the
 * shape they belong to; empty when all do.
 */
export function checkBorders(plane: Plane): readonly string[] {
  const places = planeRings(plane);
  return BORDER_PROBES.flatMap(({ town, at, owner }) => {
    const found = placesAt(places, project(at));
    if (found.length === 1 && found[0] === owner) return [];
    return [`${town} lies in ${found.join(' and ') || 'no shape'}, expected ${owner} alone`];
  });
}

/** The rings of each emitted shape by id, and of `context`. */
export function planeRings(plane: Plane): ReadonlyMap<string, Rings> {
  const shapes = plane.shapes.map(({ id, d }): [string, Rings] => [id, ringsFromPath(d)]);
  return new Map([...shapes, [CONTEXT, ringsFromPath(plane.context)]]);
}

/** The ids of all places whose rings contain a point. */
export function placesAt(places: ReadonlyMap<string, Rings>, point: Point): readonly string[] {
  return [...places].filter(([, rings]) => ringsContain(rings, point)).map(([id]) => id);
}
