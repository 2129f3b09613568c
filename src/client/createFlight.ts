import type { Camera } from '../map/camera.ts';
import { FLIGHT_SAMPLES, flightPath, type FlightPath } from '../map/flightPath.ts';

/** Flies the camera by the compositor alone. */
export interface Flight {
  /**
   * Moves the drawing from where `from` shows it to where `to` does; with no `from` it simply stands there.
   * A flight under way is replaced. True if it flies.
   */
  fly(from: Camera | null, to: Camera, frame: readonly [number, number]): boolean;
  /** The camera as the reader sees it at this moment. */
  now(): Camera | null;
  cancel(): void;
}

/**
 * How many times a drawing may be enlarged towards the end of a flight. A browser rasters all that is in
 * sight, so the less is drawn around the window the better; but the softer it gets.
 */
const SOFTEST = 2.5;
/** From this share of the final scale on, a second drawing would cost more than is drawn around the window. */
const NEAR_ENOUGH = 0.8;

/**
 * A flight is one transform animation of the whole drawing: no layout and no paint while it lasts, and at
 * rest no transform at all, so the picture is crisp. `draw` draws for a camera: once at the start, and at
 * the end of a way in a second time, sharply.
 */
export function createFlight(plane: HTMLElement, draw: (camera: Camera) => void): Flight {
  let animation: Animation | null = null;
  let path: FlightPath | null = null;
  let target: Camera | null = null;
  /** What the drawing is made for. */
  let drawn: Camera | null = null;

  const drawFor = (camera: Camera): void => {
    drawn = camera;
    draw(camera);
  };
  const cancel = (): void => {
    animation?.cancel();
    animation = null;
    plane.removeAttribute('data-thin');
    plane.parentElement?.removeAttribute('data-flying');
  };
  const now = (): Camera | null => {
    const progress = animation?.effect?.getComputedTiming().progress;
    return path && typeof progress === 'number' ? path.at(progress) : target;
  };

  return {
    fly(from, to, frame) {
      cancel();
      target = to;
      if (!from || isSame(from, to)) {
        // From nowhere: the frame may be another. Else a drawing that is right needs no other.
        if (!from || !isEqual(drawn, to)) drawFor(to);
        return false;
      }
      path = flightPath(from, to, frame);
      const cameras = samplesOf(path);
      const wanted = drawnFor(cameras, to);
      drawFor(wanted);
      thinStrokes(plane, Math.max(from.k, to.k) / wanted.k);
      const keyframes = cameras.map((camera) => ({ transform: relativeTransform(camera, wanted) }));
      // Held at its end, which comes on the compositor's time: the script that draws anew may be late.
      const running = plane.animate(keyframes, { duration: path.duration, fill: 'forwards' });
      animation = running;
      plane.parentElement?.setAttribute('data-flying', '');
      running.onfinish = () => {
        if (animation !== running) return;
        cancel();
        if (!isEqual(drawn, to)) drawFor(to);
      };
      return true;
    },
    now,
    cancel,
  };
}

function samplesOf(path: FlightPath): readonly Camera[] {
  return Array.from({ length: FLIGHT_SAMPLES + 1 }, (_, index) => path.at(index / FLIGHT_SAMPLES));
}

/** The camera to draw for: of those on the way the one furthest off, as far as that is not too soft. */
function drawnFor(cameras: readonly Camera[], to: Camera): Camera {
  const furthest = Math.min(...cameras.map(({ k }) => k / to.k));
  const share = Math.max(furthest, 1 / SOFTEST);
  return share < NEAR_ENOUGH ? { k: to.k * share, x: to.x * share, y: to.y * share } : to;
}

/**
 * Where the drawing is seen enlarged on its way, its lines are with it. Thinner ones for the length of the
 * flight keep them lines: widths are divided by 2, 4 or 8 in the styles.
 */
function thinStrokes(plane: HTMLElement, enlarged: number): void {
  const division = [8, 4, 2].find((step) => enlarged > step * 0.75);
  if (division) plane.dataset.thin = String(division);
}

/** Moves a drawing made for one camera to where another would have put it. */
function relativeTransform(seen: Camera, drawn: Camera): string {
  const scale = seen.k / drawn.k;
  return `translate(${String(seen.x - drawn.x * scale)}px, ${String(seen.y - drawn.y * scale)}px) scale(${String(scale)})`;
}

function isEqual(a: Camera | null, b: Camera): boolean {
  return a?.k === b.k && a.x === b.x && a.y === b.y;
}

/** True where nobody would see a difference. */
function isSame(a: Camera, b: Camera): boolean {
  return Math.abs(a.k / b.k - 1) < 1e-3 && Math.abs(a.x - b.x) < 1 && Math.abs(a.y - b.y) < 1;
}
