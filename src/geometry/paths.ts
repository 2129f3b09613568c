import type { Line, Point, Ring, Rings } from './points.ts';
import { at, ringArea, turn } from './rings.ts';

/** A compact path of closed rings in whole units; rings without area are left out. */
export function pathForRings(rings: Rings): string {
  return relativePath(
    rings.map(withoutIdlePoints).filter((ring) => ringArea(ring) > 0),
    'z',
  );
}

/** A compact path of open lines in whole units. */
export function pathForLines(lines: readonly Line[]): string {
  return relativePath(
    lines.map(withoutRepeats).filter((line) => line.length > 1),
    '',
  );
}

/** Pairs of numbers as path data: a minus sign separates by itself. */
export function pairsText(pairs: readonly Point[]): string {
  return pairs
    .map(([x, y], i) => `${i > 0 && x >= 0 ? ' ' : ''}${x}${y < 0 ? '' : ' '}${y}`)
    .join('');
}

function relativePath(lines: readonly Line[], close: 'z' | ''): string {
  let pen: Point = [0, 0];
  let path = '';
  for (const line of lines) {
    const [start = pen, ...steps] = line.map((point, i): Point => minus(point, line[i - 1] ?? pen));
    // The first start is absolute, so that paths may be joined. After an `m`, pairs are relative
    // lines by themselves; after an `M` they would be absolute ones.
    path += path
      ? `m${pairsText([start, ...steps])}`
      : `M${pairsText([start])}l${pairsText(steps)}`;
    path += close;
    // After `z` the pen is back at the ring's first point.
    pen = (close ? line[0] : line.at(-1)) ?? pen;
  }
  return path;
}

function minus([ax, ay]: Point, [bx, by]: Point): Point {
  return [ax - bx, ay - by];
}

function withoutRepeats(line: Line): Line {
  return line.filter(([x, y], i) => i === 0 || x !== line[i - 1]?.[0] || y !== line[i - 1]?.[1]);
}

/** Drops points that do not change the ring's outline: repeats, and those on the line between their neighbours. */
function withoutIdlePoints(ring: Ring): Ring {
  const kept: Point[] = [];
  for (const point of withoutRepeats(ring)) {
    while (kept.length > 1 && turn(at(kept, -2), at(kept, -1), point) === 0) kept.pop();
    kept.push(point);
  }
  while (kept.length > 2 && turn(at(kept, -2), at(kept, -1), at(kept, 0)) === 0) kept.pop();
  while (kept.length > 2 && turn(at(kept, -1), at(kept, 0), at(kept, 1)) === 0) kept.shift();
  return kept;
}
