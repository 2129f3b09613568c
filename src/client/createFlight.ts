import type { Camera } from '../map/camera.ts';
import { FLIGHT_SAMPLES, flightPath, type FlightPath } from '../map/flightPath.ts';

/** Flies the camera by the compositor alone. */
export interface Flight {
  /**
   * The drawing already stands at `to`; moves it there from where `from` would have shown it. With no
   * `from` it simply stands there. A flight under way is replaced. True if it flies.
   */
  fly(from: Camera | null, to: Camera, frame: readonly [number, number]): boolean;
  /** The camera as the reader sees it at this moment. */
  now(): Camera | null;
  cancel(): void;
}

/**
 * A flight is one transform animation of the whole drawing, relative to its final camera: no layout and no
 * paint while it lasts, and at rest no transform at all, so the picture is crisp. `onLanding` is called at
 * its end, whether it arrived or was cut off.
 */
export function createFlight(plane: HTMLElement, onLanding: () => void): Flight {
  let animation: Animation | null = null;
  let path: FlightPath | null = null;
  let target: Camera | null = null;

  const cancel = (): void => {
    animation?.cancel();
    animation = null;
    plane.parentElement?.removeAttribute('data-flying');
    onLanding();
  };
  const now = (): Camera | null => {
    const progress = animation?.effect?.getComputedTiming().progress;
    return path && typeof progress === 'number' ? path.at(progress) : target;
  };

  return {
    fly(from, to, frame) {
      cancel();
      target = to;
      if (!from || isSame(from, to)) return false;
      path = flightPath(from, to, frame);
      const route = path;
      const keyframes = Array.from({ length: FLIGHT_SAMPLES + 1 }, (_, index) => ({
        transform: relativeTransform(route.at(index / FLIGHT_SAMPLES), to),
      }));
      const running = plane.animate(keyframes, { duration: route.duration });
      animation = running;
      plane.parentElement?.setAttribute('data-flying', '');
      running.onfinish = () => {
        if (animation === running) cancel();
      };
      return true;
    },
    now,
    cancel,
  };
}

/** Moves a drawing made for camera `to` to where camera `from` would have put it. */
function relativeTransform(from: Camera, to: Camera): string {
  const scale = from.k / to.k;
  return `translate(${String(from.x - to.x * scale)}px, ${String(from.y - to.y * scale)}px) scale(${String(scale)})`;
}

function isSame(a: Camera, b: Camera): boolean {
  return Math.abs(a.k / b.k - 1) < 1e-3 && Math.abs(a.x - b.x) < 1 && Math.abs(a.y - b.y) < 1;
}
