import { describe, expect, it } from 'vitest';
import { ringsFromPath } from '../../../src/map/pathRings.ts';
import { pathForLines, pathForRings } from '../../../src/geometry/paths.ts';
import type { Ring } from '../../../src/geometry/points.ts';

const SQUARE: Ring = [
  [10, 20],
  [30, 20],
  [30, 40],
  [10, 40],
];
const TRIANGLE: Ring = [
  [-5, -5],
  [0, 5],
  [5, -5],
];

describe('pathForRings(rings)', () => {
  it('writes relative steps with the minus as separator and starts each ring from the last', () => {
    expect(pathForRings([SQUARE, TRIANGLE])).toBe('M10 20l20 0 0 20-20 0zm-15-25 5 10 5-10z');
  });

  it('leaves out points that change nothing: repeats and those on a straight edge', () => {
    const idle: Ring = [SQUARE[0]!, SQUARE[0]!, [20, 20], ...SQUARE.slice(1), [10, 30]];
    expect(pathForRings([idle])).toBe(pathForRings([SQUARE]));
  });

  it('leaves out rings without area', () => {
    const flat: Ring = [
      [0, 0],
      [5, 5],
      [9, 9],
    ];
    expect(pathForRings([flat, []])).toBe('');
  });
});

describe('pathForLines(lines)', () => {
  it('leaves lines open and starts each from the end of the last', () => {
    const lines = [
      [[0, 0] as const, [5, -5] as const],
      [[6, -5] as const, [6, -5] as const, [7, 0] as const],
    ];
    expect(pathForLines(lines)).toBe('M0 0l5-5m1 0 1 5');
  });
});

describe('ringsFromPath(path)', () => {
  it('reads back what pathForRings wrote', () => {
    expect(ringsFromPath(pathForRings([SQUARE, TRIANGLE, SQUARE]))).toEqual([
      SQUARE,
      TRIANGLE,
      SQUARE,
    ]);
    expect(ringsFromPath('')).toEqual([]);
    expect(ringsFromPath(pathForRings([TRIANGLE]) + pathForRings([SQUARE]))).toEqual([
      TRIANGLE,
      SQUARE,
    ]);
  });

  it('throws on anything that is no closed ring of whole steps', () => {
    expect(() => ringsFromPath('M0 0l5-5')).toThrow('not a path of closed rings: M0 0l5-5');
    expect(() => ringsFromPath('M0 0 5 5 9 0z')).toThrow('not a path of closed rings');
    expect(() => ringsFromPath('M0 0l5.5 5 9 0z')).toThrow('not a path of closed rings');
  });
});
