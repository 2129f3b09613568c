import type { Point, Rings } from './points.ts';
import { boxOf, distanceToEdge, ringsContain } from './rings.ts';

/** Squares that cannot beat the best point by this many units are not looked into. */
const PRECISION = 4;

/** A square of the plane with the clearance of its middle. */
interface Cell {
  readonly middle: Point;
  /** Half the square's side, in units. */
  readonly half: number;
  /** Distance from the middle to the nearest edge, in units; negative outside the polygon. */
  readonly clearance: number;
}

/**
 * The point of a polygon farthest from its edges, to within a few units and at whole units where
 * that stays inside: the middle of the largest inscribed circle. Throws when the polygon is empty.
 */
export function inscribedPoint(polygon: Rings): Point {
  const [x0, y0, x1, y1] = boxOf(polygon.flat());
  const half = Math.max(x1 - x0, y1 - y0) / 2;
  let open = [cellAt(polygon, [(x0 + x1) / 2, (y0 + y1) / 2], half)];
  let best = open[0];
  while (best && open.length > 0) {
    const quarters = open.flatMap((cell) => quartersOf(polygon, cell));
    best = quarters.reduce((a, b) => (b.clearance > a.clearance ? b : a), best);
    const least: number = best.clearance + PRECISION;
    open = quarters.filter((cell) => cell.clearance + cell.half * Math.SQRT2 > least);
  }
  if (!best || best.clearance <= 0) throw new Error('no point lies inside an empty polygon');
  const rounded: Point = [Math.round(best.middle[0]), Math.round(best.middle[1])];
  return ringsContain(polygon, rounded) ? rounded : best.middle;
}

function quartersOf(polygon: Rings, { middle: [x, y], half }: Cell): readonly Cell[] {
  const side = half / 2;
  const corners: readonly Point[] = [
    [x - side, y - side],
    [x + side, y - side],
    [x - side, y + side],
    [x + side, y + side],
  ];
  return corners.map((corner) => cellAt(polygon, corner, side));
}

function cellAt(polygon: Rings, middle: Point, half: number): Cell {
  const distance = distanceToEdge(polygon, middle);
  return { middle, half, clearance: ringsContain(polygon, middle) ? distance : -distance };
}
