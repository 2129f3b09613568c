import { describe, expect, it } from 'vitest';
import { positionsOn } from '../../../src/record/positionsOn.ts';
import { countByStance, tallyByStance } from '../../../src/record/tallyByStance.ts';
import { position, taleRecord } from './tale.ts';

const record = taleRecord([
  position('syl', { actor: 'SYL', stance: 'rules-out' }),
  position('syl-whisper', {
    actor: 'SYL',
    stance: 'ready',
    attribution: 'unnamed-sources',
    date: '2024-04-01',
  }),
  position('frd', { actor: 'FRD', stance: 'ready' }),
  position('rur', { actor: 'RUR', stance: 'undecided', attribution: 'reported' }),
  position('eu', { actor: 'EU', stance: 'ready' }),
  position('uqb', { actor: 'UQB', stance: 'ready' }),
  position('ors', { actor: 'ORS', stance: 'opposes' }),
  position('tln', { actor: 'TLN', stance: 'opposes' }),
]);
const standings = positionsOn(record, '2024-12-31', 'post-ceasefire-force');

describe('tallyByStance(record, standings, scope)', () => {
  it('counts as the ledger does: organisations too, both entries of one actor, nobody outside the scale', () => {
    expect([...tallyByStance(record, standings)]).toEqual([
      ['ready', 3],
      ['open', 0],
      ['undecided', 1],
      ['support-only', 0],
      ['rules-out', 1],
      ['opposes', 0],
    ]);
  });

  it('counts governments alone when asked', () => {
    expect(tallyByStance(record, standings, { of: 'states' }).get('ready')).toBe(2);
  });

  it('keeps to one evidence class when asked', () => {
    const said = tallyByStance(record, standings, { of: 'states', evidence: 'on-record' });
    const reported = tallyByStance(record, standings, { of: 'states', evidence: 'reported' });
    expect([said.get('ready'), said.get('undecided')]).toEqual([1, 0]);
    expect([reported.get('ready'), reported.get('undecided')]).toEqual([1, 1]);
  });
});

describe('countByStance(record, standings, stances, scope)', () => {
  it('counts an actor once that holds two of the stances', () => {
    expect(countByStance(record, standings, ['ready', 'rules-out'])).toBe(3);
    expect(countByStance(record, standings, [])).toBe(0);
  });
});
