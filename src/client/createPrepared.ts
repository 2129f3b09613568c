/** Results worked out ahead, in idle time, for keys that will be asked for later. */
export interface Prepared<Key, Result> {
  /** The result for a key: at once if it is there, else worked out now. */
  of(key: Key): Result;
  /** Forgets every result and begins again, some milliseconds of work an idle moment. */
  renew(): void;
  destroy(): void;
}

/** After so many milliseconds of work the browser is asked again whether it is idle. */
const MOMENT = 8;
/** Milliseconds between two pieces of work where the browser does not tell when it is idle. */
const FALLBACK_PAUSE = 60;

/** Prepares `work` for all keys, in their order; a key asked for early is worked out on the spot. */
export function createPrepared<Key extends object, Result>(
  keys: readonly Key[],
  work: (key: Key) => Result,
): Prepared<Key, Result> {
  let results = new WeakMap<Key, Result>();
  let left: Key[] = [];
  let cancel = (): void => undefined;

  const of = (key: Key): Result => {
    const known = results.get(key);
    if (known !== undefined) return known;
    const made = work(key);
    results.set(key, made);
    return made;
  };
  const prepareNext = (): void => {
    const key = left.shift();
    if (!key) return;
    try {
      of(key);
    } catch {
      // It fails again where it is asked for, and there it can be answered.
    }
  };
  const go = (): void => {
    const end = performance.now() + MOMENT;
    while (left.length > 0 && performance.now() < end) prepareNext();
    if (left.length > 0) cancel = whenIdle(go);
  };

  return {
    of,
    renew() {
      cancel();
      results = new WeakMap();
      left = [...keys];
      cancel = whenIdle(go);
    },
    destroy() {
      cancel();
    },
  };
}

/** Calls back in an idle moment, or after a pause where there is no such signal; returns how to cancel. */
function whenIdle(work: () => void): () => void {
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(work, FALLBACK_PAUSE);
    return () => {
      clearTimeout(timer);
    };
  }
  const handle = requestIdleCallback(work);
  return () => {
    cancelIdleCallback(handle);
  };
}
