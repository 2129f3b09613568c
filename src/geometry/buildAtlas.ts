import type { Actor } from '../schema/actor.ts';
import type { Band, Front, Line, LonLat, Regions } from '../schema/place.ts';
import type { Box } from '../map/camera.ts';
import type { LabelSpec } from '../map/labelRequests.ts';
import type { Plane as MapPlane, Point } from '../map/plane.ts';
import type { MapPaths } from '../render/renderDefinitions.ts';
import { pathsWithin } from './pathsWithin.ts';
import type { Plane } from './plane.ts';
import { project } from './projection.ts';

/** The geometry as the map layers take it: numbers for the layout, paths for the page. */
export interface Atlas {
  readonly plane: MapPlane;
  readonly paths: MapPaths;
  /** The paths cut to a box of the plane. */
  pathsIn(box: Box): MapPaths;
}

/** Both seats are in Brussels. */
const SEATS: Readonly<Record<string, LonLat>> = { brussels: [4.35, 50.85] };
/** Longest line of a drawn line's label, in characters. */
const LABEL_WIDTH = 27;

/** Joins the projected shapes with the places an author named: regions, the line of contact, the band. */
export function buildAtlas(
  geometry: Plane,
  actors: readonly Actor[],
  places: { readonly front: Front; readonly regions: Regions },
): Atlas {
  const actorIds = new Set(actors.map(({ id }) => id));
  const front = projectFront(places.front);
  const plane: MapPlane = {
    anchors: geometry.anchors,
    bounds: geometry.bounds,
    dots: geometry.dots,
    seats: mapValues(SEATS, project),
    regions: {
      ...mapValues(places.regions, ({ points }) => boxOf(points.map(project))),
      ...mapValues(front.boxes, boxOf),
    },
    lines: front.lines,
    layerLabels: front.labels,
  };
  const paths = buildPaths(geometry, actorIds);
  return { plane, paths, pathsIn: (box) => pathsWithin(paths, box) };
}

function buildPaths(geometry: Plane, actorIds: ReadonlySet<string>): MapPaths {
  const paths = geometry.shapes.map(({ id, d }) => [id, d] as const);
  return {
    actors: Object.fromEntries(paths.filter(([id]) => actorIds.has(id))),
    places: Object.fromEntries(paths.filter(([id]) => !actorIds.has(id))),
    context: geometry.context,
    horizon: geometry.horizon,
    graticule: geometry.graticule,
    dashed: geometry.lines.kosovo + geometry.lines.greenLine,
    crimea: geometry.lines.crimea,
    smallPlaces: Object.entries(geometry.dots).flatMap(([id, at]) =>
      actorIds.has(id) ? [] : [at],
    ),
  };
}

interface ProjectedFront {
  readonly lines: MapPlane['lines'];
  readonly boxes: Readonly<Record<string, readonly Point[]>>;
  readonly labels: MapPlane['layerLabels'];
}

/** The first line and the first band of the file; the band follows its line. */
function projectFront(front: Front): ProjectedFront {
  const entries = Object.entries(front);
  const isLine = (entry: [string, Line | Band]): entry is [string, Line] => 'points' in entry[1];
  const lines = entries.filter(isLine);
  const band = entries.find((entry): entry is [string, Band] => !isLine(entry))?.[1];
  const contact = pointsOf(lines[0]?.[1]);
  const followed = pointsOf(lines.find(([id]) => id === band?.follows)?.[1]);
  return {
    lines: { contact, band: followed },
    boxes: Object.fromEntries(lines.map(([id, line]) => [id, pointsOf(line)])),
    labels: {
      ...(lines[0] ? { 'contact-line': labelFor('line', lines[0][1].label, contact, 0.85) } : {}),
      ...(band ? { 'buffer-zone': labelFor('band', band.label, followed, 0.1) } : {}),
    },
  };
}

function pointsOf(line: Line | undefined): readonly Point[] {
  return line?.points.map(({ at }) => project(at)) ?? [];
}

/** A label anchored at a share of the line's points; its text wrapped, the first line as the name. */
function labelFor(id: string, text: string, points: readonly Point[], share: number): LabelSpec {
  const anchor = points[Math.round((points.length - 1) * share)] ?? [0, 0];
  const [name = '', ...words] = wrap(text);
  return { id, name, words, anchor, subject: [...anchor, ...anchor], keepsWords: true };
}

function wrap(text: string): readonly string[] {
  return text.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > LABEL_WIDTH) return [...lines, word];
    return [...lines.slice(0, -1), `${last} ${word}`];
  }, []);
}

function boxOf(points: readonly Point[]): Box {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function mapValues<From, To>(
  values: Readonly<Record<string, From>>,
  to: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, to(value)]));
}
