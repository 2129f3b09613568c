import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/setup.mjs';
import { readContent } from '../../src/integrations/readContent.ts';
import { conflictsOn } from '../../src/record/conflictsOn.ts';
import { positionsOn } from '../../src/record/positionsOn.ts';
import { tallyByStance } from '../../src/record/tallyByStance.ts';
import type { IsoDay } from '../../src/schema/isoDate.ts';
import { ABOUTS, QUESTIONS, STANCES, type Question } from '../../src/schema/vocabulary.ts';
import { buildContent } from '../../src/story/buildContent.ts';
import { checkParsed } from '../../src/story/checkContent.ts';
import { formatProblems } from '../../src/story/formatProblems.ts';
import { parseContent } from '../../src/story/parseContent.ts';

const parsed = parseContent(readContent(join(root, 'content')));
const { record, front, members, stories } = buildContent(parsed);
const standings = parsed.standings!.value;
const claims = stories.get('troops-for-ukraine')!.claims.map(({ value }) => value);

describe('the content', () => {
  it('has no mistake that the build would stop at', () => {
    expect(formatProblems(checkParsed(parsed))).toBe('');
  });
});

describe('the record', () => {
  it('is whole: 47 actors, 352 sources, 214 positions of 42 actors, 19 claims, 15 contested points', () => {
    expect(record.actors.size).toBe(47);
    expect(record.sources.size).toBe(352);
    expect(record.positions.length).toBe(214);
    expect(new Set(record.positions.map(({ actor }) => actor)).size).toBe(42);
    expect(claims.length).toBe(19);
    expect(record.contested.length).toBe(15);
    expect(record.asOf).toBe('2026-02-28');
  });

  it('grades 19 positions low, has 13 whose speaker never sets the standing, 16 of unnamed sources', () => {
    const { positions } = record;
    expect(positions.filter(({ confidence }) => confidence === 'low').length).toBe(19);
    expect(positions.filter((one) => one.sets_standing === false).length).toBe(13);
    expect(positions.filter((one) => one.attribution === 'unnamed-sources').length).toBe(16);
  });

  it('numbers the claims 01 to 19 in order', () => {
    const numbers = claims.map(({ id }) => Number(id.slice(8, 10)));
    expect(numbers).toEqual(Array.from({ length: 19 }, (_, index) => index + 1));
  });

  it('uses the closed vocabularies in their fixed order', () => {
    expect(Object.keys(record.vocabulary.stance)).toEqual(STANCES);
    expect(Object.keys(record.vocabulary.about)).toEqual(ABOUTS);
  });

  it('lists actors by id, EU and NATO as organisations, four of them outside the scale', () => {
    const actors = [...record.actors.values()];
    expect(actors.map(({ id }) => id)).toEqual(actors.map(({ id }) => id).toSorted());
    expect(actors.filter(({ kind }) => kind === 'organisation').map(({ id }) => id)).toEqual(['EU', 'NATO']);
    const roles = actors.filter(({ kind, role }) => kind === 'country' && role !== undefined);
    expect(roles.map(({ id, role }) => `${id} ${role ?? ''}`)).toEqual([
      'BLR ally-of-belligerent',
      'PRK ally-of-belligerent',
      'RUS belligerent',
      'UKR host',
    ]);
    expect(record.actors.get('GBR')?.code).toBe('UK');
  });
});

describe('the standing rule on the record', () => {
  it('gives exactly the list of current standings on the as-of day', () => {
    const own = positionsOn(record, record.asOf, 'post-ceasefire-force');
    const named = own.filter(({ position }) => byId(position).attribution !== 'unnamed-sources');
    expect(Object.fromEntries(named.map(({ actor, position }) => [actor, position]))).toEqual(standings.current);
    expect(Object.keys(standings.current).length).toBe(40);
  });

  it('leaves exactly the actors without a position, on any question', () => {
    const standing = QUESTIONS.flatMap((question) => positionsOn(record, record.asOf, question));
    const without = [...record.actors.keys()].filter((id) => !standing.some(({ actor }) => actor === id));
    expect(without).toEqual(['CHE', 'IRN', 'ISL', 'MDA', 'MLT', 'PRK', 'SRB']);
    expect(new Set(without)).toEqual(record.noPositionFound);
  });

  it.each<[IsoDay, Question, readonly number[]]>([
    ['2024-03-31', 'unspecified', [0, 3, 2, 1, 16, 0]],
    ['2025-03-31', 'post-ceasefire-force', [6, 11, 6, 3, 6, 0]],
    ['2026-02-28', 'post-ceasefire-force', [6, 10, 5, 14, 1, 1]],
  ])('counts on %s about %s as the drawn frames do', (date, question, counts) => {
    expect([...tallyByStance(record, positionsOn(record, date, question)).values()]).toEqual(counts);
  });

  it('shows what unnamed officials said in April 2025 until each government answered', () => {
    const reported = (date: IsoDay): readonly string[] =>
      positionsOn(record, date, 'post-ceasefire-force')
        .filter(({ position }) => byId(position).attribution === 'unnamed-sources')
        .map(({ position }) => position);
    expect(reported('2025-04-09')).toEqual([]);
    expect(reported('2025-04-10')).toEqual([
      'est-2025-04-10',
      'fra-2025-04-10',
      'gbr-2025-04-10',
      'ltu-2025-04-10',
      'lva-2025-04-10',
    ]);
    expect(reported('2026-02-28')).toEqual([]);
    expect(conflictsOn(record, '2025-04-10', 'post-ceasefire-force')).toEqual(['LVA']);
  });
});

describe('the places', () => {
  it('draw one line through eleven towns and one band along it', () => {
    const { line_of_contact_2024_12: line, buffer_zone_2024_11: band, ...others } = front;
    expect(line && 'points' in line && line.points.map(({ town }) => town)).toEqual([
      'Vovchansk',
      'Kupiansk',
      'Torske',
      'Siversk',
      'Chasiv Yar',
      'Toretsk',
      'Pokrovsk',
      'Kurakhove',
      'Velyka Novosilka',
      'Robotyne',
      'Kherson',
    ]);
    expect(band && 'follows' in band && band.follows).toBe('line_of_contact_2024_12');
    expect(others).toEqual({});
  });

  it('know 27 members of the EU and 31 of NATO, Sweden the 32nd from 7 March 2024', () => {
    expect(members.EU.always.length).toBe(27);
    expect(members.NATO.always.length).toBe(31);
    expect(members.NATO.since).toEqual({ SWE: '2024-03-07' });
    expect(members.EU.since).toBeUndefined();
  });
});

function byId(id: string): (typeof record.positions)[number] {
  return record.positions.find((one) => one.id === id)!;
}
