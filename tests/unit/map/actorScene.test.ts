import { describe, expect, it } from 'vitest';
import { actorScene } from '../../../src/map/actorScene.ts';
import { describeActor } from '../../../src/map/describeActor.ts';
import { actorStandings } from '../../../src/record/actorStandings.ts';
import type { Position } from '../../../src/schema/position.ts';
import { position } from '../record/tale.ts';
import { ACTORS, mapRecord, PLANE } from './taleMap.ts';

const QUESTIONS = ['post-ceasefire-force', 'combat'] as const;
const actorOf = (id: string) => ACTORS.find((actor) => actor.id === id)!;

function scenes(id: string, positions: readonly Position[]) {
  const record = mapRecord(positions);
  const standings = actorStandings(record, id, record.asOf, QUESTIONS);
  return {
    scene: actorScene(record, PLANE, actorOf(id), standings),
    words: describeActor(record, actorOf(id), standings),
  };
}

describe('actorScene(record, plane, actor, standings)', () => {
  it('looks at the actor on the first question it stands on, at the record’s day', () => {
    const { scene } = scenes('SYL', [
      position('syl-fight', { about: 'combat', stance: 'rules-out' }),
      position('frd', { actor: 'FRD' }),
    ]);
    expect(scene).toEqual({
      date: '2024-12-31',
      question: 'combat',
      spotlight: ['syl-fight'],
      layers: [],
      view: ['SYL'],
      show: 'record',
    });
  });

  it('spotlights what is said and what is reported beside it', () => {
    const { scene } = scenes('SYL', [
      position('said'),
      position('hint', { attribution: 'unnamed-sources' }),
    ]);
    expect(scene?.spotlight).toEqual(['said', 'hint']);
  });

  it('outlines the members of an organisation, in Europe', () => {
    const { scene } = scenes('EU', [position('eu', { actor: 'EU' })]);
    expect([scene?.layers, scene?.view]).toEqual([['eu-outline'], ['europe']]);
  });

  it('asks of a silent actor what is asked first, with nothing in the spotlight', () => {
    const { scene } = scenes('RUR', [position('syl')]);
    expect([scene?.question, scene?.spotlight]).toEqual(['post-ceasefire-force', []]);
  });

  it('is no scene for an actor that lies off the plane', () => {
    expect(scenes('DST', [position('dst', { actor: 'DST' })]).scene).toBeUndefined();
  });
});

describe('describeActor(record, actor, standings)', () => {
  it('says where it stands on each question, when and how known, and what is on record', () => {
    const { words } = scenes('SYL', [
      position('said', { stance: 'open' }),
      position('hint', { stance: 'ready', attribution: 'unnamed-sources', date: '2024-04' }),
      position('fight', { about: 'combat', stance: 'rules-out', date: '2024-02-01' }),
    ]);
    expect(words).toBe(
      'Sylvania as of 31 December 2024. Soldiers after a ceasefire: does not rule it out (on the record, 5 March 2024); would send (reported, April 2024). Combat troops: rules it out (on the record, 1 February 2024). 3 statements with date and source.',
    );
  });

  it('says of a silent actor that nothing was found, and that this is not a no', () => {
    expect(scenes('RUR', []).words).toBe(
      'Ruritania: no position found as of 31 December 2024. This is not a no.',
    );
    const weak = scenes('RUR', [position('low', { actor: 'RUR', confidence: 'low' })]).words;
    expect(weak).toContain('no position found');
    expect(weak).toContain('1 statement with date and source.');
  });

  it('puts what the host says in words of its own', () => {
    const { words } = scenes('UKR', [position('ukr', { actor: 'UKR', stance: 'ready' })]);
    expect(words).toContain('asks for or consents to troops (on the record, 5 March 2024)');
    expect(words).not.toContain('would send');
  });
});
