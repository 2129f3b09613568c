import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Camera } from '../../../src/map/camera.ts';
import { FLIGHT_SAMPLES, flightPath } from '../../../src/map/flightPath.ts';
import { evenly } from '../evenly.ts';

const RUNS = { numRuns: 2000 };

type Frame = readonly [width: number, height: number];

const frame: fc.Arbitrary<Frame> = fc.tuple(
  fc.integer({ min: 280, max: 3000 }),
  fc.integer({ min: 200, max: 2000 }),
);

/** What is seen: the centre, and how many units the frame is wide. */
const sight = fc.record({
  x: evenly(-9000, 17_000),
  y: evenly(-9000, 17_000),
  width: evenly(700, 40_000),
});

type Sight = typeof sight extends fc.Arbitrary<infer Value> ? Value : never;

/** A second sight near the first one's centre: what zooming in or out in place comes down to. */
const near = fc
  .tuple(sight, sight, evenly(-8, 2))
  .map(([from, to, power]): [Sight, Sight] => [
    from,
    { ...to, x: from.x + 10 ** power, y: from.y },
  ]);

const pair = fc.oneof({ weight: 3, arbitrary: fc.tuple(sight, sight) }, near);

function cameraFor({ x, y, width }: Sight, [frameWidth, frameHeight]: Frame): Camera {
  const k = frameWidth / width;
  return { k, x: frameWidth / 2 - x * k, y: frameHeight / 2 - y * k };
}

function sightOf({ k, x, y }: Camera, [width, height]: Frame): Sight {
  return { x: (width / 2 - x) / k, y: (height / 2 - y) / k, width: width / k };
}

const times = Array.from({ length: FLIGHT_SAMPLES + 1 }, (_, index) => index / FLIGHT_SAMPLES);

/** How far apart two cameras show the frame's corners, in pixels. */
function pixelsApart(a: Camera, b: Camera, [width, height]: Frame): number {
  const seen = sightOf(a, [width, height]);
  const corners = [-1, 1].map((side) => [
    seen.x + (side * seen.width) / 2,
    seen.y + (side * seen.width * (height / width)) / 2,
  ]);
  return Math.max(
    ...corners.map(([x = 0, y = 0]) =>
      Math.hypot(x * a.k + a.x - (x * b.k + b.x), y * a.k + a.y - (y * b.k + b.y)),
    ),
  );
}

describe('flightPath(from, to, frame), for any two views,', () => {
  it('takes 500 to 750 whole milliseconds', () => {
    fc.assert(
      fc.property(pair, frame, ([from, to], size) => {
        const { duration } = flightPath(cameraFor(from, size), cameraFor(to, size), size);
        expect(duration).toBeGreaterThanOrEqual(500);
        expect(duration).toBeLessThanOrEqual(750);
        expect(Number.isInteger(duration)).toBe(true);
      }),
      RUNS,
    );
  });

  it('starts at the first, to a twentieth of a pixel, and ends exactly at the second', () => {
    fc.assert(
      fc.property(pair, frame, ([from, to], size) => {
        const [start, end] = [cameraFor(from, size), cameraFor(to, size)];
        const path = flightPath(start, end, size);
        expect(pixelsApart(path.at(0), start, size)).toBeLessThan(0.05);
        expect(path.at(1)).toEqual(end);
      }),
      RUNS,
    );
  });

  it('is finite, and looks from above, all the way', () => {
    fc.assert(
      fc.property(pair, frame, ([from, to], size) => {
        const path = flightPath(cameraFor(from, size), cameraFor(to, size), size);
        for (const camera of times.map((time) => path.at(time))) {
          expect(Object.values(camera).every(Number.isFinite)).toBe(true);
          expect(camera.k).toBeGreaterThan(0);
        }
      }),
      RUNS,
    );
  });

  it('arrives without a jump: just before the end it is within two pixels of it', () => {
    fc.assert(
      fc.property(pair, frame, ([from, to], size) => {
        const end = cameraFor(to, size);
        const path = flightPath(cameraFor(from, size), end, size);
        expect(pixelsApart(path.at(0.9999), end, size)).toBeLessThan(2);
      }),
      RUNS,
    );
  });

  it('goes back the way it came', () => {
    fc.assert(
      fc.property(sight, sight, frame, (from, to, size) => {
        const [start, end] = [cameraFor(from, size), cameraFor(to, size)];
        const there = flightPath(start, end, size);
        const back = flightPath(end, start, size);
        expect(back.duration).toBe(there.duration);
        const middle = pixelsApart(there.at(0.5), back.at(0.5), size);
        expect(middle).toBeLessThan(0.1);
      }),
      { numRuns: 500 },
    );
  });
});

describe('flightPath(from, to, frame)', () => {
  const size: Frame = [1000, 700];
  const widthAt = (from: Sight, to: Sight, time: number) =>
    sightOf(flightPath(cameraFor(from, size), cameraFor(to, size), size).at(time), size).width;

  it('reaches a far view by way of a wider one', () => {
    const width = evenly(700, 7000);
    const far = fc.tuple(width, width, evenly(3, 20));
    fc.assert(
      fc.property(far, ([first, second, apart]) => {
        const from = { x: 0, y: 0, width: first };
        const to = { x: 0, y: Math.max(first, second) * apart, width: second };
        const widest = Math.max(...times.map((time) => widthAt(from, to, time)));
        expect(widest).toBeGreaterThan(Math.max(first, second) * 1.2);
      }),
      { numRuns: 500 },
    );
  });

  it('is widest in the middle between two far views of one size', () => {
    const [from, to] = [
      { x: 0, y: 0, width: 1000 },
      { x: 8000, y: 0, width: 1000 },
    ];
    const widths = times.map((time) => widthAt(from, to, time));
    expect(Math.max(...widths)).toBe(widths[FLIGHT_SAMPLES / 2]);
    expect(Math.max(...widths)).toBeGreaterThan(4000);
  });

  it('takes longer the farther it goes', () => {
    const durationTo = (x: number) => {
      const [from, to] = [
        { x: 0, y: 0, width: 4000 },
        { x, y: 0, width: 4000 },
      ];
      return flightPath(cameraFor(from, size), cameraFor(to, size), size).duration;
    };
    const durations = [0, 10, 4000, 12_000, 40_000].map(durationTo);
    expect(durations).toEqual(durations.toSorted((a, b) => a - b));
    expect([durations[0], durations.at(-1)]).toEqual([500, 750]);
  });

  it('stays where it is when there is nowhere to go', () => {
    const here = cameraFor({ x: 4000, y: 5000, width: 3000 }, size);
    const path = flightPath(here, here, size);
    for (const time of times) expect(pixelsApart(path.at(time), here, size)).toBeLessThan(1e-6);
  });
});
