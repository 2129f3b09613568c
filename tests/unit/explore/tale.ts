import { buildExploreRecord, type ExploreRecord } from '../../../src/explore/exploreRecord.ts';
import type { TroopRecord } from '../../../src/record/troopRecord.ts';
import { position, taleRecord } from '../record/tale.ts';

/** An invented year: two questions, reports beside words, a month without a day, actors off the scale. */
export const TALE: TroopRecord = taleRecord([
  position('syl-2024-03-05', { stance: 'open' }),
  position('frd-2024-03-05', { actor: 'FRD', stance: 'rules-out', confidence: 'high' }),
  position('frd-2024-04', {
    actor: 'FRD',
    date: '2024-04',
    stance: 'undecided',
    attribution: 'unnamed-sources',
  }),
  position('ors-2024-05-01', { actor: 'ORS', date: '2024-05-01', stance: 'opposes' }),
  position('uqb-2024-05-02', { actor: 'UQB', date: '2024-05-02', stance: 'ready' }),
  position('syl-2024-06-10-weak', { date: '2024-06-10', stance: 'ready', confidence: 'low' }),
  position('syl-2024-07-01', { date: '2024-07-01', stance: 'ready', attribution: 'reported' }),
  position('frd-2024-09-09', { actor: 'FRD', date: '2024-09-09', stance: 'open' }),
  position('syl-2024-03-20-combat', { date: '2024-03-20', about: 'combat', stance: 'rules-out' }),
  position('rur-2024-08-01-combat', {
    actor: 'RUR',
    date: '2024-08-01',
    about: 'combat',
    stance: 'opposes',
  }),
  position('rur-2024-08-02-buffer', { actor: 'RUR', date: '2024-08-02', about: 'buffer-zone' }),
]);

/** The same as its page carries it. */
export const EXPLORED: ExploreRecord = buildExploreRecord(TALE);
