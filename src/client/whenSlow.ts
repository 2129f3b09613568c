import { nextFrame } from './nextFrame.ts';

/** Pixels a frame; from here on, at 60 frames a second most of a step a second, nobody reads small print. */
const FAST = 20;

/**
 * Does a piece of work as soon as the reader scrolls slowly or not at all: in the next frame, or the first
 * after a fling. `position` tells how far the page is scrolled, in pixels. Returns how to cancel.
 */
export function whenSlow(position: () => number, work: () => void): () => void {
  let last = position();
  const look = (): void => {
    const now = position();
    const isFast = Math.abs(now - last) >= FAST;
    last = now;
    if (isFast) cancel = nextFrame(look);
    else work();
  };
  let cancel = nextFrame(look);
  return () => {
    cancel();
  };
}
