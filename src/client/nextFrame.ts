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

/** Calls back in a frame to come, the next being 1; returns how to cancel. */
export function inFrames(count: number, work: () => void): () => void {
  let cancel = nextFrame(() => {
    if (count <= 1) work();
    else cancel = inFrames(count - 1, work);
  });
  return () => {
    cancel();
  };
}
