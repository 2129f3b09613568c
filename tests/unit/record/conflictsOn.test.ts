import { describe, expect, it } from 'vitest';
import { conflictsOn } from '../../../src/record/conflictsOn.ts';
import { position, taleRecord } from './tale.ts';

const whisper = { attribution: 'unnamed-sources', date: '2024-04-01' } as const;

describe('conflictsOn(record, date, question)', () => {
  it('names actors whose reported stance differs from the one on record, on that day', () => {
    const record = taleRecord([
      position('frd', { actor: 'FRD', stance: 'rules-out' }),
      position('frd-whisper', { actor: 'FRD', stance: 'ready', ...whisper }),
      position('syl', { actor: 'SYL', stance: 'open' }),
      position('syl-whisper', { actor: 'SYL', stance: 'open', ...whisper }),
      position('rur-whisper', { actor: 'RUR', stance: 'ready', ...whisper }),
    ]);
    expect(conflictsOn(record, '2024-03-31', 'post-ceasefire-force')).toEqual([]);
    expect(conflictsOn(record, '2024-04-01', 'post-ceasefire-force')).toEqual(['FRD']);
  });
});
