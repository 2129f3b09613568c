import { describe, expect, it } from 'vitest';
import { ledgerGroups } from '../../../src/render/ledgerGroups.ts';
import { tallyByStance } from '../../../src/record/tallyByStance.ts';
import { STANCES } from '../../../src/schema/vocabulary.ts';
import { ACTORS } from '../map/taleMap.ts';
import { RECORD, stateOf, stateWith } from './taleStates.ts';

const groups = (state = stateOf()) => ledgerGroups(state, ACTORS);
const group = (id: string, state = stateOf()) => groups(state).find((one) => one.id === id)!;
const namesIn = (id: string, state = stateOf()) =>
  group(id, state).pills.map(({ actor }) => actor.name);

describe('ledgerGroups(state, actors)', () => {
  it('has the stances in their fixed order, then outside the scale, then nothing found', () => {
    expect(groups().map(({ id }) => id)).toEqual([...STANCES, 'outside', 'none']);
    expect(groups(stateOf({ date: '2020-01-01' })).map(({ id }) => id)).toEqual([
      ...[...STANCES, 'outside', 'none'],
    ]);
  });

  it('sorts pills by name', () => {
    expect(namesIn('ready')).toEqual(['Freedonia', 'Ruritania']);
    expect(namesIn('open')).toEqual(['Drowned Sevrin', 'Ruritania']);
  });

  it('stands an actor twice that is on record and reported, and says which is which', () => {
    const pills = groups().flatMap((one) =>
      one.pills
        .filter(({ actor }) => actor.id === 'RUR')
        .map(({ stance, evidence, position }) => [one.id, stance, evidence, position]),
    );
    expect(pills).toEqual([
      ['ready', 'ready', 'reported', 'rur-hint'],
      ['open', 'open', 'on-record', 'rur'],
    ]);
  });

  it('counts an actor once in a group where its word and a report agree', () => {
    const own = { actor: 'SYL', stance: 'open', position: 'x' } as const;
    const state = stateWith([
      { ...own, evidence: 'on-record' },
      { ...own, evidence: 'reported' },
    ]);
    expect(group('open', state).pills).toHaveLength(2);
    expect(group('open', state).count).toBe(1);
  });

  it('counts as the record counts', () => {
    const tally = tallyByStance(RECORD, stateOf().standings);
    for (const stance of STANCES) expect(group(stance).count, stance).toBe(tally.get(stance));
  });

  it('keeps host and belligerent outside the scale whatever they say, or whether', () => {
    expect(namesIn('outside')).toEqual(['Orsinia', 'Uqbar']);
    expect(namesIn('outside', stateOf({ date: '2020-01-01' }))).toEqual(['Orsinia', 'Uqbar']);
    expect(namesIn('ready')).not.toContain('Uqbar');
  });

  it('has an ally of the belligerent outside the scale where it has spoken, else with nothing found', () => {
    expect(namesIn('none')).toContain('Tlön');
    const state = stateWith([
      { actor: 'TLN', stance: 'opposes', evidence: 'on-record', position: 'x' },
    ]);
    expect(namesIn('outside', state)).toContain('Tlön');
    expect(namesIn('opposes', state)).toEqual([]);
  });

  it('has a pill for every actor, and for those without a standing no stance', () => {
    const shown = new Set(groups().flatMap(({ pills }) => pills.map(({ actor }) => actor.id)));
    expect(ACTORS.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
    expect(namesIn('none')).toEqual(['Alliance of the Tale', 'Tlön']);
    expect(group('none').pills.every(({ stance, evidence }) => !stance && !evidence)).toBe(true);
  });

  it('rings every pill of a spotlighted actor', () => {
    const ringed = groups(stateOf({ spotlight: ['rur', 'ors'] })).flatMap(({ id, pills }) =>
      pills.filter(({ spotlight }) => spotlight).map(({ actor }) => `${actor.id} ${id}`),
    );
    expect(ringed).toEqual(['RUR ready', 'RUR open', 'ORS outside']);
  });

  it('leaves the list of actors as it was', () => {
    const before = ACTORS.map(({ id }) => id);
    groups();
    expect(ACTORS.map(({ id }) => id)).toEqual(before);
  });
});
