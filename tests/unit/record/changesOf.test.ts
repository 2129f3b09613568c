import { describe, expect, it } from 'vitest';
import { changesOf } from '../../../src/record/changesOf.ts';
import { TALE } from '../data/tale.ts';

const [base] = TALE.positions;

/** The tale with these statements of Freedonia alone, on one day each. */
function changes(statements: readonly Partial<NonNullable<typeof base>>[]) {
  const positions = statements.map((one, index) => ({
    ...base!,
    id: String(index),
    date: `2024-04-0${String(index + 1)}`,
    ...one,
  }));
  return changesOf({ ...TALE, positions }).map(({ position, before }) => [position.id, before?.id]);
}

describe('changesOf(record)', () => {
  it('takes the first word and every other stance, not the same again', () => {
    expect(changes([{}, {}, { stance: 'ready' }, { stance: 'ready' }, {}])).toEqual([
      ['0', undefined],
      ['2', '1'],
      ['4', '3'],
    ]);
  });

  it('keeps questions apart', () => {
    expect(changes([{}, { about: 'combat' }, {}])).toEqual([
      ['0', undefined],
      ['1', undefined],
    ]);
  });

  it('takes a word on record after a report for a change, though the stance is the same', () => {
    expect(changes([{ attribution: 'reported' }, {}])).toEqual([
      ['0', undefined],
      ['1', '0'],
    ]);
  });

  it('never lets unnamed sources replace what the actor said', () => {
    const unnamed = { attribution: 'unnamed-sources', stance: 'ready' } as const;
    expect(changes([{}, unnamed, {}])).toEqual([
      ['0', undefined],
      ['1', '0'],
    ]);
  });

  it('leaves out what never stands', () => {
    expect(
      changes([
        {},
        { stance: 'ready', confidence: 'low' },
        { stance: 'ready', sets_standing: false },
      ]),
    ).toEqual([['0', undefined]]);
  });
});
