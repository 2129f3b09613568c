import type { Point } from './plane.ts';

/** Paths of `pathForRings`, joined: `M`, start, `l`, steps, `z`; then rings that begin with a relative `m`. */
const CLOSED_RINGS = /^(?:M-?\d+[ -]\d+l[-\d ]+z(?:m[-\d ]+z)*)*$/;

/** Reads the closed rings back from a path that `pathForRings` wrote; throws on any other path. */
export function ringsFromPath(path: string): readonly (readonly Point[])[] {
  if (!CLOSED_RINGS.test(path)) throw new Error(`not a path of closed rings: ${path.slice(0, 40)}`);
  const texts = path.split('z').slice(0, -1);
  let pen: Point = [0, 0];
  return texts.map((text) => {
    const ring = pointsFrom(text, text.startsWith('M') ? [0, 0] : pen);
    pen = ring[0] ?? pen;
    return ring;
  });
}

/** The points that pairs of steps lead to. */
function pointsFrom(text: string, start: Point): readonly Point[] {
  const numbers = (text.match(/-?\d+/g) ?? []).map(Number);
  let [x, y] = start;
  return Array.from({ length: numbers.length / 2 }, (_, i): Point => {
    x += numbers[2 * i] ?? 0;
    y += numbers[2 * i + 1] ?? 0;
    return [x, y];
  });
}
