import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { envelope, PROTOCOL, readMessage, type MessageType } from '../../../src/embed/protocol.ts';

/** What is allowed, written anew: type → least and greatest value, whole or not. */
const ALLOWED: Readonly<Record<string, readonly [least: number, most: number, whole: boolean]>> = {
  init: [0, 0, true],
  ready: [1, 100, true],
  step: [-1, 99, true],
  shown: [-1, 99, true],
  seen: [0, 1, false],
  height: [100, 5000, true],
};

const NUMBERS = [NaN, Infinity, -Infinity, -0, 0, 1, 1e9, -1e9, 0.5, 2 ** 53, -2, 99, 100, 101];
const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype'];

/** Anything that a message can carry, with keys that have fooled others. */
const anything = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withSparseArray: true,
    withNullPrototype: true,
    withObjectString: true,
    maxDepth: 2,
  }),
  fc.constantFrom<unknown>(...NUMBERS, ...NAMES, ...Object.keys(ALLOWED), null, undefined),
);

/** Objects that look like messages, each field right or anything. */
const lookalike = fc.record(
  {
    ns: fc.oneof(fc.constant(PROTOCOL), anything),
    n: fc.oneof(fc.constant('a'), anything),
    type: fc.oneof(fc.constantFrom(...Object.keys(ALLOWED), ...NAMES), anything),
    value: fc.oneof(fc.constantFrom(...NUMBERS), fc.integer(), fc.double(), anything),
  },
  { requiredKeys: [] },
);

/** True for what this test, by itself, holds to be a message of the instance "a". */
function isMessage(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return false;
  const entries = new Map<string, unknown>(Object.entries(data));
  const [type, value] = [entries.get('type'), entries.get('value')];
  if (entries.size !== 4 || entries.get('ns') !== PROTOCOL || entries.get('n') !== 'a') {
    return false;
  }
  if (typeof type !== 'string' || typeof value !== 'number' || !Object.hasOwn(ALLOWED, type)) {
    return false;
  }
  const [least, most, whole] = ALLOWED[type]!;
  return value >= least && value <= most && (!whole || Number.isInteger(value));
}

describe('readMessage', () => {
  it('accepts none of 100,000 values that are no messages, and throws at none', () => {
    let refused = 0;
    let accepted = 0;
    fc.assert(
      fc.property(fc.oneof(anything, lookalike, lookalike), (data) => {
        const read = readMessage(data, 'a');
        if (isMessage(data)) {
          accepted += 1;
          expect(read).toEqual({
            type: (data as { type: string }).type,
            value: (data as { value: number }).value,
          });
        } else {
          refused += 1;
          expect(read).toBeNull();
        }
      }),
      { numRuns: 110_000, seed: 3 },
    );
    expect(refused).toBeGreaterThanOrEqual(100_000);
    expect(accepted).toBeGreaterThan(50); // the lookalikes come close enough
  });

  it('refuses a message with one thing wrong', () => {
    const good = { ns: PROTOCOL, n: 'a', type: 'step', value: 3 };
    expect(readMessage(good, 'a')).toEqual({ type: 'step', value: 3 });
    const wrong: readonly object[] = [
      ...NUMBERS.filter((value) => !(value >= -1 && value <= 99 && Number.isInteger(value))).map(
        (value) => ({ value }),
      ),
      ...NAMES.map((type) => ({ type })),
      { value: '3' },
      { value: [3] },
      { value: 3n },
      { value: new Number(3) },
      { n: 'b' },
      { n: ['a'] },
      { ns: 'nothing-ruled-out/2' },
      { ns: `${PROTOCOL} ` },
      { extra: undefined },
    ];
    for (const change of wrong) expect(readMessage({ ...good, ...change }, 'a')).toBeNull();
    for (const key of Object.keys(good)) {
      const without = Object.entries(good).filter(([name]) => name !== key);
      expect(readMessage(Object.fromEntries(without), 'a'), key).toBeNull();
    }
    const fields = Object.values(good);
    for (const data of [fields, JSON.stringify(good), new Map(Object.entries(good)), null, 1n]) {
      expect(readMessage(data, 'a')).toBeNull();
    }
  });

  it('takes fields from the object itself alone', () => {
    const good = { ns: PROTOCOL, n: 'a', type: 'step', value: 3 };
    expect(readMessage(Object.create(good), 'a')).toBeNull();
    const polluted = JSON.parse(`{"__proto__": ${JSON.stringify(good)}}`) as unknown;
    expect(readMessage(polluted, 'a')).toBeNull();
  });

  it('throws at no object that does, whatever it does when it is looked at', () => {
    const fault = () => {
      throw new Error('do not look');
    };
    const handlers = ['get', 'has', 'ownKeys', 'getPrototypeOf', 'getOwnPropertyDescriptor'];
    const traps = handlers.map((name) => new Proxy({ ns: PROTOCOL, n: 'a' }, { [name]: fault }));
    const getters = ['ns', 'n', 'type', 'value'].map((key) =>
      Object.defineProperty({ ns: PROTOCOL, n: 'a', type: 'step', value: 1 }, key, { get: fault }),
    );
    const types = [{ toString: fault }, Symbol('step'), { valueOf: fault }].map((type) => ({
      ns: PROTOCOL,
      n: 'a',
      type,
      value: 1,
    }));
    for (const data of [...traps, ...getters, ...types]) expect(readMessage(data, 'a')).toBeNull();
  });

  it('reads back what `envelope` makes, for each type at both its ends', () => {
    for (const [type, [least, most]] of Object.entries(ALLOWED)) {
      for (const value of [least, most]) {
        const sent = envelope('x-1', type as MessageType, value);
        expect(readMessage(structuredClone(sent), 'x-1')).toEqual({ type, value });
        expect(readMessage(sent, 'x-2')).toBeNull();
      }
      for (const value of [least - 1, most + 1]) {
        expect(readMessage(envelope('x-1', type as MessageType, value), 'x-1')).toBeNull();
      }
    }
  });
});
