import { beforeAll, describe, expect, it } from 'vitest';
import { describeState } from '../../src/map/describeState.ts';
import { mapState, membersOn, type MapState, type Scene } from '../../src/map/mapState.ts';
import { joinNames, numberInWords, STANCE_NAME } from '../../src/i18n/words.ts';
import { effectiveDay } from '../../src/record/effectiveDay.ts';
import { isOnScale } from '../../src/record/isOnScale.ts';
import { positionsOn } from '../../src/record/positionsOn.ts';
import type { Standing } from '../../src/record/standing.ts';
import { ledgerGroups } from '../../src/render/ledgerGroups.ts';
import { markAttributes } from '../../src/render/renderMarks.ts';
import { stripePatterns } from '../../src/render/renderOverlay.ts';
import type { Members } from '../../src/schema/place.ts';
import { QUESTIONS, STANCES } from '../../src/schema/vocabulary.ts';
import { members, site, steps } from './realSite.ts';

const { record, actors, plane } = site;
const positions = new Map(record.positions.map((one) => [one.id, one]));

const DAY = 86_400_000;

/** Every day from the month before the first position to the record's as-of day. */
function allDays(): readonly string[] {
  const first = Date.parse(effectiveDay(record.positions[0]!.date)) - 30 * DAY;
  const count = (Date.parse(record.asOf) - first) / DAY + 1;
  return Array.from({ length: count }, (_, index) =>
    new Date(first + index * DAY).toISOString().slice(0, 10),
  );
}

const stateOn = (date: string, question: Scene['question']): MapState =>
  mapState(record, members, {
    ...{ date, question, spotlight: [], layers: [], view: ['europe'], show: 'record' },
  });

let states: readonly MapState[];
/** One of each run of days on which nothing changes. */
let changes: readonly MapState[];

beforeAll(() => {
  states = QUESTIONS.flatMap((question) => allDays().map((day) => stateOn(day, question)));
  const known = new Map(
    states.map((state) => [JSON.stringify([state.question, state.standings]), state]),
  );
  changes = [...known.values()];
});

describe('the map of any day and question', () => {
  it('is one of many different ones', () => {
    expect(states.length).toBeGreaterThan(4000);
    expect(changes.length).toBeGreaterThan(60);
  });

  it('says nothing that the record does not: each standing is a position of that actor, stance, question, by then', () => {
    const wrong = states.flatMap(({ asOf, question, standings }) =>
      standings.filter((standing) => {
        const found = positions.get(standing.position);
        return !(
          found?.actor === standing.actor &&
          found.stance === standing.stance &&
          found.about === question &&
          effectiveDay(found.date) <= asOf &&
          (found.attribution === 'on-record') === (standing.evidence === 'on-record')
        );
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('never rests on a weak position or on somebody who does not speak for the actor', () => {
    const weak = states.flatMap(({ standings }) =>
      standings.filter(({ position }) => {
        const { confidence, sets_standing } = positions.get(position)!;
        return confidence === 'low' || sets_standing === false;
      }),
    );
    expect(weak).toEqual([]);
  });

  it('never fills or stripes host, belligerents or organisations', () => {
    const special = actors.filter(({ role }) => role !== undefined);
    expect(special.length).toBeGreaterThan(4);
    for (const state of changes) {
      // Style sheets fill and stripe by the absence of a role.
      for (const actor of special) expect(markAttributes(state, actor)).toContain('data-role=');
      const reported = state.standings.filter(({ evidence }) => evidence === 'reported');
      const striped = reported.filter(({ actor }) => special.some(({ id }) => id === actor));
      expect(striped).toEqual([]);
    }
  });

  it('has a pattern for every reported standing of a shape', () => {
    for (const state of changes) {
      const stances = stripePatterns(state, plane, actors, 'x').map(({ stance }) => stance);
      const reported = state.standings.filter(
        ({ actor, evidence }) => evidence === 'reported' && plane.bounds[actor],
      );
      expect(new Set(stances)).toEqual(new Set(reported.map(({ stance }) => stance)));
    }
  });

  it('is counted in the ledger as it is told in words, every actor where it stands', () => {
    const nameOf = ({ actor }: Standing) => record.actors.get(actor)!.name;
    for (const state of changes) {
      const { sentences } = describeState(state, record);
      const onScale = state.standings.filter(({ actor }) => isOnScale(record.actors.get(actor)!));
      const told = STANCES.flatMap((stance) =>
        (['on-record', 'reported'] as const).flatMap((evidence) => {
          const names = onScale
            .filter((one) => one.stance === stance && one.evidence === evidence)
            .map(nameOf)
            .sort((a, b) => a.localeCompare(b, 'en'));
          const how = evidence === 'reported' ? ', reported' : '';
          const head = `${STANCE_NAME[stance]}${how} (${numberInWords(names.length)})`;
          return names.length === 0 ? [] : [`${head}: ${joinNames(names)}.`];
        }),
      );
      expect(sentences.filter((one) => /^[^:]+\(\w+\): /.test(one))).toEqual(told);
      const ledger = ledgerGroups(state, actors);
      for (const stance of STANCES) {
        const here = onScale.filter((one) => one.stance === stance).map(({ actor }) => actor);
        expect(ledger.find(({ id }) => id === stance)!.count).toBe(new Set(here).size);
      }
    }
  });

  it('tells every actor outside the scale in a sentence of its own', () => {
    for (const state of changes) {
      const outside = state.standings.filter(({ actor }) => !isOnScale(record.actors.get(actor)!));
      const told = describeState(state, record).sentences.filter((one) =>
        one.startsWith('Outside the scale'),
      );
      expect(told).toHaveLength(outside.length);
      for (const { actor } of outside) {
        const { name } = record.actors.get(actor)!;
        expect(told.filter((one) => one.includes(name))).toHaveLength(1);
      }
    }
  });
});

describe('the map of each step', () => {
  it.each(steps.map((step) => [step.id, step] as const))('%s stands as the record does', (id, step) => {
    const state = site.stateOf(id);
    const all = positionsOn(record, step.date, step.question);
    const spotlit = new Set(step.spotlight.map(({ actor }) => actor));
    const expected = step.show === 'record' ? all : all.filter(({ actor }) => spotlit.has(actor));
    expect(state.standings).toEqual(expected);
    expect([state.asOf, state.question]).toEqual([step.date, step.question]);
    expect(state.spotlight).toEqual([...spotlit]);
    const shown = new Set(state.standings.map(({ position }) => position));
    expect(step.spotlight.map((one) => one.id).filter((one) => !shown.has(one))).toEqual([]);
  });
});

describe('the members of the outlined organisations', () => {
  const on = (organisation: keyof Members, day: string) =>
    membersOn(members, organisation, day).toSorted();

  it('have Sweden in NATO from 7 March 2024, not on 26 February', () => {
    expect(on('NATO', '2024-02-26')).not.toContain('SWE');
    expect(on('NATO', '2024-03-06')).not.toContain('SWE');
    expect(on('NATO', '2024-03-07')).toContain('SWE');
  });

  it('are 27 in the EU and 31, then 32 in NATO', () => {
    expect(on('EU', '2024-02-26')).toHaveLength(27);
    expect(on('EU', record.asOf)).toEqual(on('EU', '2024-02-26'));
    expect(on('NATO', '2024-02-26')).toHaveLength(31);
    expect(on('NATO', record.asOf)).toHaveLength(32);
    for (const organisation of ['EU', 'NATO'] as const) {
      const all = on(organisation, record.asOf);
      expect(new Set(all).size).toBe(all.length);
    }
  });

  it('have a shape each, Iceland and the small ones too', () => {
    const all = new Set([...on('EU', record.asOf), ...on('NATO', record.asOf)]);
    expect([...all].filter((id) => !plane.bounds[id])).toEqual([]);
  });
});
