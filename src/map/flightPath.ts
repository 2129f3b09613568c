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
  const [x0, y0, w0] = seenFrom(from, frame);
  const [x1, y1, w1] = seenFrom(to, frame);
  // Van Wijk's formula loses all its digits where two views share a centre: there it is a zoom in place.
  const isZoom = Math.hypot(x1 - x0, y1 - y0) < 1e-3 * Math.min(w0, w1);
  const path = isZoom
    ? interpolateZoom([0, 0, w0], [0, 0, w1])
    : interpolateZoom([x0, y0, w0], [x1, y1, w1]);
  return {
    duration: Math.round(Math.min(750, Math.max(500, Math.abs(path.duration) * 0.4))),
    at(time) {
      if (time >= 1) return to;
      const share = easeCubicInOut(time);
      const [px, py, width] = path(share);
      const [cx, cy] = isZoom ? [x0 + (x1 - x0) * share, y0 + (y1 - y0) * share] : [px, py];
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
