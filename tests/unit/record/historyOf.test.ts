import { describe, expect, it } from 'vitest';
import { historyOf } from '../../../src/record/historyOf.ts';
import { position, taleRecord } from './tale.ts';

describe('historyOf(record, actor)', () => {
  it('gives everything on every question, weak records too, newest last', () => {
    const record = taleRecord([
      position('may', { date: '2024-05' }),
      position('early', { date: '2024-05-02', confidence: 'low', about: 'combat' }),
      position('other', { actor: 'FRD' }),
      position('june', { date: '2024-06-01', sets_standing: false }),
    ]);
    expect(historyOf(record, 'SYL').map(({ id }) => id)).toEqual(['early', 'may', 'june']);
    expect(historyOf(record, 'UQB')).toEqual([]);
  });
});
