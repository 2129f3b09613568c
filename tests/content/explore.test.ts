import { describe, expect, it } from 'vitest';
import { FILTERS } from '../../src/explore/exploreQuery.ts';
import { buildExploreRecord } from '../../src/explore/exploreRecord.ts';
import { exploreState } from '../../src/explore/exploreState.ts';
import { buildHistories } from '../../src/explore/histories.ts';
import { daysBetween, daysLater } from '../../src/explore/statementDays.ts';
import { exploreViews } from '../../src/map/exploreViews.ts';
import { site } from './realSite.ts';

const { record } = site;
const explored = buildExploreRecord(record);
const positions = new Map(record.positions.map((position) => [position.id, position]));
const days = Array.from({ length: daysBetween(explored.from, explored.asOf) + 1 }, (_, count) =>
  daysLater(explored.from, count),
);
const filters = ['' as const, ...FILTERS.confidence].flatMap((confidence) =>
  ['' as const, ...FILTERS.evidence].map((evidence) => ({ confidence, evidence })),
);

describe.each(explored.questions)('the explored record on %s', (question) => {
  it('is at every date and filter what the map state is', () => {
    const wrong: string[] = [];
    for (const date of days) {
      const { standings } = site.stateFor({
        ...{ date, question, show: 'record' },
        ...{ spotlight: [], layers: [], view: ['europe'] },
      });
      for (const { confidence, evidence } of filters) {
        const expected = standings.filter(
          (one) =>
            (!evidence || one.evidence === evidence) &&
            (!confidence || positions.get(one.position)?.confidence === confidence),
        );
        const state = exploreState(explored, { date, question, confidence, evidence });
        const shown = [...state.standings.values()].flat();
        const hidden = new Set(standings.map(({ actor }) => actor));
        for (const { actor } of expected) hidden.delete(actor);
        const key = (all: typeof standings) =>
          all.map((one) => [one.actor, one.stance, one.evidence, one.position].join()).sort();
        const isSame =
          key(shown).join('\n') === key(expected).join('\n') &&
          [...state.leftOut].sort().join() === [...hidden].sort().join();
        if (!isSame) wrong.push([date, confidence, evidence].join(' '));
      }
    }
    expect(wrong).toEqual([]);
    expect(days.length).toBeGreaterThan(700);
  });
});

describe('the explored record', () => {
  it('asks the four questions that more than one actor has answered', () => {
    expect(explored.questions).toEqual([
      ...['post-ceasefire-force', 'instructors', 'combat', 'unspecified'],
    ]);
  });

  it('has every statement in the histories, each with its sources’ addresses', () => {
    const rows = Object.values(buildHistories(record)).flat();
    expect(rows.map(({ position }) => position).sort()).toEqual([...positions.keys()].sort());
    for (const { position, sources } of rows) {
      const addresses = positions.get(position)!.sources.map((id) => record.sources.get(id)!.url);
      expect(sources.map(({ url }) => url)).toEqual(addresses);
    }
  });

  it('has an empty history, and so no stance, for actors of whom nothing was found', () => {
    const histories = buildHistories(record);
    const silent = [...record.actors.keys()].filter((id) => histories[id]?.length === 0);
    expect(silent.length).toBeGreaterThan(0);
    expect(explored.statements.filter(({ actor }) => silent.includes(actor))).toEqual([]);
  });

  it('draws the map back for actors beyond Europe alone', () => {
    const views = exploreViews(site.plane, site.actors, site.cover.view);
    expect(Object.keys(views)).toEqual(expect.arrayContaining(['CAN', 'USA', 'CHN']));
    for (const id of ['FRA', 'POL', 'UKR', 'RUS', 'CYP', 'MLT']) expect(views).not.toHaveProperty(id);
  });
});
