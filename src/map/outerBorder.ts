import type { Point } from './plane.ts';

/**
 * The outer border of shapes that meet corner for corner, as a path of open lines for each shape: its
 * coasts and its borders to all others, none to one of them. A shape is its closed rings in whole plane
 * units.
 */
export function outerBorder(shapes: readonly (readonly (readonly Point[])[])[]): readonly string[] {
  const single = new Set<number>();
  for (const ring of shapes.flat()) {
    ring.forEach((point, index) => {
      const middle = middleOf(point, next(ring, index));
      if (!single.delete(middle)) single.add(middle);
    });
  }
  return shapes.map((rings) => rings.map((ring) => outerLines(ring, single)).join(''));
}

/** The runs of a ring's edges that are of one shape alone. */
function outerLines(ring: readonly Point[], single: ReadonlySet<number>): string {
  let lines = '';
  let isDrawing = false;
  ring.forEach((point, index) => {
    const end = next(ring, index);
    const isOuter = single.has(middleOf(point, end));
    if (isOuter) lines += `${isDrawing ? ' ' : `M${point.join(' ')}L`}${end.join(' ')}`;
    isDrawing = isOuter;
  });
  return lines;
}

function next(ring: readonly Point[], index: number): Point {
  return ring[index + 1] ?? ring[0] ?? [0, 0];
}

/** An edge by the place of its middle, the same from both sides: on a map no two edges cross. */
function middleOf([x0, y0]: Point, [x1, y1]: Point): number {
  return (x0 + x1) * 2 ** 20 + y0 + y1;
}
