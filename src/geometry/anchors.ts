import { inscribedPoint } from './inscribed.ts';
import { project } from './projection.ts';
import type { LonLat, Point, Rings } from './points.ts';
import { ringsContain } from './rings.ts';
import { largestPolygon } from './shapeCore.ts';

/** Where a label reads better than at the widest place: near the middle of the land a reader thinks of. */
const BY_HAND: Readonly<Record<string, LonLat>> = {
  AZE: [48.2, 40.2],
  BEL: [4.7, 50.7],
  DNK: [9.2, 56],
  FIN: [26, 63],
  FRA: [2.5, 46.8],
  GBR: [-1.5, 52.6],
  GRC: [22.3, 39.3],
  HRV: [16.4, 45.75],
  ITA: [12.2, 43.2],
  KAZ: [54, 48.6],
  MDA: [28.6, 47.25],
  NLD: [5.7, 52.3],
  NOR: [9.5, 61.5],
  PRT: [-8, 39.7],
  RUS: [44, 57],
  SWE: [15.5, 60.5],
  TUR: [34, 39.2],
  UKR: [31.3, 49.1],
};

/** States that need a mark of constant screen size, since their shape is a few units wide. */
const DOTTED = ['AND', 'CYP', 'LIE', 'LUX', 'MCO', 'MLT', 'SMR', 'VAT'];

/** A point inside each shape's largest polygon, by id; throws when a point set by hand lies outside. */
export function anchorsFor(shapes: ReadonlyMap<string, readonly Rings[]>): Record<string, Point> {
  return Object.fromEntries(
    [...shapes].map(([id, polygons]) => [id, anchorFor(id, largestPolygon(id, polygons))]),
  );
}

/** The anchors of the states that need a dot, by id. */
export function dotsFor(anchors: Readonly<Record<string, Point>>): Record<string, Point> {
  return Object.fromEntries(
    DOTTED.map((id): [string, Point] => {
      const anchor = anchors[id];
      if (!anchor) throw new Error(`no shape for the dot of ${id}`);
      return [id, anchor];
    }),
  );
}

function anchorFor(id: string, polygon: Rings): Point {
  const place = BY_HAND[id];
  if (!place) return inscribedPoint(polygon);
  const point = project(place);
  if (!ringsContain(polygon, point)) {
    throw new Error(`the label point of ${id} lies outside its land`);
  }
  return point;
}
