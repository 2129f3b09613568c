import { easeCubicInOut, interpolateZoom } from 'd3';
import type { Camera } from './camera.ts';

/** A camera's way from one view to another. */
export interface FlightPath {
  /** Milliseconds, 500–750: long ways take longer. */
  readonly duration: number;
  /** The camera at a share of the time, 0–1, eased. */
  at(time: number): Camera;
}

/** How many cameras a path is sampled into for the compositor; between them it moves straight. */
export const FLIGHT_SAMPLES = 24;

/**
 * The way between two cameras over a frame of the given size in pixels: van Wijk and Nuij's smooth zoom
 * and pan, as d3 has it, so that a far target is reached by way of a wider view.
 */
export function flightPath(from: Camera, to: Camera, frame: readonly [number, number]): FlightPath {
  const path = interpolateZoom(seenFrom(from, frame), seenFrom(to, frame));
  return {
    duration: Math.round(Math.min(750, Math.max(500, path.duration * 0.4))),
    at(time) {
      if (time >= 1) return to;
      const [cx, cy, width] = path(easeCubicInOut(time));
      const k = frame[0] / width;
      return { k, x: frame[0] / 2 - cx * k, y: frame[1] / 2 - cy * k };
    },
  };
}

/** A camera as the centre and width of what it sees, in plane units. */
function seenFrom(
  { k, x, y }: Camera,
  [width, height]: readonly [number, number],
): [number, number, number] {
  return [(width / 2 - x) / k, (height / 2 - y) / k, width / k];
}
