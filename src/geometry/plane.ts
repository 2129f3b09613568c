import { anchorsFor, dotsFor } from './anchors.ts';
import { checkBorders } from './borderProbes.ts';
import { graticulePath, horizonPath } from './graticule.ts';
import { buildLand } from './land.ts';
import { pathForLines, pathForRings } from './paths.ts';
import { cachedPlane } from './planeCache.ts';
import type { Box, Point } from './points.ts';
import { boundsFor } from './shapeCore.ts';
import { readAtlas } from './worldAtlas.ts';

/** Everything the map draws that never changes: paths and points in whole plane units. */
export interface Plane {
  /** One path a place, sorted by id: ISO 3166-1 alpha-3, and `KOS` for Kosovo. */
  readonly shapes: readonly { readonly id: string; readonly d: string }[];
  /** All other land as one path, neutral. */
  readonly context: string;
  readonly lines: {
    /** Border between Kosovo and Serbia, drawn dashed. */
    readonly kosovo: string;
    /** Line across Cyprus, drawn dashed. */
    readonly greenLine: string;
    /** Closed outline of Crimea as it is part of Ukraine's shape, for a hatch. */
    readonly crimea: string;
    /** Borders within `context`. */
    readonly contextBorders: string;
  };
  /** Meridians and parallels. */
  readonly graticule: string;
  /** The edge of the visible world as a closed path, for the sea. */
  readonly horizon: string;
  /** A point for the label inside each shape's largest polygon, by id. */
  readonly anchors: Readonly<Record<string, Point>>;
  /** [x0, y0, x1, y1] of what a camera must contain to show a shape, by id; without far islands. */
  readonly bounds: Readonly<Record<string, Box>>;
  /** States that need a mark of constant screen size, by id. */
  readonly dots: Readonly<Record<string, Point>>;
}

/**
 * The plane, from the cache where the data and this code are unchanged; throws with a sentence when
 * the data of world-atlas changed or a border probe fails.
 */
export function buildPlane(): Plane {
  const plane = cachedPlane(derivePlane);
  const problems = checkBorders(plane);
  if (problems.length > 0) throw new Error(`the map's borders are wrong: ${problems.join('; ')}`);
  return plane;
}

/** The plane computed from world-atlas, which takes a few seconds. */
export function derivePlane(): Plane {
  const land = buildLand(readAtlas());
  const anchors = anchorsFor(land.shapes);
  return {
    shapes: [...land.shapes].map(([id, polygons]) => ({ id, d: pathForRings(polygons.flat()) })),
    context: pathForRings(land.context.flat()),
    lines: {
      kosovo: pathForLines(land.kosovo),
      greenLine: pathForLines(land.greenLine),
      crimea: pathForRings(land.crimea.flat()),
      contextBorders: pathForLines(land.contextBorders),
    },
    graticule: graticulePath(),
    horizon: horizonPath(),
    anchors,
    bounds: Object.fromEntries(
      [...land.shapes].map(([id, polygons]) => [id, boundsFor(id, polygons)]),
    ),
    dots: dotsFor(anchors),
  };
}
