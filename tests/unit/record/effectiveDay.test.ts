import { describe, expect, it } from 'vitest';
import { effectiveDay } from '../../../src/record/effectiveDay.ts';

describe('effectiveDay(date)', () => {
  it('keeps a day as it is', () => {
    expect(effectiveDay('2024-02-26')).toBe('2024-02-26');
  });

  it('counts a month from its last day, leap years too', () => {
    expect(['2024-02', '2025-02', '2025-04', '2025-12'].map(effectiveDay)).toEqual([
      '2024-02-29',
      '2025-02-28',
      '2025-04-30',
      '2025-12-31',
    ]);
  });
});
