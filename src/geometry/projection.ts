import { geoAzimuthalEqualArea } from 'd3';
import type { LonLat, Point } from './points.ts';

/** Where the projection touches the sphere; 20° E keeps the Urals upright. */
const CENTRE: LonLat = [20, 52];

/** Plane units an Earth radius: one unit is about 0.53 km, Europe fills 0…10000 × 0…8200. */
const EARTH_RADIUS = 12060;

/** The plane's point of `CENTRE`, in units. */
export const PLANE_CENTRE: Point = [4920, 4430];

/** How far the visible world reaches from `CENTRE`, in degrees: California yes, Australia no. */
const CLIP_ANGLE = 92;

/** Radius of the visible world around `PLANE_CENTRE`, in units. */
export const HORIZON_RADIUS = 2 * EARTH_RADIUS * Math.sin((CLIP_ANGLE / 2) * (Math.PI / 180));

const lambert = geoAzimuthalEqualArea()
  .rotate([-CENTRE[0], -CENTRE[1]])
  .scale(EARTH_RADIUS)
  .translate([...PLANE_CENTRE]);

/** The exact plane point of a longitude and latitude in degrees, not rounded; throws when it is no number. */
export function projectExactly([lon, lat]: LonLat): Point {
  const point = lambert([lon, lat]);
  if (!point?.every(Number.isFinite)) throw new Error(`no plane point for ${lon}, ${lat}`);
  return point;
}

/** The plane point of a longitude and latitude in degrees, rounded to whole units. */
export function project(lonLat: LonLat): Point {
  return roundPoint(projectExactly(lonLat));
}

/** The nearest point of a grid of so many units. */
export function roundPoint([x, y]: Point, grid = 1): Point {
  // Adding 0 turns −0 into 0.
  return [Math.round(x / grid) * grid + 0, Math.round(y / grid) * grid + 0];
}

/** Longitude and latitude, in degrees, of a plane point within the horizon; throws when there is none. */
export function unproject([x, y]: Point): LonLat {
  const lonLat = lambert.invert?.([x, y]);
  if (!lonLat) throw new Error(`no place on Earth for the plane point ${x}, ${y}`);
  return lonLat;
}
