/** A frame's length in milliseconds, where the browser gives none. */
const FRAME = 16;

/** Calls back before the next frame, or soon where there are no frames to be had; returns how to cancel. */
export function nextFrame(work: () => void): () => void {
  try {
    const handle = requestAnimationFrame(work);
    return () => {
      cancelAnimationFrame(handle);
    };
  } catch {
    const timer = setTimeout(work, FRAME);
    return () => {
      clearTimeout(timer);
    };
  }
}

/** Does one piece of work before each of the frames to come; returns how to cancel those still to be done. */
export function inTurn([work, ...others]: readonly (() => void)[]): () => void {
  if (!work) return () => undefined;
  let cancel = nextFrame(() => {
    work();
    cancel = inTurn(others);
  });
  return () => {
    cancel();
  };
}
