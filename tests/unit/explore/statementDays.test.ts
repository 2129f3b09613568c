import { describe, expect, it } from 'vitest';
import {
  dayBeside,
  dayForKey,
  daysBetween,
  daysLater,
  monthsLater,
  statementDays,
} from '../../../src/explore/statementDays.ts';
import { EXPLORED } from './tale.ts';

const combat = { question: 'combat', confidence: '', evidence: '' } as const;

describe('the days that have a statement', () => {
  it('are those of one question, each once, weak statements and months among them', () => {
    expect(statementDays(EXPLORED, combat)).toEqual(['2024-03-20', '2024-08-01']);
    const force = { ...combat, question: 'post-ceasefire-force' } as const;
    expect(statementDays(EXPLORED, force)).toEqual([
      ...['2024-03-05', '2024-04-30', '2024-05-01', '2024-05-02'],
      ...['2024-06-10', '2024-07-01', '2024-09-09'],
    ]);
  });

  it('are those that the filters pass', () => {
    const reported = { ...combat, question: 'post-ceasefire-force', evidence: 'reported' } as const;
    expect(statementDays(EXPLORED, reported)).toEqual(['2024-04-30', '2024-07-01']);
  });

  it('are stepped through from any day, and end', () => {
    const days = ['2024-03-20', '2024-08-01'];
    expect(dayBeside(days, '2024-03-20', 1)).toBe('2024-08-01');
    expect(dayBeside(days, '2024-05-05', -1)).toBe('2024-03-20');
    expect(dayBeside(days, '2024-08-01', 1)).toBeUndefined();
    expect(dayBeside(days, '2024-03-20', -1)).toBeUndefined();
  });
});

describe('the keys of the slider', () => {
  const lead = (key: string, day: string) =>
    dayForKey(key, day, ['2024-03-20', '2024-08-01'], { from: '2024-03-01', asOf: '2024-12-31' });

  it.each([
    ['ArrowRight', '2024-05-05', '2024-08-01'],
    ['ArrowUp', '2024-03-01', '2024-03-20'],
    ['ArrowLeft', '2024-05-05', '2024-03-20'],
    ['ArrowDown', '2024-12-31', '2024-08-01'],
    ['ArrowRight', '2024-08-01', undefined],
    ['Home', '2024-05-05', '2024-03-01'],
    ['End', '2024-05-05', '2024-12-31'],
    ['PageUp', '2024-05-31', '2024-06-30'],
    ['PageDown', '2024-05-31', '2024-04-30'],
    ['PageUp', '2024-12-15', '2024-12-31'],
    ['PageDown', '2024-03-15', '2024-03-01'],
    ['Tab', '2024-05-05', null],
  ])('%s on %s leads to %s', (key, day, expected) => {
    expect(lead(key, day)).toBe(expected);
  });
});

describe('counting days and months', () => {
  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-12-15', 1, '2025-01-15'],
  ])('%s and %i months is %s', (day, months, expected) => {
    expect(monthsLater(day, months)).toBe(expected);
  });

  it('counts days over a leap day and a change of clocks', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysLater('2024-03-30', 2)).toBe('2024-04-01');
  });
});
