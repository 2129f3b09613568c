import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import { projectRoot } from '../cache/projectRoot.ts';

/** What the package knows of a country beside its outline. */
interface CountryProperties {
  /** Natural Earth's short name, for example `Bosnia and Herz.`. */
  readonly name: string;
}

/** One country of the package; `id` is the ISO 3166-1 numeric code, absent where there is none. */
export type AtlasCountry = Polygon<CountryProperties> | MultiPolygon<CountryProperties>;

/** The package's topology: quantised arcs in degrees and the countries made of them. */
export type AtlasTopology = Topology<{ countries: GeometryCollection<CountryProperties> }>;

const packageFile = (name: string): string =>
  createRequire(join(projectRoot(), 'package.json')).resolve(`world-atlas/${name}`);

/** The installed version of the package world-atlas, for example `2.0.2`. */
export function atlasVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(packageFile('package.json'), 'utf8'));
  return (manifest as { version: string }).version;
}

/** Reads the 1:10 million countries of world-atlas (Natural Earth 4.1) from node_modules. */
export function readAtlas(): AtlasTopology {
  return JSON.parse(readFileSync(packageFile('countries-10m.json'), 'utf8')) as AtlasTopology;
}

/** The countries of a topology; throws when one is not made of polygons. */
export function atlasCountries(topology: AtlasTopology): readonly AtlasCountry[] {
  return topology.objects.countries.geometries.map((country) => {
    if (country.type === 'Polygon' || country.type === 'MultiPolygon') {
      return country;
    }
    throw new Error(`world-atlas: a country of type ${country.type ?? 'null'}, expected polygons`);
  });
}

/** The arcs of each polygon of a country: polygons → rings → arc indices. */
export function polygonsOf(country: AtlasCountry): readonly number[][][] {
  return country.type === 'Polygon' ? [country.arcs] : country.arcs;
}

/** The topology's arcs as [longitude, latitude] in degrees, no longer quantised. */
export function degreeArcs(topology: AtlasTopology): readonly (readonly [number, number][])[] {
  const { scale, translate } = topology.transform ?? { scale: [1, 1], translate: [0, 0] };
  return topology.arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([dx = 0, dy = 0]): [number, number] => {
      x += dx;
      y += dy;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
}
