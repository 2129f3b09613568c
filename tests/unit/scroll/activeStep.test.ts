import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activeStep, type ScrollState, type StepBox } from '../../../src/scroll/activeStep.ts';

const RUNS = { numRuns: 3000 };

/** A story on a page, in 64ths of a pixel, as browsers lay out: sums of them are exact. */
interface Layout {
  /** Top of the first step, from the top of the page; negative when it starts above it. */
  readonly start: number;
  readonly steps: readonly { readonly height: number; readonly gap: number }[];
  readonly viewport: number;
  /** The trigger line as a share of the viewport, in eighths: exact as well. */
  readonly share: number;
}

const pixels = (min: number, max: number) =>
  fc.integer({ min: min * 64, max: max * 64 }).map((parts) => parts / 64);

const step = fc.record({
  height: fc.oneof({ weight: 9, arbitrary: pixels(0, 3000) }, fc.constant(0)),
  gap: fc.oneof(fc.constant(0), pixels(0, 900)),
});

const layout: fc.Arbitrary<Layout> = fc.record({
  start: pixels(-500, 2000),
  steps: fc.array(step, { minLength: 1, maxLength: 24 }),
  viewport: pixels(200, 2200),
  share: fc.constantFrom(0, 0.25, 0.375, 0.5, 0.625, 0.75, 1),
});

const scroll = pixels(-300, 40_000);

/** Where the steps are on the screen when the page is scrolled, gaps below each step. */
function boxesAt({ start, steps }: Layout, scrolled: number): readonly StepBox[] {
  let top = start - scrolled;
  return steps.map(({ height, gap }, index) => {
    const box = { id: `step-${index}`, top, bottom: top + height };
    top += height + gap;
    return box;
  });
}

const lineOf = ({ viewport, share }: Layout) => viewport * share;

const stateAt = (page: Layout, scrolled: number) =>
  activeStep(boxesAt(page, scrolled), lineOf(page));

/** The definition again, by ownership: a step owns the screen from its top down to the next one's. */
function ownerOf(boxes: readonly StepBox[], line: number): ScrollState {
  if (boxes.length === 0 || line < boxes[0]!.top) return { phase: 'before', step: '', index: -1 };
  for (let index = 0; index < boxes.length; index += 1) {
    const end = boxes[index + 1]?.top ?? Number.POSITIVE_INFINITY;
    if (line < end) {
      const isOver = index === boxes.length - 1 && line >= boxes[index]!.bottom;
      return { phase: isOver ? 'after' : 'in', step: boxes[index]!.id, index };
    }
  }
  throw new Error('the last step owns everything below it');
}

describe('activeStep(steps, line)', () => {
  const steps: readonly StepBox[] = [
    { id: 'one', top: 100, bottom: 300 },
    { id: 'two', top: 300, bottom: 500 },
    { id: 'three', top: 700, bottom: 900 },
  ];

  it('is before the story above the first step, with no step', () => {
    expect(activeStep(steps, 99.9)).toEqual({ phase: 'before', step: '', index: -1 });
  });

  it('is in a step from its top on', () => {
    expect(activeStep(steps, 100)).toMatchObject({ phase: 'in', step: 'one', index: 0 });
    expect(activeStep(steps, 299.9)).toMatchObject({ phase: 'in', step: 'one', index: 0 });
    expect(activeStep(steps, 300)).toMatchObject({ phase: 'in', step: 'two', index: 1 });
  });

  it('keeps the step above a gap until the next one comes', () => {
    expect(activeStep(steps, 699.9)).toMatchObject({ phase: 'in', step: 'two', index: 1 });
  });

  it('is after the story from the bottom of the last step on, and keeps that step', () => {
    expect(activeStep(steps, 899.9)).toMatchObject({ phase: 'in', step: 'three' });
    expect(activeStep(steps, 900)).toEqual({ phase: 'after', step: 'three', index: 2 });
    expect(activeStep(steps, 90_000)).toEqual({ phase: 'after', step: 'three', index: 2 });
  });

  it('is before a story without steps, wherever the line is', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (line) => {
        expect(activeStep([], line)).toEqual({ phase: 'before', step: '', index: -1 });
      }),
    );
  });
});

describe('activeStep(steps, line), for any heights, gaps, lines and viewports,', () => {
  it('is the step that owns the line, or before or after all of them', () => {
    fc.assert(
      fc.property(layout, scroll, (page, scrolled) => {
        const boxes = boxesAt(page, scrolled);
        expect(activeStep(boxes, lineOf(page))).toEqual(ownerOf(boxes, lineOf(page)));
      }),
      RUNS,
    );
  });

  it('is the step whose top a link has brought to the line, or the last of those that start there', () => {
    fc.assert(
      fc.property(layout, fc.nat(), (page, number) => {
        const target = number % page.steps.length;
        const { top } = boxesAt(page, 0)[target]!;
        const boxes = boxesAt(page, top - lineOf(page));
        const starting = boxes.filter((box) => box.top === boxes[target]!.top);
        expect(activeStep(boxes, lineOf(page)).step).toBe(starting.at(-1)!.id);
      }),
      RUNS,
    );
  });

  it('never goes back while the reader goes on, in step or phase', () => {
    const phases = ['before', 'in', 'after'];
    fc.assert(
      fc.property(layout, fc.array(scroll, { minLength: 2, maxLength: 30 }), (page, scrolls) => {
        const states = scrolls.sort((a, b) => a - b).map((scrolled) => stateAt(page, scrolled));
        for (const [index, state] of states.slice(1).entries()) {
          const before = states[index]!;
          expect(state.index).toBeGreaterThanOrEqual(before.index);
          expect(phases.indexOf(state.phase)).toBeGreaterThanOrEqual(phases.indexOf(before.phase));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('reads a box only where the search needs it: 5 of 24 steps, and the last one’s end', () => {
    fc.assert(
      fc.property(layout, scroll, (page, scrolled) => {
        let reads = 0;
        const counted = boxesAt(page, scrolled).map(({ id, top, bottom }) => ({
          id,
          get top() {
            reads += 1;
            return top;
          },
          get bottom() {
            reads += 1;
            return bottom;
          },
        }));
        activeStep(counted, lineOf(page));
        expect(reads).toBeLessThanOrEqual(Math.ceil(Math.log2(page.steps.length + 1)) + 1);
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on where the reader was before', () => {
    fc.assert(
      fc.property(layout, fc.array(scroll, { maxLength: 20 }), (page, journey) => {
        const there = journey.map((scrolled) => stateAt(page, scrolled));
        const back = journey.toReversed().map((scrolled) => stateAt(page, scrolled));
        expect(back.toReversed()).toEqual(there);
      }),
      { numRuns: 500 },
    );
  });

  it('depends on the distance of steps and line alone, not on the size of the screen', () => {
    fc.assert(
      fc.property(layout, scroll, pixels(-2000, 2000), (page, scrolled, shift) => {
        const boxes = boxesAt(page, scrolled);
        const shifted = boxes.map(({ id, top, bottom }) => ({
          id,
          top: top + shift,
          bottom: bottom + shift,
        }));
        expect(activeStep(shifted, lineOf(page) + shift)).toEqual(activeStep(boxes, lineOf(page)));
      }),
      { numRuns: 1000 },
    );
  });
});
