import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aroundView,
  boxToScreen,
  fitCamera,
  toScreen,
  unionOf,
  viewFor,
  type Box,
} from '../../../src/map/camera.ts';
import { viewOf } from '../../../src/map/viewOf.ts';
import { PLANE } from './taleMap.ts';
import { evenly } from '../evenly.ts';

const RUNS = { numRuns: 2000 };

/** A box from corner and size, both in the given ranges. */
function boxes(corner: [number, number], size: [number, number]): fc.Arbitrary<Box> {
  const place = evenly(corner[0], corner[1]);
  const side = evenly(size[0], size[1]);
  return fc
    .tuple(place, place, side, side)
    .map(([x, y, width, height]) => [x, y, x + width, y + height]);
}

/** Views on the plane, from a town to the whole hemisphere, and free areas from a watch to a wall. */
const view = boxes([-13_000, 13_000], [10, 27_000]);
const free = boxes([0, 800], [40, 3000]);

const sidesOf = ([x0, y0, x1, y1]: Box) => [x1 - x0, y1 - y0] as const;
const middleOf = ([x0, y0, x1, y1]: Box) => [(x0 + x1) / 2, (y0 + y1) / 2] as const;

/** A thousandth of a pixel: what rounding may cost. */
const HAIR = 1e-3;

describe('fitCamera(view, free), for any view and free area,', () => {
  it('shows the whole view inside the free area', () => {
    fc.assert(
      fc.property(view, free, (seen, area) => {
        const [x0, y0, x1, y1] = boxToScreen(fitCamera(seen, area), seen);
        expect(x0).toBeGreaterThanOrEqual(area[0] - HAIR);
        expect(y0).toBeGreaterThanOrEqual(area[1] - HAIR);
        expect(x1).toBeLessThanOrEqual(area[2] + HAIR);
        expect(y1).toBeLessThanOrEqual(area[3] + HAIR);
      }),
      RUNS,
    );
  });

  it('shows it in the middle', () => {
    fc.assert(
      fc.property(view, free, (seen, area) => {
        const [x, y] = middleOf(boxToScreen(fitCamera(seen, area), seen));
        expect(x).toBeCloseTo(middleOf(area)[0], 3);
        expect(y).toBeCloseTo(middleOf(area)[1], 3);
      }),
      RUNS,
    );
  });

  it('shows it as large as can be: it fills the width or the height', () => {
    fc.assert(
      fc.property(view, free, (seen, area) => {
        const [width, height] = sidesOf(boxToScreen(fitCamera(seen, area), seen));
        const [freeWidth, freeHeight] = sidesOf(area);
        expect(Math.min(freeWidth - width, freeHeight - height)).toBeCloseTo(0, 3);
      }),
      RUNS,
    );
  });

  it('keeps shapes as they are: a unit is as many pixels across as down', () => {
    fc.assert(
      fc.property(view, free, (seen, area) => {
        const camera = fitCamera(seen, area);
        const [x, y] = toScreen(camera, [1000, 1000]);
        const [right, below] = [toScreen(camera, [2000, 1000]), toScreen(camera, [1000, 2000])];
        expect(right[0] - x).toBeCloseTo(below[1] - y, 6);
        expect([right[1], below[0]]).toEqual([y, x]);
      }),
    );
  });
});

describe('unionOf(boxes)', () => {
  it('is the smallest box around all of them', () => {
    expect(
      unionOf([
        [0, 5, 10, 6],
        [-3, 0, 2, 20],
      ]),
    ).toEqual([-3, 0, 10, 20]);
    expect(unionOf([[1, 2, 3, 4]])).toEqual([1, 2, 3, 4]);
  });

  it('throws when there is nothing to show', () => {
    expect(() => unionOf([])).toThrow('expected at least one box');
  });
});

describe('viewFor(boxes)', () => {
  const several = fc.array(boxes([-13_000, 13_000], [0, 9000]), { minLength: 1, maxLength: 8 });

  it('contains all of them, with room around, in whole units', () => {
    fc.assert(
      fc.property(several, (shown) => {
        const [x0, y0, x1, y1] = viewFor(shown);
        const all = unionOf(shown);
        const [width, height] = sidesOf(all);
        expect(all[0] - x0).toBeGreaterThanOrEqual(width * 0.05 - 1);
        expect(x1 - all[2]).toBeGreaterThanOrEqual(width * 0.05 - 1);
        expect(all[1] - y0).toBeGreaterThanOrEqual(height * 0.05 - 1);
        expect(y1 - all[3]).toBeGreaterThanOrEqual(height * 0.05 - 1);
        expect([x0, y0, x1, y1].every(Number.isInteger)).toBe(true);
      }),
      RUNS,
    );
  });

  it('shows a region of 1400 units even around a point, the point in its middle', () => {
    expect(viewFor([[100, 200, 100, 200]])).toEqual([-600, -500, 800, 900]);
    fc.assert(
      fc.property(several, (shown) => {
        const [width, height] = sidesOf(viewFor(shown));
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(1400);
        const [x, y] = middleOf(viewFor(shown));
        const middle = middleOf(unionOf(shown));
        expect(Math.hypot(x - middle[0], y - middle[1])).toBeLessThan(1);
      }),
      RUNS,
    );
  });

  it('does not depend on the order', () => {
    fc.assert(
      fc.property(several, (shown) => {
        expect(viewFor(shown.toReversed())).toEqual(viewFor(shown));
      }),
    );
  });
});

describe('viewOf(plane, view)', () => {
  it('shows actors, regions and lines by name', () => {
    expect(viewOf(PLANE, ['SYL', 'RUR'])).toEqual(viewFor([[0, 0, 6000, 2000]]));
    expect(viewOf(PLANE, ['valley'])).toEqual([-500, -200, 10_500, 4200]);
    expect(viewOf(PLANE, ['line_of_the_tale'])).toEqual([6300, 300, 7700, 1700]);
  });

  it('throws on a name that nothing on the plane has', () => {
    expect(() => viewOf(PLANE, ['valley', 'DST'])).toThrow('nothing on the plane is called "DST"');
  });
});

describe('aroundView(view)', () => {
  it.each([1, 1.5, 2.6])(
    'holds all that a frame %s times as wide as high shows of the view',
    (ratio) => {
      const shown: Box = [0, 0, 2600, 1000];
      const frame: Box = [0, 0, 500 * ratio, 500];
      const { k, x, y } = fitCamera(shown, frame);
      const around = aroundView(shown);
      expect((0 - x) / k).toBeGreaterThanOrEqual(around[0]);
      expect((0 - y) / k).toBeGreaterThanOrEqual(around[1]);
      expect((frame[2] - x) / k).toBeLessThanOrEqual(around[2]);
      expect((frame[3] - y) / k).toBeLessThanOrEqual(around[3]);
    },
  );
});
