import { CONTEXT, SHAPE_IDS, shapeIdForNumber } from './shapeIds.ts';
import {
  atlasCountries,
  degreeArcs,
  polygonsOf,
  type AtlasCountry,
  type AtlasTopology,
} from './worldAtlas.ts';

/** One polygon of land with the place it belongs to after the corrections. */
export interface LandPart {
  /** A shape's id or `context`. */
  readonly owner: string;
  /** Natural Earth's name of the country that the polygon came from. */
  readonly country: string;
  /** Set where a line is drawn from the part later. */
  readonly origin?: 'crimea' | 'northernCyprus';
  /** Rings of arc indices. */
  readonly arcs: number[][];
}

/** [west, south, east, north] in degrees. */
type DegreeBox = readonly [number, number, number, number];

/** Names without a state's ISO code whose land belongs to a shape; every one must be in the data. */
const OWNER_BY_NAME: Readonly<Record<string, string>> = {
  Kosovo: 'KOS',
  'N. Cyprus': 'CYP',
  'Cyprus U.N. Buffer Zone': 'CYP',
  Akrotiri: 'CYP',
  Dhekelia: 'CYP',
  Baikonur: 'KAZ',
  Åland: 'FIN',
  'Hong Kong': 'CHN',
  Macao: 'CHN',
};

/** North of the dashed line across Cyprus. */
const NORTHERN_CYPRUS = ['N. Cyprus', 'Cyprus U.N. Buffer Zone'];

/** Natural Earth draws Crimea with Sevastopol as one polygon of Russia; nothing else of Russia lies here. */
const CRIMEA: DegreeBox = [32.2, 44.2, 36.75, 46.3];

/** Where a member's position counts for its land: what lies outside is drawn neutral, never tinted. */
const HOME: Readonly<Record<string, DegreeBox>> = {
  FRA: [-6, 41, 10, 52],
  NLD: [3, 50, 8, 54],
};

/** Antarctica: behind the horizon, and its ring around the pole has no place in this plane. */
const LEFT_OUT = ['Antarctica'];

/**
 * Every polygon of the world with its owner by recognised borders; throws when the package's data
 * no longer has what the corrections expect.
 */
export function correctedParts(topology: AtlasTopology): readonly LandPart[] {
  const countries = atlasCountries(topology).filter((c) => !LEFT_OUT.includes(nameOf(c)));
  checkNames(countries);
  const arcs = degreeArcs(topology);
  const liesIn = (box: DegreeBox, polygon: number[][]): boolean =>
    (polygon[0] ?? []).every((index) => arcLiesIn(box, arcs[index < 0 ? ~index : index] ?? []));
  const parts = countries.flatMap((country) =>
    polygonsOf(country).map((polygon) => correctedPart(country, polygon, liesIn)),
  );
  checkOwners(parts);
  return parts;
}

function correctedPart(
  country: AtlasCountry,
  arcs: number[][],
  liesIn: (box: DegreeBox, polygon: number[][]) => boolean,
): LandPart {
  const name = nameOf(country);
  const owner = OWNER_BY_NAME[name] ?? shapeIdForNumber(country.id);
  const part = { owner, country: name, arcs };
  if (owner === 'RUS' && liesIn(CRIMEA, arcs)) return { ...part, owner: 'UKR', origin: 'crimea' };
  if (NORTHERN_CYPRUS.includes(name)) return { ...part, origin: 'northernCyprus' };
  const home = HOME[owner];
  return home && !liesIn(home, arcs) ? { ...part, owner: CONTEXT } : part;
}

function arcLiesIn(box: DegreeBox, arc: readonly (readonly [number, number])[]): boolean {
  const [west, south, east, north] = box;
  return arc.every(([lon, lat]) => lon > west && lon < east && lat > south && lat < north);
}

function nameOf(country: AtlasCountry): string {
  return country.properties?.name ?? '';
}

function checkNames(countries: readonly AtlasCountry[]): void {
  const names = new Set(countries.map(nameOf));
  const missing = Object.keys(OWNER_BY_NAME).filter((name) => !names.has(name));
  if (missing.length > 0) {
    throw new Error(`world-atlas changed: no ${missing.join(', ')}; check the border corrections`);
  }
}

function checkOwners(parts: readonly LandPart[]): void {
  const moved = parts.filter((part) => part.origin === 'crimea').length;
  if (moved !== 1) {
    throw new Error(`world-atlas changed: ${moved} polygons of Russia lie in Crimea, expected 1`);
  }
  const owners = new Set(parts.map((part) => part.owner));
  const missing = SHAPE_IDS.filter((id) => !owners.has(id));
  if (missing.length > 0) throw new Error(`world-atlas changed: no land for ${missing.join(', ')}`);
}
