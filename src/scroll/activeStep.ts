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
}

/**
 * The state of the story for a trigger line at `line` pixels from the top of the viewport: the last step
 * whose top has reached the line, so a gap between steps keeps the one above it. Any state is reached
 * from any other in one call; scrolling direction, speed and history do not matter. The steps stand in
 * document order; their boxes are read only where the search needs them.
 */
export function activeStep(steps: readonly StepBox[], line: number): ScrollState {
  const index = lastReached(steps, line);
  const isLast = index === steps.length - 1;
  const isPast = isLast && (steps[index]?.bottom ?? Infinity) <= line;
  const phase = index < 0 ? 'before' : isPast ? 'after' : 'in';
  return { phase, step: steps[index]?.id ?? '', index };
}

/** Binary search for the last step whose top is at or above the line; −1 for none. */
function lastReached(steps: readonly StepBox[], line: number): number {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle]?.top ?? Infinity) <= line) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
