import { describe, expect, it } from 'vitest';
import { labelsFor } from '../../../src/map/labelsFor.ts';
import { positionsOn } from '../../../src/record/positionsOn.ts';
import type { ActorId } from '../../../src/schema/actor.ts';
import { position } from '../record/tale.ts';
import { mapRecord } from './taleMap.ts';

const record = mapRecord([
  position('syl', { actor: 'SYL', stance: 'rules-out' }),
  position('frd', { actor: 'FRD', stance: 'ready', attribution: 'reported' }),
  position('rur', { actor: 'RUR', stance: 'open' }),
  position('rur-hint', { actor: 'RUR', stance: 'ready', attribution: 'unnamed-sources' }),
  position('ors', { actor: 'ORS', stance: 'opposes' }),
  position('ukr', { actor: 'UKR', stance: 'ready' }),
  position('eu', { actor: 'EU', stance: 'open' }),
]);
const standings = positionsOn(record, '2024-06-01', 'post-ceasefire-force');

const labels = (spotlight: readonly ActorId[], view: readonly string[] = []) =>
  labelsFor(record, standings, spotlight, view);
const wordsOf = (actor: ActorId) => labels([actor]).find((label) => label.actor === actor)?.words;

describe('labelsFor(record, standings, spotlight, view)', () => {
  it('names the spotlighted in their order, then the host, then whom the view asks for', () => {
    const ids = labels(['ORS', 'FRD'], ['SYL', 'FRD']).map(({ actor }) => actor);
    expect(ids).toEqual(['ORS', 'FRD', 'UKR', 'SYL']);
  });

  it('names the host on every map, once', () => {
    expect(labels([]).map(({ name }) => name)).toEqual(['Uqbar']);
    expect(labels(['FRD', 'UKR'], ['UKR']).map(({ actor }) => actor)).toEqual(['FRD', 'UKR']);
  });

  it('has no label for regions and lines of the view', () => {
    expect(labels([], ['valley', 'line_of_the_tale']).map(({ actor }) => actor)).toEqual(['UKR']);
  });

  it('says what a spotlighted actor’s stance is', () => {
    expect(wordsOf('SYL')).toEqual(['rules it out']);
    expect(wordsOf('EU')).toEqual(['does not rule it out']);
  });

  it('says that a stance is reported where it is', () => {
    expect(wordsOf('FRD')).toEqual(['reported: would send']);
  });

  it('says both where an actor is on record and reported, the record first', () => {
    expect(wordsOf('RUR')).toEqual(['does not rule it out', 'reported: would send']);
  });

  it('says what the belligerent says, and nothing on the host’s stance, which is off the scale', () => {
    expect(wordsOf('ORS')).toEqual(['against anyone’s troops']);
    expect(wordsOf('UKR')).toEqual([]);
  });

  it('names actors outside the spotlight without words', () => {
    const [, silent] = labels([], ['SYL']);
    expect(silent).toEqual({ actor: 'SYL', name: 'Sylvania', words: [] });
  });
});
