import type { Box } from './camera.ts';

/** A straight line from one point to another. */
export type Segment = readonly [x0: number, y0: number, x1: number, y1: number];

/** Length of a segment. */
export function lengthOf([x0, y0, x1, y1]: Segment): number {
  return Math.hypot(x1 - x0, y1 - y0);
}

/** Share of a segment that lies in a box, 0–1, its edge included; null when they do not meet (Liang and Barsky). */
export function shareWithin([x0, y0, x1, y1]: Segment, box: Box): number | null {
  const sides = [
    [x0 - x1, x0 - box[0]],
    [x1 - x0, box[2] - x0],
    [y0 - y1, y0 - box[1]],
    [y1 - y0, box[3] - y0],
  ] as const;
  let [from, to] = [0, 1];
  for (const [direction, distance] of sides) {
    if (direction === 0 && distance < 0) return null;
    const at = direction === 0 ? 0 : distance / direction;
    if (direction < 0) from = Math.max(from, at);
    if (direction > 0) to = Math.min(to, at);
  }
  return from <= to ? to - from : null;
}

/** True when two segments cross; where one only touches the other it does not. */
export function doCross(a: Segment, b: Segment): boolean {
  return arePartedBy(a, b) && arePartedBy(b, a);
}

/** True when the line through `a` has the ends of `b` on its two sides. */
function arePartedBy([x0, y0, x1, y1]: Segment, b: Segment): boolean {
  const sideOf = (x: number, y: number): number => (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0);
  return sideOf(b[0], b[1]) * sideOf(b[2], b[3]) < 0;
}
