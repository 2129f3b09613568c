import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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
  cancel: () => void;
  isCancelled: boolean;
}

/** As much of an element as a flight touches; it keeps what it was told to do. */
function fakePlane() {
  const told: {
    keyframes: { transform: string }[];
    fill: string | undefined;
    animation: FakeAnimation | null;
    drawn: Camera[];
    flying: boolean;
    dataset: Record<string, string>;
  } = { keyframes: [], fill: undefined, animation: null, drawn: [], flying: false, dataset: {} };
  const plane = {
    dataset: told.dataset,
    removeAttribute: () => {
      delete told.dataset.thin;
    },
    parentElement: {
      setAttribute: () => (told.flying = true),
      removeAttribute: () => (told.flying = false),
    },
    animate: (keyframes: { transform: string }[], { fill }: KeyframeAnimationOptions) => {
      told.keyframes = keyframes;
      told.fill = fill;
      told.animation = {
        onfinish: null,
        isCancelled: false,
        cancel: () => {
          if (told.animation) told.animation.isCancelled = true;
        },
      };
      return told.animation;
    },
  };
  const flight = createFlight(plane as unknown as HTMLElement, (drawn) => told.drawn.push(drawn));
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

describe('a flight', () => {
  it('shows every camera of its way, whatever camera its drawing is made for', () => {
    fc.assert(
      fc.property(camera, camera, (from, to) => {
        const { flight, told } = fakePlane();
        fc.pre(flight.fly(from, to, FRAME));
        const [drawn] = told.drawn;
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

  it('draws little around the window, unless that would end softer than 2.5 times', () => {
    fc.assert(
      fc.property(camera, camera, (from, to) => {
        const { flight, told } = fakePlane();
        fc.pre(flight.fly(from, to, FRAME));
        const scales = told.keyframes.map(({ transform }) => read(transform).scale);
        const end = scales.at(-1)!;
        expect(end).toBeGreaterThanOrEqual(1 - 1e-9);
        expect(end).toBeLessThanOrEqual(2.5 + 1e-9);
        // Only where both cannot be had more of it is in sight.
        if (end < 2.5 - 1e-6) expect(Math.min(...scales)).toBeGreaterThanOrEqual(0.8 - 1e-9);
      }),
      RUNS,
    );
  });

  it('is drawn anew, sharply, when a way in has ended, and at no other end', () => {
    const far = { k: 0.02, x: 600, y: 300 };
    const near = { k: 0.2, x: -300, y: -200 };
    for (const [from, to, draws] of [
      [far, near, 2],
      [near, far, 1],
    ] as const) {
      const { flight, told } = fakePlane();
      flight.fly(from, to, FRAME);
      expect(told.flying).toBe(true);
      // However late the script is told of the end, the picture stays there until it is drawn anew.
      expect(told.fill).toBe('forwards');
      told.animation?.onfinish?.();
      expect(told.drawn).toHaveLength(draws);
      expect(told.drawn.at(-1)).toEqual(to);
      expect([told.flying, told.animation?.isCancelled, told.dataset]).toEqual([false, true, {}]);
    }
  });

  it('that is replaced before its end draws nothing of its own any more', () => {
    const far = { k: 0.02, x: 600, y: 300 };
    const near = { k: 0.2, x: -300, y: -200 };
    const { flight, told } = fakePlane();
    flight.fly(far, near, FRAME);
    const first = told.animation;
    flight.fly(near, far, FRAME);
    const { length } = told.drawn;
    first?.onfinish?.();
    expect(first?.isCancelled).toBe(true);
    expect(told.drawn).toHaveLength(length);
    expect(told.flying).toBe(true);
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
    const far = { k: 0.02, x: 600, y: 300 };
    const near = { k: 0.2, x: -300, y: -200 };
    const { flight, told } = fakePlane();
    flight.fly(far, near, FRAME);
    expect(told.drawn.at(-1)).not.toEqual(near);
    expect(flight.fly(near, { ...near }, FRAME)).toBe(false);
    expect(told.drawn.at(-1)).toEqual(near);
    expect(told.flying).toBe(false);
  });
});
