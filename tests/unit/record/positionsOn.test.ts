import { describe, expect, it } from 'vitest';
import { positionsOn, standingOf } from '../../../src/record/positionsOn.ts';
import type { Position } from '../../../src/schema/position.ts';
import { position, taleRecord } from './tale.ts';

const FORCE = 'post-ceasefire-force';
const unnamed = { attribution: 'unnamed-sources', stance: 'ready' } as const;

function idsOn(positions: readonly Position[], date: string): readonly string[] {
  return positionsOn(taleRecord(positions), date, FORCE).map((one) => one.position);
}

describe('positionsOn(record, date, question)', () => {
  it('gives the latest usable position on or before the day', () => {
    const positions = [
      position('a', { date: '2024-03-05' }),
      position('b', { date: '2024-05-05' }),
    ];
    expect(idsOn(positions, '2024-03-04')).toEqual([]);
    expect(idsOn(positions, '2024-03-05')).toEqual(['a']);
    expect(idsOn(positions, '2024-05-04')).toEqual(['a']);
    expect(idsOn(positions, '2024-05-05')).toEqual(['b']);
  });

  it('counts a month from its last day, so that a day in it comes first', () => {
    const positions = [
      position('month', { date: '2024-05' }),
      position('day', { date: '2024-05-20' }),
    ];
    expect(idsOn(positions, '2024-05-30')).toEqual(['day']);
    expect(idsOn(positions, '2024-05-31')).toEqual(['month']);
  });

  it('takes the later in the file when two are of one day', () => {
    expect(idsOn([position('first'), position('second')], '2024-12-31')).toEqual(['second']);
  });

  it('passes over low confidence and speakers who never set the standing', () => {
    const weak = [
      position('low', { date: '2024-04-01', confidence: 'low' }),
      position('general', { date: '2024-04-02', sets_standing: false }),
    ];
    expect(idsOn([position('minister'), ...weak], '2024-12-31')).toEqual(['minister']);
  });

  it('keeps the questions apart', () => {
    const positions = [
      position('combat', { about: 'combat', date: '2024-06-01' }),
      position('force'),
    ];
    expect(idsOn(positions, '2024-12-31')).toEqual(['force']);
  });

  it('marks a standing that was reported as reported, without a second entry', () => {
    const record = taleRecord([position('a', { attribution: 'reported', stance: 'undecided' })]);
    expect(positionsOn(record, '2024-12-31', FORCE)).toEqual([
      { actor: 'SYL', stance: 'undecided', evidence: 'reported', position: 'a' },
    ]);
  });

  it('puts unnamed sources beside the standing, as reported, until a later record answers', () => {
    const positions = [
      position('no', { stance: 'rules-out' }),
      position('whisper', { date: '2024-04-01', ...unnamed }),
      position('yes', { date: '2024-05-01', stance: 'ready' }),
    ];
    expect(positionsOn(taleRecord(positions), '2024-04-30', FORCE)).toEqual([
      { actor: 'SYL', stance: 'rules-out', evidence: 'on-record', position: 'no' },
      { actor: 'SYL', stance: 'ready', evidence: 'reported', position: 'whisper' },
    ]);
    expect(idsOn(positions, '2024-05-01')).toEqual(['yes']);
  });

  it('lets unnamed sources stand beside a statement of the same day', () => {
    expect(idsOn([position('whisper', unnamed), position('said')], '2024-03-05')).toEqual([
      'said',
      'whisper',
    ]);
  });

  it('lets unnamed sources stand alone, and drops weak ones', () => {
    expect(idsOn([position('whisper', unnamed)], '2024-12-31')).toEqual(['whisper']);
    expect(idsOn([position('rumour', { ...unnamed, confidence: 'low' })], '2024-12-31')).toEqual(
      [],
    );
  });

  it('does not take a weak record for an answer to unnamed sources', () => {
    const positions = [
      position('whisper', unnamed),
      position('low', { date: '2024-06-01', confidence: 'low' }),
      position('general', { date: '2024-06-02', sets_standing: false }),
    ];
    expect(idsOn(positions, '2024-12-31')).toEqual(['whisper']);
  });

  it('follows the order of the actors, those outside the scale included', () => {
    const positions = ['ORS', 'RUR', 'UQB', 'SYL', 'EU'].map((actor) => position(actor, { actor }));
    expect(idsOn(positions, '2024-12-31')).toEqual(['SYL', 'RUR', 'EU', 'UQB', 'ORS']);
  });
});

describe('standingOf(record, actor, date, question)', () => {
  it('gives one actor’s share of positionsOn', () => {
    const record = taleRecord([position('a'), position('b', { actor: 'FRD' })]);
    expect(standingOf(record, 'FRD', '2024-12-31', FORCE).map((one) => one.position)).toEqual([
      'b',
    ]);
    expect(standingOf(record, 'RUR', '2024-12-31', FORCE)).toEqual([]);
  });
});
