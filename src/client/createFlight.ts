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
  /** True from the take-off until the camera has landed or the flight is cut off. */
  isFlying(): boolean;
  cancel(): void;
}

/**
 * How many times a drawing may be enlarged on its way. A browser rasters all that is in sight, so the less is
 * drawn around the window the better; but the softer it gets.
 */
const SOFTEST = 3;
/** From this share of the final scale on, a second drawing would cost more than is drawn around the window. */
const NEAR_ENOUGH = 0.8;
/** From this share of it on, hardly more than a window of the final drawing is in sight. */
const NEAR = 0.9;

/**
 * A flight is one transform animation of the whole drawing: no layout and no paint while it lasts, and at
 * rest no transform at all, so the picture is crisp. `draw` draws for a camera: once at the start, and on a
 * way in a second time, sharply, as soon as the camera is near. `onLand` is told when the camera has landed,
 * in the same frame, which has to be painted anyway.
 */
export function createFlight(
  plane: HTMLElement,
  draw: (camera: Camera) => void,
  onLand: () => void,
): Flight {
  let animation: Animation | null = null;
  let path: FlightPath | null = null;
  let target: Camera | null = null;
  /** What the drawing is made for. */
  let drawn: Camera | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const drawFor = (camera: Camera): void => {
    drawn = camera;
    draw(camera);
  };
  const cancel = (): void => {
    clearTimeout(timer);
    animation?.cancel();
    animation = null;
    plane.removeAttribute('data-thin');
    plane.parentElement?.removeAttribute('data-flying');
  };
  const now = (): Camera | null => {
    const progress = animation?.effect?.getComputedTiming().progress;
    return path && typeof progress === 'number' ? path.at(progress) : target;
  };
  /** Draws for a camera and moves the drawing through all cameras of the way. */
  const run = (cameras: readonly Camera[], wanted: Camera, duration: number): Animation => {
    drawFor(wanted);
    const keyframes = cameras.map((camera) => ({ transform: relativeTransform(camera, wanted) }));
    // Held at its end, which comes on the compositor's time: the script that draws anew may be late.
    const running = plane.animate(keyframes, { duration, fill: 'forwards' });
    running.onfinish = () => {
      if (animation !== running || !target) return;
      cancel();
      if (!isEqual(drawn, target)) drawFor(target);
      onLand();
    };
    return running;
  };
  /** Draws sharply what is in flight once it is near its end; the way itself goes on. */
  const sharpen = (cameras: readonly Camera[], to: Camera, duration: number): void => {
    const progress = animation?.effect?.getComputedTiming().progress ?? 0;
    const left = nearFrom(cameras, to) - progress;
    if (left > 0) {
      timer = setTimeout(sharpen, Math.ceil(left * duration), cameras, to, duration);
      return;
    }
    const soft = animation;
    if (typeof soft?.startTime !== 'number') return; // it is drawn anew where it lands
    plane.removeAttribute('data-thin');
    animation = run(cameras, to, duration);
    animation.startTime = soft.startTime;
    soft.cancel();
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
      const { duration } = path;
      const cameras = samplesOf(path);
      const wanted = drawnFor(cameras, to);
      const isSoft = wanted !== to;
      thinStrokes(plane, Math.max(from.k, isSoft ? to.k * NEAR : to.k) / wanted.k);
      animation = run(cameras, wanted, duration);
      plane.parentElement?.setAttribute('data-flying', '');
      if (isSoft) sharpen(cameras, to, duration);
      return true;
    },
    now,
    isFlying: () => animation !== null,
    cancel,
  };
}

function samplesOf(path: FlightPath): readonly Camera[] {
  return Array.from({ length: FLIGHT_SAMPLES + 1 }, (_, index) => path.at(index / FLIGHT_SAMPLES));
}

/** The camera to draw for: of those on the way the one furthest off, as far as that is not too soft. */
function drawnFor(cameras: readonly Camera[], to: Camera): Camera {
  const furthest = Math.min(...cameras.map(({ k }) => k / to.k));
  const share = Math.max(furthest, NEAR / SOFTEST);
  return share < NEAR_ENOUGH ? { k: to.k * share, x: to.x * share, y: to.y * share } : to;
}

/** The share of the time from which on all cameras of a way are near its end. */
function nearFrom(cameras: readonly Camera[], to: Camera): number {
  const last = cameras.findLastIndex(({ k }) => k < to.k * NEAR);
  return (last + 1) / (cameras.length - 1);
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
