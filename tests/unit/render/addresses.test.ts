import { expect, it } from 'vitest';
import { actorAddress, positionAddress, traceAddress } from '../../../src/render/addresses.ts';

it('an actor has a page, a position an anchor on it, a trace a place in the picture of time', () => {
  expect(actorAddress('FRA')).toBe('/actors/fra/');
  expect(positionAddress({ actor: 'EU', id: 'eu-2024-12-01' })).toBe('/actors/eu/#eu-2024-12-01');
  expect(traceAddress('FRA')).toBe('/time/?actor=fra');
});
