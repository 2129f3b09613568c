import { describe, expect, it } from 'vitest';
import { actorStandings, neighboursOn } from '../../../src/record/actorStandings.ts';
import { conditionsOf } from '../../../src/record/conditionsOf.ts';
import { questionsOf } from '../../../src/record/questionsOf.ts';
import { position, taleRecord } from './tale.ts';

const DAY = '2024-06-01';
const FORCE = 'post-ceasefire-force';

describe('actorStandings(record, actor, date, questions)', () => {
  const record = taleRecord([
    position('old', { date: '2024-01-01', stance: 'rules-out' }),
    position('new', { date: '2024-05-01', stance: 'open' }),
    position('late', { date: '2024-07-01', stance: 'ready' }),
    position('fight', { about: 'combat', stance: 'rules-out' }),
    position('other', { actor: 'FRD', stance: 'open', attribution: 'reported' }),
  ]);

  it('gives for each question, in the order asked, what stands that day with its position', () => {
    const found = actorStandings(record, 'SYL', DAY, ['combat', FORCE, 'instructors']);
    expect(
      found.map(({ question, standings }) => [
        question,
        standings.map(({ position: { id }, standing }) => `${id} ${standing.stance}`),
      ]),
    ).toEqual([
      ['combat', ['fight rules-out']],
      [FORCE, ['new open']],
      ['instructors', []],
    ]);
  });

  it('names as neighbours those who hold the same stance on the same question', () => {
    const [combat, force] = actorStandings(record, 'SYL', DAY, ['combat', FORCE]);
    expect(combat?.neighbours).toEqual([]);
    expect(force?.neighbours).toEqual([
      { actor: 'FRD', stance: 'open', evidence: 'reported', position: 'other' },
    ]);
  });
});

describe('neighboursOn(record, actor, date, question)', () => {
  it('takes in those of every stance the actor holds, said or reported', () => {
    const record = taleRecord([
      position('said', { stance: 'open' }),
      position('hint', { stance: 'ready', attribution: 'unnamed-sources' }),
      position('frd', { actor: 'FRD', stance: 'ready' }),
      position('rur', { actor: 'RUR', stance: 'open' }),
      position('eu', { actor: 'EU', stance: 'rules-out' }),
    ]);
    const others = neighboursOn(record, 'SYL', DAY, FORCE).map(({ actor }) => actor);
    expect(others).toEqual(['FRD', 'RUR']);
  });

  it('leaves out those outside the scale, and gives them none', () => {
    const record = taleRecord([
      position('syl', { stance: 'opposes' }),
      position('ors', { actor: 'ORS', stance: 'opposes' }),
    ]);
    expect(neighboursOn(record, 'SYL', DAY, FORCE)).toEqual([]);
    expect(neighboursOn(record, 'ORS', DAY, FORCE)).toEqual([]);
  });
});

describe('questionsOf(record)', () => {
  it('gives the questions that someone spoke of, each once, in their fixed order', () => {
    const record = taleRecord([
      position('a', { about: 'combat' }),
      position('b', { about: 'instructors', confidence: 'low' }),
      position('c', { about: 'combat', actor: 'FRD' }),
    ]);
    expect(questionsOf(record)).toEqual(['instructors', 'combat']);
  });
});

describe('conditionsOf(positions)', () => {
  it('gathers the positions that name a condition, in the order in which it came up', () => {
    const positions = [
      position('a', { conditions: ['with-allies', 'after-truce'] }),
      position('b'),
      position('c', { conditions: ['after-truce'] }),
    ];
    const found = conditionsOf(positions).map(
      (one) => `${one.id}: ${one.positions.map(({ id }) => id).join(' ')}`,
    );
    expect(found).toEqual(['with-allies: a', 'after-truce: a c']);
  });
});
