import { feature, mergeArcs, mesh } from 'topojson-client';
import type { MultiPolygon, Topology } from 'topojson-specification';
import { correctedParts, type LandPart } from './corrections.ts';
import { isletAreaAt } from './detail.ts';
import { visibleLines, withoutHairs } from './horizon.ts';
import { project } from './projection.ts';
import type { Line, LonLat, Point, Ring, Rings } from './points.ts';
import { ringArea } from './rings.ts';
import { CONTEXT, SHAPE_IDS } from './shapeIds.ts';
import { arcsOnly, simplifyArcs } from './simplifiedArcs.ts';
import { degreeArcs, type AtlasTopology } from './worldAtlas.ts';

/** The Vatican is narrower than the data's grid: its outline there is a line. */
const LOST_OUTLINES: Readonly<Record<string, LonLat>> = { VAT: [12.453, 41.904] };

/** Neutral land is background: its corners span so many times the triangle of a shape's. */
const CONTEXT_COAST = 2;

/** Borders within neutral land are only hinted at. */
const CONTEXT_BORDER = 8;

/** Land in the plane, in whole units: neighbours share every point of their border. */
export interface Land {
  /** The polygons of each shape by id: an outer ring, then its holes. */
  readonly shapes: ReadonlyMap<string, readonly Rings[]>;
  /** The polygons of all other land. */
  readonly context: readonly Rings[];
  /** The Crimea polygon, as it is part of Ukraine's shape. */
  readonly crimea: readonly Rings[];
  /** Kosovo's border with Serbia. */
  readonly kosovo: readonly Line[];
  /** The southern edge of the buffer zone across Cyprus. */
  readonly greenLine: readonly Line[];
  /** Borders between states that are both neutral context. */
  readonly contextBorders: readonly Line[];
}

/** Corrects, projects and simplifies the atlas; throws when its data changed. */
export function buildLand(atlas: AtlasTopology): Land {
  const all = correctedParts(atlas);
  const bounded = partsByArc(all);
  const plane = arcsOnly(
    simplifyArcs(degreeArcs(atlas), (arc) => coarsenessOf(bounded.get(arc) ?? [])),
  );
  const parts = withoutIslets(plane, all, bounded);
  return {
    shapes: new Map(SHAPE_IDS.map((id) => [id, shapePolygons(plane, id, ownedBy(parts, id))])),
    context: merged(plane, parts.filter(isContext)),
    crimea: merged(
      plane,
      parts.filter((part) => part.origin === 'crimea'),
    ),
    ...bordersIn(plane, parts),
  };
}

/** Leaves out small islands: polygons that touch no other and are not their owner's largest. */
function withoutIslets(
  plane: Topology,
  parts: readonly LandPart[],
  bounded: ReadonlyMap<number, readonly LandPart[]>,
): readonly LandPart[] {
  const outline = new Map(parts.map((part) => [part, outerRing(plane, part)]));
  const areaOf = (part: LandPart): number => ringArea(outline.get(part) ?? []);
  const touches = (part: LandPart): boolean =>
    part.arcs.flat().some((arc) => (bounded.get(plain(arc)) ?? []).length > 1);
  const largest = new Map<string, number>();
  for (const part of parts) {
    largest.set(part.owner, Math.max(largest.get(part.owner) ?? 0, areaOf(part)));
  }
  return parts.filter((part) => {
    const area = areaOf(part);
    const isLarge = area > isletAreaAt(outline.get(part)?.[0] ?? [0, 0]);
    return isLarge || touches(part) || area === largest.get(part.owner);
  });
}

/** How much coarser than a shape's an arc may be, by the polygons that it bounds. */
function coarsenessOf(parts: readonly LandPart[]): number {
  if (!parts.every(isContext)) return 1;
  return parts.length > 1 ? CONTEXT_BORDER : CONTEXT_COAST;
}

/** Which polygons each arc bounds. */
function partsByArc(parts: readonly LandPart[]): ReadonlyMap<number, readonly LandPart[]> {
  const byArc = new Map<number, LandPart[]>();
  for (const part of parts) {
    for (const arc of part.arcs.flat()) {
      byArc.set(plain(arc), [...(byArc.get(plain(arc)) ?? []), part]);
    }
  }
  return byArc;
}

function bordersIn(
  plane: Topology,
  parts: readonly LandPart[],
): Pick<Land, 'kosovo' | 'greenLine' | 'contextBorders'> {
  const cyprus = ownedBy(parts, 'CYP');
  const isNorth = (part: LandPart): boolean => part.origin === 'northernCyprus';
  const countries = Map.groupBy(parts.filter(isContext), (part) => part.country);
  return {
    kosovo: bordersBetween(plane, [ownedBy(parts, 'KOS'), ownedBy(parts, 'SRB')]),
    greenLine: bordersBetween(plane, [
      cyprus.filter(isNorth),
      cyprus.filter((part) => !isNorth(part)),
    ]),
    contextBorders: bordersBetween(plane, [...countries.values()]).flatMap(visibleLines),
  };
}

function bordersBetween(
  plane: Topology,
  groups: readonly (readonly LandPart[])[],
): readonly Line[] {
  const geometries = groups.map(multiPolygon);
  const lines = mesh(plane, { type: 'GeometryCollection', geometries }, (a, b) => a !== b);
  return lines.coordinates.map((line) => line.map(toPoint));
}

/** The polygons of a shape, or a mark in their place where the data has lost its outline. */
function shapePolygons(plane: Topology, id: string, parts: readonly LandPart[]): readonly Rings[] {
  const polygons = merged(plane, parts).filter(([outline]) => outline && ringArea(outline) > 0);
  const lost = LOST_OUTLINES[id];
  return polygons.length === 0 && lost ? [[squareAt(project(lost))]] : polygons;
}

/** Two units wide: about as wide as the Vatican. */
function squareAt([x, y]: Point): Ring {
  return [
    [x - 1, y - 1],
    [x + 1, y - 1],
    [x + 1, y + 1],
    [x - 1, y + 1],
  ];
}

/** The polygons of parts joined: borders between them are gone. */
function merged(plane: Topology, parts: readonly LandPart[]): readonly Rings[] {
  return polygonsOf(plane, mergeArcs(plane, [multiPolygon(parts)]));
}

function outerRing(plane: Topology, part: LandPart): Ring {
  return polygonsOf(plane, multiPolygon([part]))[0]?.[0] ?? [];
}

function polygonsOf(plane: Topology, geometry: MultiPolygon): readonly Rings[] {
  return feature(plane, geometry).geometry.coordinates.map((rings) =>
    rings.map((ring) => withoutHairs(ring.slice(0, -1).map(toPoint))),
  );
}

function multiPolygon(parts: readonly LandPart[]): MultiPolygon {
  return { type: 'MultiPolygon', arcs: parts.map((part) => part.arcs) };
}

function ownedBy(parts: readonly LandPart[], owner: string): readonly LandPart[] {
  return parts.filter((part) => part.owner === owner);
}

function isContext(part: LandPart): boolean {
  return part.owner === CONTEXT;
}

/** An arc's index without its direction: topologies write a reversed arc as the complement. */
function plain(arc: number): number {
  return arc < 0 ? ~arc : arc;
}

function toPoint([x = NaN, y = NaN]: readonly number[]): Point {
  return [x, y];
}
