import { unproject } from './projection.ts';
import type { Box, Point, Rings } from './points.ts';
import { boxOf, ringArea } from './rings.ts';

/** A part belongs to the core when it is at least this share of the largest part … */
const SHARE = 0.01;

/** … and no farther from it than this, in units (320 km): Corsica yes, the Canaries and Svalbard no. */
const REACH = 600;

/** West of the Urals, degrees east: what a camera that must show Russia has to contain. */
const RUSSIA_IN_EUROPE: readonly [number, number] = [27, 60];

/** The box a camera must contain to show a shape: its largest polygon and large ones beside it. */
export function boundsFor(id: string, polygons: readonly Rings[]): Box {
  const main = largestPolygon(id, polygons);
  if (id === 'RUS') return boxOf(outline(main).filter(isWestOfUrals));
  const box = boxOf(outline(main));
  const least = SHARE * areaOf(main);
  const near = polygons.filter(
    (polygon) => areaOf(polygon) >= least && gap(box, boxOf(outline(polygon))) <= REACH,
  );
  return boxOf([main, ...near].flatMap(outline));
}

/** The polygon of a shape with the most area; throws when the shape has none. */
export function largestPolygon(id: string, polygons: readonly Rings[]): Rings {
  const [first, ...others] = polygons;
  if (!first) throw new Error(`${id} has no land`);
  return others.reduce((a, b) => (areaOf(b) > areaOf(a) ? b : a), first);
}

function isWestOfUrals(point: Point): boolean {
  const [lon] = unproject(point);
  return lon > RUSSIA_IN_EUROPE[0] && lon < RUSSIA_IN_EUROPE[1];
}

function areaOf(polygon: Rings): number {
  return ringArea(outline(polygon));
}

function outline(polygon: Rings): readonly Point[] {
  return polygon[0] ?? [];
}

/** The distance between two boxes along the axis where they are farthest apart, in units. */
function gap([ax0, ay0, ax1, ay1]: Box, [bx0, by0, bx1, by1]: Box): number {
  return Math.max(bx0 - ax1, ax0 - bx1, by0 - ay1, ay0 - by1, 0);
}
