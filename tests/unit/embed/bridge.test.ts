import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBridge } from '../../../src/embed/bridge.ts';
import { PROTOCOL } from '../../../src/embed/protocol.ts';

const OURS = 'https://ours.example';
const HOST = 'https://host.example';

type Receive = (event: { source: unknown; origin: string; data: unknown }) => void;

/** A window that keeps what it is sent; the map's frame is one beside it in `parent`. */
function windowIn(parent: object | null) {
  return { parent, postMessage: vi.fn() };
}

let receive: Receive;
const host = windowIn(null);
const map = windowIn(host);
const text = windowIn(host);
const elsewhere = windowIn(windowIn(null));

beforeEach(() => {
  vi.stubGlobal('self', map);
  vi.stubGlobal('parent', host);
  vi.stubGlobal('origin', OURS);
  vi.stubGlobal('addEventListener', (_: string, listener: Receive) => {
    receive = listener;
  });
  for (const each of [host, map, text, elsewhere]) each.postMessage.mockClear();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function bridge(from: string | null) {
  const onStep = vi.fn();
  const tell = createBridge({ instance: 'a', host: from, steps: 17, onStep });
  return { onStep, tell };
}

const message = (type: string, value = 0) => ({ ns: PROTOCOL, n: 'a', type, value });

describe('createBridge', () => {
  it('is driven by the page around it where that is named, once it has asked', () => {
    const { onStep } = bridge(HOST);
    receive({ source: host, origin: HOST, data: message('step', 2) });
    expect(onStep).not.toHaveBeenCalled();
    receive({ source: host, origin: HOST, data: message('init') });
    expect(host.postMessage).toHaveBeenLastCalledWith(message('ready', 17), HOST);
    for (const step of [2, -1, 16]) {
      receive({ source: host, origin: HOST, data: message('step', step) });
      expect(onStep).toHaveBeenLastCalledWith(step);
      expect(host.postMessage).toHaveBeenLastCalledWith(message('shown', step), HOST);
    }
    receive({ source: host, origin: HOST, data: message('step', 17) });
    expect(onStep).toHaveBeenCalledTimes(3);
  });

  it('is driven by the frame beside it where no page is named, the first that asked', () => {
    const { onStep } = bridge(null);
    const other = windowIn(host);
    receive({ source: text, origin: OURS, data: message('init') });
    receive({ source: other, origin: OURS, data: message('init') });
    receive({ source: other, origin: OURS, data: message('step', 3) });
    expect(onStep).not.toHaveBeenCalled();
    expect(other.postMessage).not.toHaveBeenCalled();
    receive({ source: text, origin: OURS, data: message('step', 4) });
    expect(onStep.mock.calls).toEqual([[4]]);
    expect(text.postMessage).toHaveBeenLastCalledWith(message('shown', 4), OURS);
  });

  it('tells nothing to anybody before somebody drives', () => {
    const { tell } = bridge(HOST);
    tell('seen', 1);
    for (const each of [host, text, elsewhere]) expect(each.postMessage).not.toHaveBeenCalled();
  });

  it('is moved by none of 100,000 messages from a wrong window or origin, or with a wrong content', () => {
    const good = fc.constantFrom(
      message('init'),
      ...[0, 5, 16, -1].map((at) => message('step', at)),
    );
    const bad = fc.oneof(
      fc.anything(),
      fc.record({
        ns: fc.constantFrom(PROTOCOL, 'other', '__proto__'),
        n: fc.constantFrom('b', '', '__proto__', null, ['a']),
        type: fc.constantFrom('init', 'step', 'constructor'),
        value: fc.oneof(fc.constantFrom(NaN, 1e9, -2, 0.5), fc.anything()),
      }),
    );
    const wrongWindow = fc.constantFrom<unknown>(map, text, elsewhere, null, undefined, {});
    const wrongOrigin = fc.constantFrom(
      ...[OURS, 'null', '', '*', 'https://host.example.evil.example', 'https://evilhost.example'],
      ...['http://host.example', 'https://host.example:444', 'https://HOST.example'],
    );
    const event = fc.oneof(
      fc.record({
        source: wrongWindow,
        origin: fc.oneof(fc.constant(HOST), wrongOrigin),
        data: good,
      }),
      fc.record({ source: fc.constant<unknown>(host), origin: wrongOrigin, data: good }),
      fc.record({ source: fc.constant<unknown>(host), origin: fc.constant(HOST), data: bad }),
    );
    const { onStep } = bridge(HOST);
    fc.assert(
      fc.property(event, (each) => {
        receive(each);
      }),
      { numRuns: 100_000, seed: 7 },
    );
    expect(onStep).not.toHaveBeenCalled();
    for (const each of [host, text, elsewhere]) expect(each.postMessage).not.toHaveBeenCalled();
  });

  it('takes no frame of another origin or place for the text beside it', () => {
    const { onStep } = bridge(null);
    const sources = [map, host, elsewhere, text];
    fc.assert(
      fc.property(
        fc.constantFrom(...sources),
        fc.constantFrom(OURS, HOST, 'null'),
        fc.constantFrom(message('init'), message('step', 3)),
        (source, origin, data) => {
          if (source !== text || origin !== OURS) receive({ source, origin, data });
        },
      ),
      { numRuns: 2000, seed: 11 },
    );
    expect(onStep).not.toHaveBeenCalled();
    for (const each of sources) expect(each.postMessage).not.toHaveBeenCalled();
  });

  it('answers to any window where its own origin is opaque, as in a bare sandbox', () => {
    vi.stubGlobal('origin', 'null');
    bridge(null);
    receive({ source: text, origin: 'null', data: message('init') });
    expect(text.postMessage).toHaveBeenLastCalledWith(message('ready', 17), '*');
  });
});
