import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from '../../../src/map/camera.ts';
import {
  layoutLabels,
  type LabelRequest,
  type PlacedLabel,
} from '../../../src/map/layoutLabels.ts';
import { doCross, shareWithin } from '../../../src/map/segments.ts';
import { evenly } from '../evenly.ts';

const RUNS = { numRuns: 600 };

/** Labels of one to four lines, on subjects from a dot to half a screen, some of them off the screen. */
const request = fc
  .record({
    anchor: fc.tuple(evenly(-100, 1300), evenly(-100, 900)),
    reach: fc.tuple(evenly(0, 400), evenly(0, 300)),
    width: fc.integer({ min: 20, max: 260 }),
    lines: fc.integer({ min: 1, max: 4 }),
    isGuarded: fc.boolean(),
  })
  .map(({ anchor: [x, y], reach: [dx, dy], width, lines, isGuarded }) => ({
    isGuarded,
    anchor: [x, y] as const,
    subject: [x - dx, y - dy, x + dx, y + dy] as const,
    width,
    height: lines * 18,
  }));

const requests = fc
  .array(request, { maxLength: 9 })
  .map((all) => all.map((one, index): LabelRequest => ({ ...one, id: `label-${index}` })));

const free: fc.Arbitrary<Box> = fc
  .tuple(
    evenly(0, 300),
    evenly(0, 200),
    fc.integer({ min: 60, max: 1400 }),
    fc.integer({ min: 60, max: 900 }),
  )
  .map(([x, y, width, height]) => [x, y, x + width, y + height]);

const obstacle: fc.Arbitrary<Box> = fc
  .tuple(evenly(0, 1100), evenly(0, 800), evenly(5, 300), evenly(5, 200))
  .map(([x, y, width, height]) => [x, y, x + width, y + height]);
const obstacles = fc.array(obstacle, { maxLength: 3 });

/** Pixels between two boxes along the axis that parts them; negative when they overlap. */
const gapBetween = (a: Box, b: Box) => Math.max(a[0] - b[2], b[0] - a[2], a[1] - b[3], b[1] - a[3]);

/** What rounding may cost, in pixels. */
const HAIR = 1e-6;

const isInside = ([x0, y0, x1, y1]: Box, outer: Box) =>
  x0 >= outer[0] - HAIR && y0 >= outer[1] - HAIR && x1 <= outer[2] + HAIR && y1 <= outer[3] + HAIR;

/** Points along a leader line, four a pixel at least. */
function pointsOf(label: PlacedLabel): readonly (readonly [number, number])[] {
  if (!label.leader) return [];
  const [x0, y0, x1, y1] = label.leader;
  const steps = Math.ceil(Math.hypot(x1 - x0, y1 - y0) * 4);
  return Array.from({ length: steps + 1 }, (_, index) => {
    const share = index / steps;
    return [x0 + (x1 - x0) * share, y0 + (y1 - y0) * share];
  });
}

const pairsOf = <T>(all: readonly T[]) =>
  all.flatMap((a, index) => all.slice(index + 1).map((b) => [a, b] as const));

describe('layoutLabels(requests, free, obstacles), for any labels, areas and obstacles,', () => {
  it('never lets two labels overlap or touch', () => {
    fc.assert(
      fc.property(requests, free, obstacles, (asked, area, blocked) => {
        for (const [a, b] of pairsOf(layoutLabels(asked, area, blocked))) {
          expect(gapBetween(a.box, b.box)).toBeGreaterThanOrEqual(6 - HAIR);
        }
      }),
      RUNS,
    );
  });

  it('keeps every label inside the free area and off the obstacles', () => {
    fc.assert(
      fc.property(requests, free, obstacles, (asked, area, blocked) => {
        for (const { box } of layoutLabels(asked, area, blocked)) {
          expect(isInside(box, area)).toBe(true);
          for (const one of blocked) expect(gapBetween(box, one)).toBeGreaterThanOrEqual(6 - HAIR);
        }
      }),
      RUNS,
    );
  });

  it('gives each label the room it asked for, at most once, in the order asked', () => {
    fc.assert(
      fc.property(requests, free, obstacles, (asked, area, blocked) => {
        const placed = layoutLabels(asked, area, blocked);
        const ids = placed.map(({ id }) => id);
        expect(ids).toEqual(asked.map(({ id }) => id).filter((id) => ids.includes(id)));
        for (const { id, box } of placed) {
          const { width, height } = asked.find((one) => one.id === id)!;
          expect(box[2] - box[0]).toBeCloseTo(width, 6);
          expect(box[3] - box[1]).toBeCloseTo(height, 6);
        }
      }),
      RUNS,
    );
  });

  it('starts every leader at the anchor and ends it half way down its label’s side, or above or below it', () => {
    fc.assert(
      fc.property(requests, free, obstacles, (asked, area, blocked) => {
        for (const { id, box, align, leader } of layoutLabels(asked, area, blocked)) {
          if (!leader) continue;
          expect(leader.slice(0, 2)).toEqual(asked.find((one) => one.id === id)!.anchor);
          const [left, top, right, bottom] = box;
          const [, , x, y] = leader;
          if (align === 'middle') {
            expect(Math.max(top - y, y - bottom)).toBeCloseTo(1, 6);
            expect(Math.min(x - left, right - x)).toBeGreaterThan((right - left) * 0.1);
          } else {
            expect(align === 'start' ? left - x : x - right).toBeCloseTo(6, 6);
            expect(y).toBeCloseTo((top + bottom) / 2, 6);
          }
        }
      }),
      RUNS,
    );
  });

  it('draws no leader through a label or an obstacle', () => {
    fc.assert(
      fc.property(requests, free, obstacles, (asked, area, blocked) => {
        const placed = layoutLabels(asked, area, blocked);
        for (const label of placed) {
          const points = pointsOf(label).map(([x, y]): Box => [x, y, x, y]);
          const inTheWay = [...placed.map(({ box }) => box), ...blocked];
          const gaps = inTheWay.flatMap((box) => points.map((at) => gapBetween(at, box)));
          expect(Math.min(...gaps, 0)).toBeGreaterThan(-HAIR);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('sets a label without a leader on its own subject', () => {
    fc.assert(
      fc.property(requests, free, obstacles, (asked, area, blocked) => {
        for (const { id, box, leader } of layoutLabels(asked, area, blocked)) {
          if (!leader) {
            expect(isInside(box, asked.find((one) => one.id === id)!.subject)).toBe(true);
          }
        }
      }),
      RUNS,
    );
  });

  it('gives the same picture for the same input', () => {
    fc.assert(
      fc.property(requests, free, obstacles, (asked, area, blocked) => {
        expect(layoutLabels(asked, area, blocked)).toEqual(layoutLabels(asked, area, blocked));
      }),
      { numRuns: 300 },
    );
  });
});

describe('layoutLabels(requests, free)', () => {
  const area: Box = [0, 0, 1000, 700];
  const small = (id: string, x: number, y: number): LabelRequest => ({
    id,
    anchor: [x, y],
    subject: [x - 5, y - 5, x + 5, y + 5],
    isGuarded: true,
    width: 120,
    height: 36,
  });

  it('sets a label inside a subject that is roomy enough', () => {
    const large: LabelRequest = { ...small('large', 500, 350), subject: [200, 200, 800, 500] };
    expect(layoutLabels([large], area)).toEqual([
      { id: 'large', box: [440, 332, 560, 368], align: 'middle', leader: null },
    ]);
  });

  it('sets it a little aside in one that is cut at the edge of the free area', () => {
    const cut: LabelRequest = { ...small('cut', 970, 350), subject: [600, 200, 1400, 500] };
    expect(layoutLabels([cut], area)).toEqual([
      { id: 'cut', box: [880, 332, 1000, 368], align: 'middle', leader: null },
    ]);
  });

  it('sets it beside a small one, with a short leader', () => {
    const [label] = layoutLabels([small('small', 500, 350)], area);
    expect(label).toMatchObject({ align: 'start', leader: [500, 350, 522, 350] });
  });

  it('turns to the other side at the right edge', () => {
    const [label] = layoutLabels([small('edge', 980, 350)], area);
    expect(label).toMatchObject({ align: 'end', leader: [980, 350, 958, 350] });
  });

  it('keeps off the guarded subjects of other labels where it can, and stands on others', () => {
    const beside = (isGuarded: boolean): LabelRequest => ({
      ...small('neighbour', 820, 350),
      subject: [520, 300, 900, 400],
      isGuarded,
    });
    const boxBeside = (isGuarded: boolean) =>
      layoutLabels([small('small', 500, 350), beside(isGuarded)], area).find(
        ({ id }) => id === 'small',
      )!.box;
    expect(gapBetween(boxBeside(true), beside(true).subject)).toBeGreaterThanOrEqual(0);
    expect(gapBetween(boxBeside(false), beside(false).subject)).toBeLessThan(0);
  });

  it('gives the first of two labels that ask for one place the place it would have alone', () => {
    const [first, second] = [small('first', 500, 350), small('second', 502, 350)].map((one) => ({
      ...one,
      isGuarded: false,
    }));
    const [kept, moved] = layoutLabels([first!, second!], area);
    expect(kept).toEqual(layoutLabels([first!], area)[0]);
    expect(gapBetween(moved!.box, kept!.box)).toBeGreaterThanOrEqual(6);
  });

  it('turns the first of two that the step is about where the other’s leader would run over it', () => {
    const two = [small('first', 500, 350), small('second', 502, 350)];
    expect(layoutLabels(two, area).map(({ align }) => align)).toEqual(['end', 'start']);
  });

  it('finds room for six labels of one crowded corner of Europe', () => {
    const crowd = Array.from({ length: 6 }, (_, index) =>
      small(`label-${index}`, 500 + (index % 3) * 25, 350 + Math.floor(index / 3) * 25),
    );
    expect(layoutLabels(crowd, area)).toHaveLength(6);
  });

  it('lets no leaders cross where another order of labels has none that do', () => {
    // Set in the order asked, the third has no place left but across the first.
    const three = [small('a', 210, 130), small('b', 140, 90), small('c', 200, 120)];
    const leaders = layoutLabels(three, [0, 0, 340, 200]).map(({ leader }) => leader!);
    expect(leaders).toHaveLength(3);
    expect(pairsOf(leaders).filter(([a, b]) => doCross(a, b))).toEqual([]);
  });

  it('takes a longer way around before a leader runs over what another label is about', () => {
    const wall: LabelRequest = { ...small('wall', 640, 350), subject: [515, 100, 760, 600] };
    const [label] = layoutLabels([small('small', 500, 350), wall], [440, 0, 1000, 700]);
    expect(label!.align).toBe('middle');
    expect(shareWithin(label!.leader!, wall.subject)).toBeNull();
  });

  it('leaves out a label that fits nowhere', () => {
    expect(layoutLabels([small('wide', 50, 50)], [0, 0, 100, 100])).toEqual([]);
    expect(layoutLabels([], area)).toEqual([]);
  });
});
