import { presimplify, simplify } from 'topojson-simplify';
import type { Objects, Topology } from 'topojson-specification';
import { gridAt, thresholdAt } from './detail.ts';
import { pullToHorizon } from './horizon.ts';
import { projectExactly, roundPoint } from './projection.ts';
import { turn } from './rings.ts';
import type { LonLat } from './points.ts';

/** An arc in whole units, as topojson wants it. */
type PlaneArc = number[][];

/**
 * Projects arcs of degrees into the plane and simplifies them after Visvalingam, by the detail
 * wanted at each place; a border is simplified once, so both neighbours keep the same line.
 * `coarseness` multiplies the threshold of the arc with the given index.
 */
export function simplifyArcs(
  arcs: readonly (readonly LonLat[])[],
  coarseness: (index: number) => number,
): PlaneArc[] {
  const plane = arcs.map((arc) => arc.map((place) => [...pullToHorizon(projectExactly(place))]));
  // Weighing each corner by the threshold of its place makes 1 the threshold everywhere.
  const weighed = presimplify(
    arcsOnly(plane),
    ([a, b, c]) => Math.abs(turn(a, b, c)) / 2 / thresholdAt(b),
  );
  const byCoarseness = new Map<number, PlaneArc[]>();
  return arcs.map((_, i) => {
    const level = coarseness(i);
    const simplified = byCoarseness.get(level) ?? simplify(weighed, level).arcs;
    byCoarseness.set(level, simplified);
    return (simplified[i] ?? []).map(onGrid);
  });
}

/** A topology of arcs alone. */
export function arcsOnly(arcs: PlaneArc[]): Topology<Objects> {
  return { type: 'Topology', objects: {}, arcs };
}

function onGrid([x = NaN, y = NaN]: readonly number[]): number[] {
  return [...roundPoint([x, y], gridAt([x, y]))];
}
