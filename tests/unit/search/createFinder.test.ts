import { describe, expect, it } from 'vitest';
import { buildSearchIndex } from '../../../src/search/buildSearchIndex.ts';
import { createFinder } from '../../../src/search/createFinder.ts';
import { buildRecord } from '../../../src/record/troopRecord.ts';
import type { Position } from '../../../src/schema/position.ts';
import { position, taleRecord } from '../record/tale.ts';

const SOURCE = {
  outlet: 'The Herald',
  url: 'https://herald.example/valley',
  title: 'The valley',
  language: 'en',
  date: '2024-03-05',
};

/** Finds in a record of invented actors with the given statements. */
function finderOf(positions: readonly Position[]) {
  const { actors, vocabulary, asOf } = taleRecord([]);
  const standings = { as_of: asOf, current: {}, no_position_found: [] };
  const sources = { 'herald-2024-03-05-valley': SOURCE } as never;
  const parts = { actors: [...actors.values()], sources, positions, vocabulary, standings };
  return createFinder(buildSearchIndex(buildRecord(parts)));
}

const { find } = finderOf([
  position('syl-2024-03-05'),
  position('frd-2024-04-01', {
    actor: 'FRD',
    date: '2024-04-01',
    speaker: { name: 'Rufus T. Firefly', role: 'President' },
    paraphrase: 'Firefly said Sylvania could count on instructors of his.',
    quote: { text: 'hail, hail', language: 'en' },
  }),
  position('tln-2024-05', {
    actor: 'TLN',
    date: '2024-05',
    stance: 'opposes',
    about: 'combat',
    speaker: { name: 'Ezra Buckley', role: 'Patron' },
    paraphrase: 'Buckley said that no heresiarch would ever go there.',
  }),
  position('syl-2024-06-01', { date: '2024-06-01', stance: 'rules-out' }),
]);

const actorsFor = (query: string) => find(query).actors.map(({ entry }) => entry.id);
const statementsFor = (query: string) => find(query).statements.map(({ entry }) => entry.id);

describe('find(query)', () => {
  it.each([
    ['Freedonia', ['FRD']],
    ['freed', ['FRD']],
    ['FD', ['FRD']],
    ['Tlon', ['TLN']],
    ['union tale', ['EU']],
  ])('finds actors by "%s"', (query, ids) => {
    expect(actorsFor(query)).toEqual(ids);
  });

  it.each([
    ['firefly', ['frd-2024-04-01']],
    ['instr', ['frd-2024-04-01']],
    ['“hail”', ['frd-2024-04-01']],
    ['combat', ['tln-2024-05']],
    ['May 2024', ['tln-2024-05']],
    ['Patron', ['tln-2024-05']],
  ])('finds statements by "%s"', (query, ids) => {
    expect(statementsFor(query)).toEqual(ids);
  });

  it('puts those of a name before those that mention it, the newest first', () => {
    expect(statementsFor('Sylvania')).toEqual([
      'syl-2024-06-01',
      'syl-2024-03-05',
      'frd-2024-04-01',
    ]);
  });

  it('asks for every word', () => {
    expect(statementsFor('Sylvania rules')).toEqual(['syl-2024-06-01']);
    expect(statementsFor('Sylvania heresiarch')).toEqual([]);
  });

  it('looks for similar words only where nothing matches as typed', () => {
    expect(find('Freedonia').isClose).toBe(false);
    const typo = find('Fredonia');
    expect(typo.isClose).toBe(true);
    expect(typo.actors.map(({ entry }) => entry.id)).toEqual(['FRD']);
    expect(statementsFor('instuctors')).toEqual(['frd-2024-04-01']);
  });

  it('names the words that were met, for marking', () => {
    const [hit] = find('instr').statements;
    expect([...(hit?.words ?? [])]).toEqual(['instructors']);
  });

  it.each(['', 'zzzz', '…', 'the'])('finds nothing for "%s"', (query) => {
    expect([...actorsFor(query), ...statementsFor(query)]).toEqual([]);
  });
});
