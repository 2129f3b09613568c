import { shownStanding } from '../record/shownStanding.ts';
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
  /** True where what stands at its end is known from reports alone. */
  readonly isReported: boolean;
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
  const byWay = Map.groupBy(moves, (move) => wayOf(move));
  return WAYS.flatMap(({ from, to, isReported }) => {
    const own = byWay.get(keyOf(from, to, isReported)) ?? [];
    const [y0, y1] = [starts.get(from), ends.get(to)];
    if (own.length === 0 || y0 === undefined || y1 === undefined) return [];
    const tall = own.length * ACTOR;
    starts.set(from, y0 + tall);
    ends.set(to, y1 + tall);
    const names = own.map(({ actor }) => actor.name);
    return [{ from, to, isReported, names, d: ribbon([left, y0], [right, y1], tall) }];
  });
}

/** Every way from place to place, in the order in which ribbons leave and reach their bars. */
const WAYS = PLACES.flatMap((from) =>
  PLACES.flatMap((to) => [false, true].map((isReported) => ({ from, to, isReported }))),
);

function keyOf(from: Place, to: Place, isReported: boolean): string {
  return [from, to, isReported].join();
}

function wayOf({ from, to, after }: Move): string {
  return keyOf(from, to, shownStanding(after)?.evidence === 'reported');
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
