// @ts-check

/**
 * @typedef {object} TraceEvent the fields read of an event of a trace; times in microseconds
 * @property {string} name
 * @property {string} ph
 * @property {number} pid
 * @property {number} tid
 * @property {number} ts
 * @property {number} [dur]
 * @property {number} [tdur] processor time of the thread
 */

const KINDS = {
  script:
    /^(EvaluateScript|FunctionCall|FireAnimationFrame|TimerFire|EventDispatch|RunMicrotasks|(v8|V8)\.|\w*GC\w*|ComputeIntersections|IntersectionObserver)/,
  style: /^(UpdateLayoutTree|RecalculateStyles|ScheduleStyleRecalculation)/,
  layout: /^(Layout|InvalidateLayout|HitTest)/,
  paint: /^(PrePaint|Paint|Layerize|Commit|UpdateLayer|CompositeLayers|Decode)/,
};

/**
 * Time the main thread spends in each kind of work between the marks of a scroll.
 * @param {readonly TraceEvent[]} events
 * @param {number} frames
 * @returns {Record<'script' | 'style' | 'layout' | 'paint' | 'otherWork', number>} ms a frame
 */
export function timeByKind(events, frames) {
  const total = { script: 0, style: 0, layout: 0, paint: 0, otherWork: 0 };
  for (const [name, time] of selfTimes(events)) total[kindOf(name)] += time / 1000 / frames;
  return total;
}

/** @param {string} name */
function kindOf(name) {
  const found = Object.entries(KINDS).find(([, pattern]) => pattern.test(name));
  return found ? /** @type {keyof typeof KINDS} */ (found[0]) : 'otherWork';
}

/**
 * Time of every kind of event less that of the events inside it.
 * @param {readonly TraceEvent[]} events
 * @returns {Map<string, number>} microseconds by name
 */
export function selfTimes(events) {
  /** @type {Map<string, number>} */
  const times = new Map();
  const add = (/** @type {string} */ name, /** @type {number} */ time) =>
    times.set(name, (times.get(name) ?? 0) + time);
  /** @type {{ name: string, end: number }[]} */
  const open = [];
  for (const { name, ts, dur = 0, tdur = dur } of scrollEvents(events)) {
    while ((open.at(-1)?.end ?? Infinity) <= ts) open.pop();
    const parent = open.at(-1);
    if (parent) add(parent.name, -tdur);
    add(name, tdur);
    open.push({ name, end: ts + dur });
  }
  return times;
}

/**
 * The main thread's events between the marks, outer ones before those inside them.
 * @param {readonly TraceEvent[]} events
 */
function scrollEvents(events) {
  const start = events.find(({ name }) => name === 'bench-scroll-start');
  const end = events.find(({ name }) => name === 'bench-scroll-end');
  if (!start || !end) throw new Error('The trace has no scrolling in it.');
  return events
    .filter(({ ph, pid, tid }) => ph === 'X' && pid === start.pid && tid === start.tid)
    .filter(({ ts }) => ts >= start.ts && ts <= end.ts)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
}
