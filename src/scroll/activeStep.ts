/** A step's extent on the screen: `top` and `bottom` in pixels from the top of the viewport. */
export interface StepBox {
  readonly id: string;
  readonly top: number;
  readonly bottom: number;
}

/** Where the reader is. */
export interface ScrollState {
  readonly phase: 'before' | 'in' | 'after';
  /** Id of the active step; empty before the first, the last one's after the end. */
  readonly step: string;
  /** Index of the active step; −1 before the first. */
  readonly index: number;
  /** How much of the story has passed the line, 0–1. */
  readonly progress: number;
}

/**
 * The state of the story for a trigger line at `line` pixels from the top of the viewport: the last step
 * whose top has reached the line, so a gap between steps keeps the one above it. Any state is reached
 * from any other in one call; scrolling direction, speed and history do not matter.
 */
export function activeStep(steps: readonly StepBox[], line: number): ScrollState {
  const first = steps[0];
  const last = steps.at(-1);
  if (!first || !last) return { phase: 'before', step: '', index: -1, progress: 0 };
  const index = steps.findLastIndex(({ top }) => top <= line);
  const phase = index < 0 ? 'before' : last.bottom <= line ? 'after' : 'in';
  const passed = (line - first.top) / Math.max(1, last.bottom - first.top);
  return { phase, step: steps[index]?.id ?? '', index, progress: Math.min(1, Math.max(0, passed)) };
}
