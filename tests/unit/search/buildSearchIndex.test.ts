import { describe, expect, it } from 'vitest';
import { buildSearchIndex } from '../../../src/search/buildSearchIndex.ts';
import { HOSTILE, TALE, taleWith } from '../data/tale.ts';

const index = buildSearchIndex(TALE);

describe('buildSearchIndex(record)', () => {
  it('has every actor by name and every statement, the newest first', () => {
    expect(index.actors.map(({ id }) => id).toSorted()).toEqual([...TALE.actors.keys()].sort());
    expect(index.statements.map(({ id }) => id)).toEqual(
      TALE.positions.map(({ id }) => id).toReversed(),
    );
  });

  it('gives every statement a date, an evidence class, a source and its permanent address', () => {
    for (const { id, actor, day, known, outlet, source, address } of index.statements) {
      expect(day, id).toMatch(/\d{4}$/);
      expect(known, id).toMatch(/^(On the record|Reported)/);
      expect(outlet.length, id).toBeGreaterThan(0);
      expect(source, id).toMatch(/^https?:/);
      expect(address, id).toBe(`/actors/${actor.toLowerCase()}/#${id}`);
    }
  });

  it('names what stands for an actor by statements that are in the index', () => {
    const ids = new Set(index.statements.map(({ id }) => id));
    const standing = index.actors.flatMap((actor) => actor.standing);
    expect(standing.length).toBeGreaterThan(2);
    expect(standing.filter((id) => !ids.has(id))).toEqual([]);
    expect(index.actors.find(({ id }) => id === 'UQB')?.standing).toEqual([]);
  });

  it('gives an actor outside the scale no colour and says what it is', () => {
    const statement = index.statements.find(({ actor }) => actor === 'ORS');
    expect(statement?.stance).toBeUndefined();
    expect(statement?.phrase).toBeTruthy();
    expect(index.actors.find(({ id }) => id === 'ORS')?.outside).toBe('a belligerent');
  });

  it('says which statements set no colour', () => {
    const known = new Map(index.statements.map((one) => [one.id, one.known]));
    expect(known.get('syl-2024-05-10-general')).toContain('does not set a colour');
    expect(known.get('frd-2024-03-01')).toBe('On the record');
  });

  it('is the same text each time', () => {
    expect(JSON.stringify(buildSearchIndex(TALE))).toBe(JSON.stringify(index));
  });

  it.each(HOSTILE)('carries %j whole', (text) => {
    const hostile = buildSearchIndex(taleWith(text));
    const oldest = hostile.statements.at(-1);
    expect([oldest?.text, oldest?.quote, oldest?.speaker]).toEqual([text, text, text]);
  });
});
