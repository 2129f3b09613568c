import { HORIZON_RADIUS, PLANE_CENTRE } from './projection.ts';
import type { Line, Point, Ring } from './points.ts';
import { at } from './rings.ts';

/** Corners on the horizon may be off the circle by their grid, in units. */
const TOLERANCE = 8;

/**
 * A plane point pulled onto the horizon when it lies beyond it. Land behind the horizon collapses
 * to a line without area, so that no polygon needs clipping.
 */
export function pullToHorizon([x, y]: Point): Point {
  const [cx, cy] = PLANE_CENTRE;
  const reach = Math.hypot(x - cx, y - cy) / HORIZON_RADIUS;
  return reach <= 1 ? [x, y] : [cx + (x - cx) / reach, cy + (y - cy) / reach];
}

/** Whether a point lies on the horizon, give or take the grid. */
export function isOnHorizon([x, y]: Point): boolean {
  const [cx, cy] = PLANE_CENTRE;
  return Math.hypot(x - cx, y - cy) > HORIZON_RADIUS - TOLERANCE;
}

/** The parts of a line that lie within the horizon. */
export function visibleLines(line: Line): readonly Line[] {
  const parts: Point[][] = [[]];
  for (const point of line) {
    if (isOnHorizon(point)) parts.push([]);
    else parts.at(-1)?.push(point);
  }
  return parts.filter((part) => part.length > 1);
}

/**
 * A ring that follows the horizon straight from where it goes behind to where it comes back; empty
 * when it lies behind as a whole. What was pulled onto the circle beyond these two points would be
 * drawn as a hair.
 */
export function withoutHairs(ring: Ring): Ring {
  const start = ring.findIndex((point) => !isOnHorizon(point));
  if (start < 0) return [];
  const kept: Point[] = [];
  let behind: Point[] = [];
  for (const point of [...ring.slice(start), ...ring.slice(0, start), at(ring, start)]) {
    if (isOnHorizon(point)) behind.push(point);
    else {
      kept.push(...betweenEnds(behind), point);
      behind = [];
    }
  }
  return kept.slice(0, -1);
}

/** Of points on the horizon, the ends and those on the way from one to the other. */
function betweenEnds(points: readonly Point[]): readonly Point[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return [];
  const whole = angleBetween(first, last);
  let reached = 0;
  return points.filter((point, i) => {
    const share = angleBetween(first, point) / whole;
    const isOnTheWay = i === 0 || i === points.length - 1 || (share > reached && share < 1);
    if (isOnTheWay) reached = share;
    return isOnTheWay;
  });
}

/** The angle in radians from one point to another as seen from the plane's centre, −π to π. */
function angleBetween([ax, ay]: Point, [bx, by]: Point): number {
  const [cx, cy] = PLANE_CENTRE;
  const turn = Math.atan2(by - cy, bx - cx) - Math.atan2(ay - cy, ax - cx);
  return Math.atan2(Math.sin(turn), Math.cos(turn));
}
