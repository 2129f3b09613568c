import { expect, it } from 'vitest';
import { isOnScale } from '../../../src/record/isOnScale.ts';
import { ACTORS } from './tale.ts';

it('isOnScale(actor) holds for states and organisations, not for host, belligerent and ally', () => {
  expect(ACTORS.filter(isOnScale).map(({ id }) => id)).toEqual(['SYL', 'FRD', 'RUR', 'EU']);
});
