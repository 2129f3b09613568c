import { describe, expect, it } from 'vitest';
import { gridAt, isletAreaAt, thresholdAt } from '../../../src/geometry/detail.ts';
import { pullToHorizon, isOnHorizon } from '../../../src/geometry/horizon.ts';
import { projectExactly } from '../../../src/geometry/projection.ts';

const KYIV = projectExactly([30.5, 50.45]);
const PARIS = projectExactly([2.35, 48.86]);
const OTTAWA = projectExactly([-75.7, 45.42]);
const VADUZ = projectExactly([9.52, 47.14]);

describe('thresholdAt(point)', () => {
  it('is finest where the camera comes nearest and grows with the distance from Europe', () => {
    expect(thresholdAt(KYIV) * 6).toBeLessThan(thresholdAt(PARIS));
    expect(thresholdAt(PARIS) * 6).toBeLessThan(thresholdAt(OTTAWA));
  });

  it('leaves enough of the smallest states to draw', () => {
    expect(thresholdAt(VADUZ)).toBeLessThan(thresholdAt(PARIS) / 5);
  });

  it('never jumps between Ukraine and Iceland', () => {
    const reykjavik = projectExactly([-21.9, 64.1]);
    const steps = Array.from({ length: 200 }, (_, i) => i / 199);
    const thresholds = steps.map((share) =>
      thresholdAt([
        KYIV[0] + share * (reykjavik[0] - KYIV[0]),
        KYIV[1] + share * (reykjavik[1] - KYIV[1]),
      ]),
    );
    const growth = thresholds.slice(1).map((threshold, i) => threshold / thresholds[i]!);
    expect(Math.max(...growth)).toBeLessThan(1.5);
  });

  it('is coarsest on the horizon', () => {
    const behind = pullToHorizon(projectExactly([151.2, -33.87]));
    expect(isOnHorizon(behind)).toBe(true);
    expect(thresholdAt(behind)).toBeGreaterThan(10 * thresholdAt(OTTAWA));
  });
});

describe('isletAreaAt(point)', () => {
  it('asks for larger islands far away, and not for smaller ones near Ukraine', () => {
    expect(isletAreaAt(OTTAWA)).toBeGreaterThan(isletAreaAt(PARIS));
    expect(isletAreaAt(KYIV)).toBe(isletAreaAt(PARIS));
  });
});

describe('gridAt(point)', () => {
  it('is finer than the detail everywhere', () => {
    expect([KYIV, PARIS, OTTAWA, VADUZ].map(gridAt)).toEqual([1, 5, 10, 1]);
    for (const point of [KYIV, PARIS, OTTAWA, VADUZ]) {
      expect(gridAt(point) ** 2).toBeLessThan(Math.max(thresholdAt(point), 1.1));
    }
  });
});
