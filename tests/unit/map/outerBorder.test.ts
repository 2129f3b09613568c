import { describe, expect, it } from 'vitest';
import { outerBorder } from '../../../src/map/outerBorder.ts';
import type { Point } from '../../../src/map/plane.ts';

const square = (x: number, y: number): Point[] => [
  [x, y],
  [x + 10, y],
  [x + 10, y + 10],
  [x, y + 10],
];

/** Ends of all edges that a path of absolute lines draws, each in one order. */
function edgesOf(path: string): string[] {
  const lines = path.split('M').slice(1);
  const edges = lines.flatMap((line) => {
    const points = [...line.matchAll(/(-?\d+) (-?\d+)/g)].map(([, x, y]) => `${x},${y}`);
    return points.slice(1).map((end, i) => [points[i], end].sort().join(' '));
  });
  return edges.sort();
}

describe('outerBorder', () => {
  it('draws all of a shape that stands alone', () => {
    const [lines = ''] = outerBorder([[square(0, 0)]]);
    expect(edgesOf(lines)).toEqual(['0,0 0,10', '0,0 10,0', '0,10 10,10', '10,0 10,10'].sort());
  });

  it('leaves out a border between two shapes, and only that', () => {
    const [left = '', right = ''] = outerBorder([[square(0, 0)], [square(10, 0)]]);
    expect(edgesOf(left)).toEqual(['0,0 0,10', '0,0 10,0', '0,10 10,10'].sort());
    expect(edgesOf(right)).toEqual(['10,0 20,0', '10,10 20,10', '20,0 20,10'].sort());
  });

  it('draws a coast on every island and round every hole', () => {
    const hole: Point[] = [
      [2, 2],
      [2, 4],
      [4, 4],
      [4, 2],
    ];
    const [lines = ''] = outerBorder([[square(0, 0), hole, square(-500, 700)]]);
    expect(edgesOf(lines)).toHaveLength(12);
  });

  it('has nothing of a shape that others surround', () => {
    const around = [
      [-10, 0],
      [10, 0],
      [0, -10],
      [0, 10],
    ] as const;
    const [middle] = outerBorder([[square(0, 0)], ...around.map(([x, y]) => [square(x, y)])]);
    expect(middle).toBe('');
  });
});
