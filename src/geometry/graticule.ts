import { isOnHorizon } from './horizon.ts';
import { pairsText } from './paths.ts';
import { HORIZON_RADIUS, PLANE_CENTRE, projectExactly, roundPoint } from './projection.ts';
import type { Point } from './points.ts';

/** Meridians, degrees east. */
const MERIDIANS = steps(-160, 180, 20);

/** Parallels, degrees north. */
const PARALLELS = steps(-30, 80, 10);

/** Where meridians end, degrees north: nearer to the pole they would only be a knot. */
const NORTH_END = 80;

/** The meridian the plane is upright on, degrees east: every parallel is visible around it or not at all. */
const UPRIGHT = 20;

/** Longest piece, in degrees, that one cubic curve follows well enough for a hairline. */
const PIECE = 60;

/** Ends and controls of curves lie on this grid, in units: fewer bytes, and no eye sees it. */
const GRID = 10;

/** A line of the graticule by its longitude or latitude in degrees. */
type Curve = (degrees: number) => Point;

/** The part of a curve that is visible. */
interface Span {
  readonly curve: Curve;
  readonly from: number;
  readonly to: number;
}

/** A light graticule within the horizon, as a path of cubic curves. */
export function graticulePath(): string {
  return [...MERIDIANS.map(meridian), ...PARALLELS.map(parallel)].map(spanPath).join('');
}

/** The edge of the visible world: a circle as a closed path. */
export function horizonPath(): string {
  const [x, y] = PLANE_CENTRE;
  const r = Math.round(HORIZON_RADIUS);
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0-${2 * r} 0z`;
}

function meridian(lon: number): Span {
  const curve: Curve = (lat) => projectExactly([lon, lat]);
  return { curve, from: lastVisible(curve, NORTH_END, -90), to: NORTH_END };
}

function parallel(lat: number): Span {
  const curve: Curve = (lon) => projectExactly([lon, lat]);
  const to = lastVisible(curve, UPRIGHT, UPRIGHT + 180);
  return { curve, from: 2 * UPRIGHT - to, to };
}

/** How far a curve stays within the horizon on its way from one degree to another. */
function lastVisible(curve: Curve, from: number, to: number): number {
  const way = steps(0, Math.abs(to - from), 0.25).map((step) => from + Math.sign(to - from) * step);
  const hidden = way.findIndex((degrees) => isOnHorizon(curve(degrees)));
  return (hidden < 0 ? way.at(-1) : way[hidden - 1]) ?? from;
}

function spanPath({ curve, from, to }: Span): string {
  const count = Math.ceil((to - from) / PIECE);
  const length = (to - from) / count;
  const start = roundPoint(curve(from), GRID);
  let pen = start;
  const pieces = steps(1, count, 1).flatMap((i) => {
    const controls = cubic(curve, from + (i - 1) * length, from + i * length);
    const relative = controls.map(([x, y]): Point => [x - pen[0], y - pen[1]]);
    pen = controls[2];
    return relative;
  });
  return `M${pairsText([start])}c${pairsText(pieces)}`;
}

/** Two controls and the end of the cubic curve with the same ends and tangents as a piece of a curve. */
function cubic(curve: Curve, from: number, to: number): readonly [Point, Point, Point] {
  const third = (to - from) / 3;
  const [x0, y0] = curve(from);
  const [x1, y1] = curve(to);
  const [dx0, dy0] = slope(curve, from);
  const [dx1, dy1] = slope(curve, to);
  return [
    roundPoint([x0 + third * dx0, y0 + third * dy0], GRID),
    roundPoint([x1 - third * dx1, y1 - third * dy1], GRID),
    roundPoint([x1, y1], GRID),
  ];
}

/** Units a degree along a curve. */
function slope(curve: Curve, degrees: number): Point {
  const [ax, ay] = curve(degrees - 0.05);
  const [bx, by] = curve(degrees + 0.05);
  return [(bx - ax) * 10, (by - ay) * 10];
}

function steps(from: number, to: number, step: number): readonly number[] {
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);
}
