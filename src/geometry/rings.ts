import type { Box, Point, Ring, Rings } from './points.ts';

/** Area inside a ring in square units, whatever its direction. */
export function ringArea(ring: Ring): number {
  return Math.abs(signedArea(ring));
}

/** Twice the signed area of the triangle a, b, c: 0 when they lie on one line. */
export function turn([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number {
  return (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
}

/** Whether a point lies inside rings by the even-odd rule; a point on an edge may go either way. */
export function ringsContain(rings: Rings, point: Point): boolean {
  return rings.reduce((inside, ring) => inside !== ringContains(ring, point), false);
}

/** Distance in units from a point to the nearest edge of the rings; Infinity where there is none. */
export function distanceToEdge(rings: Rings, point: Point): number {
  const distances = rings.flatMap((ring) =>
    ring.map((from, i) => distanceToSegment(point, from, at(ring, i + 1))),
  );
  return distances.reduce((least, distance) => Math.min(least, distance), Infinity);
}

/** The smallest box around points. */
export function boxOf(points: readonly Point[]): Box {
  return points.reduce<Box>(
    ([x0, y0, x1, y1], [x, y]) => [
      Math.min(x0, x),
      Math.min(y0, y),
      Math.max(x1, x),
      Math.max(y1, y),
    ],
    [Infinity, Infinity, -Infinity, -Infinity],
  );
}

/** A ring's point by index, counted round the ring; throws on an empty ring. */
export function at(ring: Ring, index: number): Point {
  const point = ring[(index + ring.length) % ring.length];
  if (!point) throw new Error('an empty ring has no points');
  return point;
}

function signedArea(ring: Ring): number {
  return ring.reduce((sum, [ax, ay], i) => {
    const [bx, by] = at(ring, i + 1);
    return sum + (ax * by - bx * ay) / 2;
  }, 0);
}

function ringContains(ring: Ring, [x, y]: Point): boolean {
  return ring.reduce((inside, [ax, ay], i) => {
    const [bx, by] = at(ring, i + 1);
    const crosses = ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax;
    return inside !== crosses;
  }, false);
}

function distanceToSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const along = length === 0 ? 0 : ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length;
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay));
}
