import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectiveDay } from '../../../src/record/effectiveDay.ts';
import { canStand, positionsOn } from '../../../src/record/positionsOn.ts';
import { ACTORS, position, taleRecord } from './tale.ts';
import { day, differences, positions, question } from './taleArbitraries.ts';

const RUNS = { numRuns: 1000 };

describe('positionsOn(record, date, question), for any record,', () => {
  it('never lets a future, weak or unrelated position stand', () => {
    fc.assert(
      fc.property(positions, day, question, (all, on, asked) => {
        for (const standing of positionsOn(taleRecord(all), on, asked)) {
          const found = all.find(({ id }) => id === standing.position)!;
          expect(effectiveDay(found.date) <= on).toBe(true);
          expect(canStand(found)).toBe(true);
          expect([found.about, found.actor, found.stance]).toEqual([
            asked,
            standing.actor,
            standing.stance,
          ]);
          expect(standing.evidence === 'on-record').toBe(found.attribution === 'on-record');
        }
      }),
      RUNS,
    );
  });

  it('gives each actor the newest named position, and only newer or equal whispers beside it', () => {
    fc.assert(
      fc.property(positions, day, question, (all, on, asked) => {
        const standings = positionsOn(taleRecord(all), on, asked);
        for (const { id: actor } of ACTORS) {
          const usable = all.filter(
            (p) =>
              p.actor === actor && p.about === asked && canStand(p) && effectiveDay(p.date) <= on,
          );
          const newest = usable
            .map((p) => effectiveDay(p.date))
            .sort()
            .at(-1);
          const named = usable.filter((p) => p.attribution !== 'unnamed-sources');
          const newestNamed = named
            .map((p) => effectiveDay(p.date))
            .sort()
            .at(-1);
          const own = named.findLast((p) => effectiveDay(p.date) === newestNamed);
          const whispers = usable.filter(
            (p) => p.attribution === 'unnamed-sources' && effectiveDay(p.date) === newest,
          );
          const expected = [...(own ? [own] : []), ...whispers].map(({ id }) => id);
          const found = standings.filter((s) => s.actor === actor).map((s) => s.position);
          expect(found).toEqual(expected);
        }
      }),
      RUNS,
    );
  });

  it('is not changed by weak, future or other positions added at the end', () => {
    const irrelevant = fc.tuple(differences, fc.constantFrom('low', 'general', 'future', 'combat'));
    fc.assert(
      fc.property(positions, day, question, irrelevant, (all, on, asked, [rest, why]) => {
        const added = position('added', {
          ...rest,
          ...(why === 'low' ? { confidence: 'low' as const } : {}),
          ...(why === 'general' ? { sets_standing: false as const } : {}),
          ...(why === 'future' ? { date: '2025-01-01' } : {}),
          ...(why === 'combat' ? { about: 'combat' as const } : {}),
        });
        fc.pre(added.about !== asked || why !== 'combat');
        expect(positionsOn(taleRecord([...all, added]), on, asked)).toEqual(
          positionsOn(taleRecord(all), on, asked),
        );
      }),
      RUNS,
    );
  });
});
