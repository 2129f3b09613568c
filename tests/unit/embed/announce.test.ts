import { afterEach, expect, it, vi } from 'vitest';
import { PROTOCOL } from '../../../src/embed/protocol.ts';

/** Announces a height in a frame of the given address; resolves to what the page around it is sent. */
async function announcedAt(address: string, isFramed = true): Promise<readonly unknown[]> {
  const { search, hash } = new URL(address, 'https://ours.example/');
  const postMessage = vi.fn();
  const self = {};
  vi.resetModules();
  vi.stubGlobal('location', { search, hash });
  vi.stubGlobal('document', { documentElement: { dataset: {} } });
  vi.stubGlobal('self', self);
  vi.stubGlobal('parent', isFramed ? { postMessage } : self);
  const { announceHeight } = await import('../../../src/embed/announce.ts');
  announceHeight(640);
  return postMessage.mock.calls.map(([message]) => message as unknown);
}

const OURS = { ns: PROTOCOL, n: 'a', type: 'height', value: 640 };
const AMP = { sentinel: 'amp', type: 'embed-size', height: 640 };

afterEach(() => {
  vi.unstubAllGlobals();
});

it('tells the height in our protocol and as AMP wants it', async () => {
  expect(await announcedAt('?n=a')).toEqual([OURS, AMP]);
});

it('speaks as pym does where the address has a childId', async () => {
  const sent = await announcedAt('?n=a&childId=pym-0');
  expect(sent).toEqual([OURS, AMP, 'pymxPYMxpym-0xPYMxheightxPYMx640']);
});

it.each(['#?secret=abc', '#secret=abc'])(
  'speaks to WordPress with its secret: %s',
  async (hash) => {
    const sent = await announcedAt(`?n=a${hash}`);
    expect(sent).toEqual([OURS, AMP, { message: 'height', value: 640, secret: 'abc' }]);
  },
);

it('takes a step’s id in the hash for no secret', async () => {
  expect(await announcedAt('?n=a#paris-2024')).toEqual([OURS, AMP]);
});

it('is silent where there is no page around', async () => {
  expect(await announcedAt('?n=a', false)).toEqual([]);
});
