import { expect, it } from 'vitest';
import {
  actorAddress,
  exploreAddress,
  positionAddress,
  traceAddress,
} from '../../../src/render/addresses.ts';

it('an actor has a page, a position an anchor on it, a trace a place in the picture of time', () => {
  expect(actorAddress('FRA')).toBe('/actors/fra/');
  expect(positionAddress({ actor: 'EU', id: 'eu-2024-12-01' })).toBe('/actors/eu/#eu-2024-12-01');
  expect(traceAddress('FRA')).toBe('/time/?actor=fra');
});

it('the explored map opens at a question, or at an actor’s history', () => {
  expect(exploreAddress({ question: 'combat' })).toBe('/explore/?question=combat');
  expect(exploreAddress({ actor: 'FRA' })).toBe('/explore/?actor=fra');
});
