import { HORIZON_RADIUS, PLANE_CENTRE, projectExactly } from './projection.ts';
import type { Box, Point } from './points.ts';
import { boxOf } from './rings.ts';

/** Worth full detail, in units: Iceland to the Volga, Lapland to Crete; the Caucasus and the Caspian Sea. */
const EUROPE: readonly Box[] = [
  [0, 200, 8300, 7900],
  [8300, 3600, 9600, 7000],
];

/** About half a square pixel where Europe is 1000 pixels wide, in square units. */
const EUROPE_THRESHOLD = 70;

/** A camera three times nearer still meets half a square pixel. */
const UKRAINE_THRESHOLD = 7;

/** Width of the ring around Ukraine in which its detail fades into Europe's, in units. */
const FADE = 350;

/** Distance beyond Europe's frame at which a line's detail is halved, in units. */
const HALVING_DISTANCE = 300;

/** No coarser than this anywhere: the camera never steps so far back that it would not show. */
const FAR_THRESHOLD = 3000;

/** On the horizon a corner is only there to bend the line with the circle. */
const HORIZON_THRESHOLD = 60000;

/** An island must span this many triangles of the smallest kind to be drawn. */
const ISLET_TRIANGLES = 3;

/** The ends of the land that the Ukraine close-up shows. */
const UKRAINE: Box = boxOf([
  projectExactly([22, 48]),
  projectExactly([40.5, 49]),
  projectExactly([32, 52.5]),
  projectExactly([34, 44.2]),
]);

/** Land that Europe's detail would leave without a shape: within `radius` units of `centre` its own threshold holds. */
const TINY: readonly { readonly centre: Point; readonly radius: number; readonly area: number }[] =
  [
    { centre: projectExactly([1.58, 42.54]), radius: 50, area: 10 }, // Andorra
    { centre: projectExactly([9.55, 47.15]), radius: 40, area: 5 }, // Liechtenstein
    { centre: projectExactly([7.42, 43.74]), radius: 12, area: 1 }, // Monaco
    { centre: projectExactly([14.4, 35.92]), radius: 60, area: 10 }, // Malta
    { centre: projectExactly([12.46, 43.94]), radius: 20, area: 3 }, // San Marino
  ];

/** Steps of the grid that corners are put on, in units: numbers that end in 0 or 5 cost fewer bytes. */
const GRIDS = [10, 5];

/** The smallest triangle, in square units, that a corner must span with its neighbours to be kept. */
export function thresholdAt(point: Point): number {
  const tiny = TINY.find(({ centre, radius }) => distance(centre, point) < radius);
  if (tiny) return tiny.area;
  if (distance(PLANE_CENTRE, point) > HORIZON_RADIUS - 1) return HORIZON_THRESHOLD;
  const near = Math.min(1, distanceToBox(UKRAINE, point) / FADE);
  const inEurope = UKRAINE_THRESHOLD * (EUROPE_THRESHOLD / UKRAINE_THRESHOLD) ** near;
  // Detail is a length and the threshold an area: halving one quarters the other.
  const away = Math.min(...EUROPE.map((box) => distanceToBox(box, point)));
  const far = (1 + away / HALVING_DISTANCE) ** 2;
  return Math.min(FAR_THRESHOLD, inEurope * far);
}

/** The smallest island, in square units, that is drawn at a point. */
export function isletAreaAt(point: Point): number {
  return ISLET_TRIANGLES * Math.max(thresholdAt(point), EUROPE_THRESHOLD);
}

/** The grid, in units, that corners at a point are put on: always finer than the detail there. */
export function gridAt(point: Point): number {
  const threshold = thresholdAt(point);
  return GRIDS.find((grid) => grid * grid * 1.2 <= threshold) ?? 1;
}

function distance([ax, ay]: Point, [bx, by]: Point): number {
  return Math.hypot(ax - bx, ay - by);
}

function distanceToBox([x0, y0, x1, y1]: Box, [x, y]: Point): number {
  return Math.hypot(Math.max(x0 - x, 0, x - x1), Math.max(y0 - y, 0, y - y1));
}
