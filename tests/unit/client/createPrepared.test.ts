import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPrepared } from '../../../src/client/createPrepared.ts';

/** Idle moments come when the test says so. */
let waiting: (() => void)[] = [];
function beIdle(): void {
  for (const work of waiting.splice(0)) work();
}

const KEYS = Array.from({ length: 6 }, (_, index) => ({ index }));

/** Each key is worked out in so many milliseconds of the (fake) clock. */
function preparedIn(milliseconds: number) {
  const done: number[] = [];
  const prepared = createPrepared(KEYS, ({ index }) => {
    done.push(index);
    vi.advanceTimersByTime(milliseconds);
    return `result ${String(index)}`;
  });
  return { prepared, done };
}

describe('results prepared in idle time', () => {
  beforeEach(() => {
    waiting = [];
    vi.useFakeTimers();
    vi.stubGlobal('window', { requestIdleCallback: true });
    vi.stubGlobal('requestIdleCallback', (work: () => void) => waiting.push(work));
    vi.stubGlobal('cancelIdleCallback', () => waiting.pop());
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('come as many in an idle moment as eight milliseconds take', () => {
    const { prepared, done } = preparedIn(3);
    prepared.renew();
    expect(done).toEqual([]);
    beIdle();
    expect(done).toEqual([0, 1, 2]);
    beIdle();
    expect(done).toEqual([0, 1, 2, 3, 4, 5]);
    expect(waiting).toEqual([]);
  });

  it('come one by one where each takes long', () => {
    const { prepared, done } = preparedIn(20);
    prepared.renew();
    for (const count of [1, 2, 3]) {
      beIdle();
      expect(done).toHaveLength(count);
    }
  });

  it('are worked out at once where they are asked for early, and not again', () => {
    const { prepared, done } = preparedIn(20);
    prepared.renew();
    expect(prepared.of(KEYS[4]!)).toBe('result 4');
    while (waiting.length > 0) beIdle();
    expect(done).toEqual([4, 0, 1, 2, 3, 5]);
  });

  it('that cannot be had fail where they are asked for', () => {
    const prepared = createPrepared(KEYS, ({ index }) => {
      if (index === 1) throw new Error('no result');
      return index;
    });
    prepared.renew();
    while (waiting.length > 0) beIdle();
    expect(prepared.of(KEYS[2]!)).toBe(2);
    expect(() => prepared.of(KEYS[1]!)).toThrow('no result');
  });

  it('are not prepared any further once that is over', () => {
    const { prepared, done } = preparedIn(20);
    prepared.renew();
    beIdle();
    prepared.destroy();
    expect(waiting).toEqual([]);
    expect(done).toEqual([0]);
  });
});
