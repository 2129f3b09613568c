import { PLACES, type Move, type Place } from './movesBetween.ts';

/** A place's bar on one of the two days. */
export interface FlowNode {
  readonly place: Place;
  readonly count: number;
  readonly y: number;
  readonly height: number;
}

/** Actors that went from one place to another, as a ribbon between the bars. */
export interface FlowRibbon {
  readonly from: Place;
  readonly to: Place;
  readonly names: readonly string[];
  /** Outline in the picture's pixels. */
  readonly d: string;
}

/** The two days side by side, in pixels. */
export interface FlowChart {
  readonly before: readonly FlowNode[];
  readonly after: readonly FlowNode[];
  readonly ribbons: readonly FlowRibbon[];
  readonly height: number;
}

/** Height of one actor, room between bars and the least height of a bar's row: a line of text fits in it. */
const ACTOR = 9;
const GAP = 8;
const LEAST = 22;

/**
 * Bars by place on two days and the ribbons between them, one actor `ACTOR` pixels high. Actors outside
 * the scale are left out. `left` and `right` are where the bars' inner edges stand.
 */
export function layoutFlow(moves: readonly Move[], left: number, right: number): FlowChart {
  const scaled = moves.filter(({ isScaled }) => isScaled);
  const before = nodesOf(scaled.map(({ from }) => from));
  const after = nodesOf(scaled.map(({ to }) => to));
  const height = Math.max(...[...before, ...after].map((node) => node.y + rowOf(node.count)), 0);
  return { before, after, height, ribbons: ribbonsOf(scaled, before, after, left, right) };
}

function nodesOf(places: readonly Place[]): readonly FlowNode[] {
  let y = 0;
  return PLACES.flatMap((place) => {
    const count = places.filter((one) => one === place).length;
    if (count === 0) return [];
    const node = { place, count, y, height: count * ACTOR };
    y += rowOf(count) + GAP;
    return [node];
  });
}

function rowOf(count: number): number {
  return Math.max(count * ACTOR, LEAST);
}

function ribbonsOf(
  moves: readonly Move[],
  before: readonly FlowNode[],
  after: readonly FlowNode[],
  left: number,
  right: number,
): readonly FlowRibbon[] {
  const starts = new Map(before.map(({ place, y }) => [place, y]));
  const ends = new Map(after.map(({ place, y }) => [place, y]));
  return PLACES.flatMap((from) =>
    PLACES.flatMap((to) => {
      const own = moves.filter((move) => move.from === from && move.to === to);
      const [y0, y1] = [starts.get(from), ends.get(to)];
      if (own.length === 0 || y0 === undefined || y1 === undefined) return [];
      const tall = own.length * ACTOR;
      starts.set(from, y0 + tall);
      ends.set(to, y1 + tall);
      const names = own.map(({ actor }) => actor.name);
      return [{ from, to, names, d: ribbon([left, y0], [right, y1], tall) }];
    }),
  );
}

function ribbon(
  [x0, y0]: readonly [number, number],
  [x1, y1]: readonly [number, number],
  tall: number,
): string {
  const mid = (x0 + x1) / 2;
  const there = `M${x0} ${y0}C${mid} ${y0} ${mid} ${y1} ${x1} ${y1}`;
  return `${there}v${tall}C${mid} ${y1 + tall} ${mid} ${y0 + tall} ${x0} ${y0 + tall}Z`;
}
