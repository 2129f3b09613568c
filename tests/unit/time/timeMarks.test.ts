import { describe, expect, it } from 'vitest';
import { describeMark, describeTime } from '../../../src/time/describeTime.ts';
import { timeMarks } from '../../../src/time/timeMarks.ts';
import type { Position } from '../../../src/schema/position.ts';
import { position, taleRecord } from '../record/tale.ts';

const questionsFor = (...positions: Position[]) => timeMarks(taleRecord(positions));
const markFor = (rest: Partial<Position>) =>
  questionsFor(position('it', rest))[0]!.rows[0]!.marks[0]!;

describe('timeMarks(record)', () => {
  it('keeps the questions apart, and stances in the order of the scale', () => {
    const questions = questionsFor(
      position('a', { about: 'combat', stance: 'rules-out' }),
      position('b', { stance: 'rules-out' }),
      position('c', { stance: 'ready', actor: 'FRD' }),
    );
    const rows = questions.map(({ question, rows: own }) => [
      question,
      ...own.map(({ id, marks }) => `${id} ${marks.map((mark) => mark.position.id).join()}`),
    ]);
    expect(rows).toEqual([
      ['post-ceasefire-force', 'ready c', 'rules-out b'],
      ['combat', 'rules-out a'],
    ]);
  });

  it('gives host, belligerent and ally a row of their own, last and without a colour', () => {
    const [question] = questionsFor(
      position('ors', { actor: 'ORS', stance: 'ready' }),
      position('syl', { stance: 'opposes' }),
    );
    expect(question!.rows.map(({ id }) => id)).toEqual(['opposes', 'outside']);
    expect(question!.rows[1]!.marks[0]!.isScaled).toBe(false);
  });

  it('sets a month without a day in its middle and tells its first and last day', () => {
    expect(markFor({ date: '2024-02' })).toMatchObject({
      day: '2024-02-15',
      month: ['2024-02-01', '2024-02-29'],
    });
    expect(markFor({ date: '2024-02-03' })).toMatchObject({ day: '2024-02-03', month: undefined });
  });

  it.each([
    ['said on the record', {}, { isWeak: false, isJoined: true, evidence: 'on-record' }],
    [
      'reported',
      { attribution: 'reported' },
      { isWeak: false, isJoined: false, evidence: 'reported' },
    ],
    [
      'told by unnamed sources',
      { attribution: 'unnamed-sources' },
      { isWeak: false, isJoined: false, evidence: 'reported' },
    ],
    ['graded low', { confidence: 'low' }, { isWeak: true, isJoined: false }],
    [
      'said by someone who does not set the position',
      { sets_standing: false },
      { isWeak: true, isJoined: false },
    ],
  ] as const)(
    'tells of what is %s whether it is weak and whether a line may join it',
    (_, rest, marked) => {
      expect(markFor(rest)).toMatchObject(marked);
    },
  );
});

describe('describeMark(mark)', () => {
  it('says who, when, what and how it is known', () => {
    expect(describeMark(markFor({ stance: 'ready' }))).toBe(
      'Sylvania, 5 March 2024, would send, on the record',
    );
    expect(
      describeMark(markFor({ date: '2024-03', attribution: 'unnamed-sources', confidence: 'low' })),
    ).toBe('Sylvania, March 2024, does not rule it out, reported, does not set a colour');
  });
});

describe('describeTime(question)', () => {
  it('counts statements by stance, reports apart, and names the fullest month', () => {
    const may = ['01', '02', '03', '04', '05'].map((day) =>
      position(`may-${day}`, { date: `2024-05-${day}`, stance: 'rules-out' }),
    );
    const [question] = questionsFor(
      position('first', { date: '2024-02', stance: 'ready', attribution: 'reported' }),
      position('ors', { actor: 'ORS', date: '2024-06-09' }),
      ...may,
    );
    expect(describeTime(question!)).toBe(
      '7 statements from February 2024 to 9 June 2024. By position: Would send 1, Rules it out 5, Outside the scale 1. Reported, not said on the record: 1. Most in one month: 5, in May 2024.',
    );
  });

  it('says it simply when there is one', () => {
    expect(describeTime(questionsFor(position('one'))[0]!)).toBe(
      '1 statement of 5 March 2024. By position: Does not rule it out 1.',
    );
  });
});
