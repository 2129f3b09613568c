import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createFlight } from '../../../src/client/createFlight.ts';
import { toScreen, type Camera } from '../../../src/map/camera.ts';
import { FLIGHT_SAMPLES, flightPath } from '../../../src/map/flightPath.ts';
import { evenly } from '../evenly.ts';

const FRAME = [1440, 900] as const;
const RUNS = { numRuns: 500 };

/** A camera over Europe's part of the plane, from one that sees a hemisphere to one that sees a state. */
const camera: fc.Arbitrary<Camera> = fc
  .record({ x: evenly(-4000, 12_000), y: evenly(-4000, 12_000), power: evenly(-2, 0) })
  .map(({ x, y, power }) => {
    const k = 10 ** power;
    return { k, x: FRAME[0] / 2 - x * k, y: FRAME[1] / 2 - y * k };
  });

interface FakeAnimation {
  onfinish: (() => void) | null;
  startTime: number | null;
  effect: { getComputedTiming: () => { progress: number } };
  cancel: () => void;
  isCancelled: boolean;
}

/** What an element was told to do by a flight. */
interface Told {
  keyframes: { transform: string }[];
  fill: string | undefined;
  animations: FakeAnimation[];
  drawn: Camera[];
  flying: boolean;
  /** How often the camera has landed, each time with what was drawn by then. */
  landed: number[];
  dataset: Record<string, string>;
}

/** As much of an element as a flight touches; its animations run by the (fake) clock. */
function fakePlane() {
  const told: Told = {
    keyframes: [],
    fill: undefined,
    animations: [],
    drawn: [],
    flying: false,
    landed: [],
    dataset: {},
  };
  const plane = {
    dataset: told.dataset,
    removeAttribute: () => {
      delete told.dataset.thin;
    },
    parentElement: {
      setAttribute: () => (told.flying = true),
      removeAttribute: () => (told.flying = false),
    },
    animate: (
      keyframes: { transform: string }[],
      { fill, duration }: { fill: string; duration: number },
    ) => {
      told.keyframes = keyframes;
      told.fill = fill;
      const animation: FakeAnimation = {
        onfinish: null,
        startTime: Date.now(),
        effect: {
          getComputedTiming: () => ({
            progress: Math.min(1, (Date.now() - (animation.startTime ?? Date.now())) / duration),
          }),
        },
        isCancelled: false,
        cancel: () => {
          animation.isCancelled = true;
        },
      };
      told.animations.push(animation);
      return animation;
    },
  };
  const flight = createFlight(
    plane as unknown as HTMLElement,
    (drawn) => told.drawn.push(drawn),
    () => told.landed.push(told.drawn.length),
  );
  return { flight, told };
}

interface Moved {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

function read(transform: string): Moved {
  const [x, y, scale] = [...transform.matchAll(/-?[\d.]+(?:e-?\d+)?/g)].map(Number);
  return { x: x!, y: y!, scale: scale! };
}

const FAR = { k: 0.02, x: 600, y: 300 };
const CLOSE = { k: 0.2, x: -300, y: -200 };

/** The scales at which the drawing is seen on its way. */
function scalesOf({ keyframes }: Told): readonly number[] {
  return keyframes.map(({ transform }) => read(transform).scale);
}

describe('a flight', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('shows every camera of its way, whatever camera its drawing is made for', () => {
    fc.assert(
      fc.property(camera, camera, (from, to) => {
        const { flight, told } = fakePlane();
        fc.pre(flight.fly(from, to, FRAME));
        const [drawn] = told.drawn;
        flight.cancel();
        const path = flightPath(from, to, FRAME);
        expect(told.keyframes).toHaveLength(FLIGHT_SAMPLES + 1);
        told.keyframes.forEach(({ transform }, index) => {
          const { x, y, scale } = read(transform);
          for (const point of [[0, 0] as const, [9000, 7000] as const]) {
            const [px, py] = toScreen(drawn!, point);
            const [wantedX, wantedY] = toScreen(path.at(index / FLIGHT_SAMPLES), point);
            expect(px * scale + x).toBeCloseTo(wantedX, 3);
            expect(py * scale + y).toBeCloseTo(wantedY, 3);
          }
        });
      }),
      RUNS,
    );
  });

  it('draws little around the window, unless that would be seen enlarged more than 3 times', () => {
    fc.assert(
      fc.property(camera, camera, (from, to) => {
        const { flight, told } = fakePlane();
        fc.pre(flight.fly(from, to, FRAME));
        const scales = scalesOf(told);
        const end = scales.at(-1)!;
        expect(end).toBeGreaterThanOrEqual(1 - 1e-9);
        // From nine tenths of the way's scale on it is another drawing that is seen.
        expect(end * 0.9).toBeLessThanOrEqual(3 + 1e-9);
        // Only where both cannot be had more of it is in sight.
        if (end * 0.9 < 3 - 1e-6) expect(Math.min(...scales)).toBeGreaterThanOrEqual(0.8 - 1e-9);
        flight.cancel();
      }),
      RUNS,
    );
  });

  it('inwards is drawn anew, sharply, once it is near, and goes on where it was', () => {
    vi.useFakeTimers();
    const { flight, told } = fakePlane();
    flight.fly(FAR, CLOSE, FRAME);
    const [soft] = told.animations;
    expect(told.dataset).toHaveProperty('thin');
    while (told.drawn.length < 2 && (flight.now()?.k ?? 0) < CLOSE.k) vi.advanceTimersByTime(1);
    expect(told.drawn[1]).toEqual(CLOSE);
    expect(flight.now()!.k / CLOSE.k).toBeGreaterThanOrEqual(0.9);
    expect(flight.now()!.k / CLOSE.k).toBeLessThan(0.95);
    const [, sharp] = told.animations;
    expect(sharp?.startTime).toBe(soft?.startTime);
    expect([soft?.isCancelled, sharp?.isCancelled, told.flying]).toEqual([true, false, true]);
    // Drawn for its end it is seen at its own scale there, with lines of their own width.
    expect(scalesOf(told).at(-1)).toBe(1);
    expect(told.dataset).toEqual({});
    vi.advanceTimersByTime(750);
    sharp?.onfinish?.();
    expect([told.drawn.length, sharp?.isCancelled, told.flying]).toEqual([2, true, false]);
    expect([told.landed, flight.isFlying()]).toEqual([[2], false]);
  });

  it('whose animation has not begun when the script is due is drawn anew on landing', () => {
    vi.useFakeTimers();
    const { flight, told } = fakePlane();
    flight.fly(FAR, CLOSE, FRAME);
    const [soft] = told.animations;
    soft!.startTime = null;
    soft!.effect.getComputedTiming = () => ({ progress: 1 });
    vi.advanceTimersByTime(750);
    expect(told.animations).toHaveLength(1);
    soft!.onfinish?.();
    expect([told.drawn.length, told.drawn.at(-1), told.flying]).toEqual([2, CLOSE, false]);
    expect(told.landed).toEqual([2]);
  });

  it('outwards is drawn once, for its end', () => {
    vi.useFakeTimers();
    const { flight, told } = fakePlane();
    flight.fly(CLOSE, FAR, FRAME);
    expect(told.flying).toBe(true);
    // However late the script is told of the end, the picture stays there.
    expect(told.fill).toBe('forwards');
    vi.advanceTimersByTime(750);
    told.animations[0]?.onfinish?.();
    expect(told.drawn).toEqual([FAR]);
    expect([told.flying, told.animations[0]?.isCancelled, told.dataset]).toEqual([false, true, {}]);
  });

  it('that is replaced before its end draws nothing of its own any more', () => {
    vi.useFakeTimers();
    const { flight, told } = fakePlane();
    flight.fly(FAR, CLOSE, FRAME);
    const [first] = told.animations;
    flight.fly(CLOSE, FAR, FRAME);
    const { length } = told.drawn;
    vi.advanceTimersByTime(750);
    first?.onfinish?.();
    expect(first?.isCancelled).toBe(true);
    expect(told.drawn).toHaveLength(length);
    expect([told.flying, flight.isFlying(), told.landed]).toEqual([true, true, []]);
  });

  it('to where the camera is, or from nowhere, is none: the drawing simply stands there', () => {
    const here = { k: 0.1, x: 10, y: 20 };
    for (const from of [null, here]) {
      const { flight, told } = fakePlane();
      expect(flight.fly(from, here, FRAME)).toBe(false);
      expect([told.drawn, told.keyframes, told.flying]).toEqual([[here], [], false]);
      expect(flight.now()).toEqual(here);
    }
  });

  it('to where its drawing is made for already draws nothing, unless the frame may be another', () => {
    const here = { k: 0.1, x: 10, y: 20 };
    const { flight, told } = fakePlane();
    flight.fly(null, here, FRAME);
    expect(flight.fly({ ...here }, { ...here }, FRAME)).toBe(false);
    expect(told.drawn).toEqual([here]);
    flight.fly(null, { ...here }, FRAME);
    expect(told.drawn).toEqual([here, here]);
  });

  it('that is cut off half drawn is drawn anew where it then stands still', () => {
    const { flight, told } = fakePlane();
    flight.fly(FAR, CLOSE, FRAME);
    expect(told.drawn.at(-1)).not.toEqual(CLOSE);
    expect(flight.fly(CLOSE, { ...CLOSE }, FRAME)).toBe(false);
    expect(told.drawn.at(-1)).toEqual(CLOSE);
    expect(told.flying).toBe(false);
  });
});
