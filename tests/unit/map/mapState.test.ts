import { describe, expect, it } from 'vitest';
import { mapState, membersOn } from '../../../src/map/mapState.ts';
import { positionsOn } from '../../../src/record/positionsOn.ts';
import type { PositionId } from '../../../src/schema/position.ts';
import { position } from '../record/tale.ts';
import { mapRecord, MEMBERS, scene } from './taleMap.ts';

const record = mapRecord([
  position('syl-march', { actor: 'SYL', stance: 'rules-out', date: '2024-03-01' }),
  position('syl-july', { actor: 'SYL', stance: 'open', date: '2024-07-01' }),
  position('frd', { actor: 'FRD', stance: 'ready' }),
  position('frd-hint', { actor: 'FRD', stance: 'open', attribution: 'unnamed-sources' }),
  position('rur-teaching', { actor: 'RUR', stance: 'ready', about: 'instructors' }),
  position('ors', { actor: 'ORS', stance: 'opposes' }),
  position('ukr', { actor: 'UKR', stance: 'ready' }),
  position('eu', { actor: 'EU', stance: 'open' }),
]);

const state = (rest: Parameters<typeof scene>[0] = {}) => mapState(record, MEMBERS, scene(rest));
const idsOf = (spotlight: readonly PositionId[], show: 'record' | 'spotlight' = 'record') =>
  state({ spotlight, show }).standings.map((one) => one.position);

describe('mapState(record, members, scene)', () => {
  it('shows who stands where on the day and question of the scene, as the record has it', () => {
    const { asOf, question, standings } = state();
    expect([asOf, question]).toEqual(['2024-06-01', 'post-ceasefire-force']);
    expect(standings).toEqual(positionsOn(record, '2024-06-01', 'post-ceasefire-force'));
    expect(standings.map((one) => one.position)).toEqual([
      'syl-march',
      'frd',
      'frd-hint',
      'eu',
      'ukr',
      'ors',
    ]);
  });

  it('shows another day and another question by their own standings', () => {
    const onOtherDay = state({ date: '2024-07-01' }).standings;
    expect(onOtherDay.find(({ actor }) => actor === 'SYL')).toMatchObject({ stance: 'open' });
    const instructors = state({ question: 'instructors' }).standings;
    expect(instructors.map((one) => one.position)).toEqual(['rur-teaching']);
  });

  it('spotlights the actors of the named positions, each once, in the order of the scene', () => {
    const { spotlight } = state({ spotlight: ['ors', 'frd-hint', 'frd', 'syl-march'] });
    expect(spotlight).toEqual(['ORS', 'FRD', 'SYL']);
  });

  it('leaves out spotlights that the record does not have', () => {
    expect(state({ spotlight: ['nobody-2024-01-01', 'frd'] }).spotlight).toEqual(['FRD']);
  });

  it('narrows to the spotlighted actors on request, their reports beside them, stances unchanged', () => {
    expect(idsOf(['frd', 'ors'], 'spotlight')).toEqual(['frd', 'frd-hint', 'ors']);
    expect(idsOf(['frd', 'ors'], 'record')).toHaveLength(6);
    expect(idsOf([], 'spotlight')).toEqual([]);
  });

  it('never shows another stance than the record, even when an overtaken position is spotlighted', () => {
    const later = state({ date: '2024-07-01', spotlight: ['syl-march'], show: 'spotlight' });
    expect(later.standings).toEqual([
      { actor: 'SYL', stance: 'open', evidence: 'on-record', position: 'syl-july' },
    ]);
  });

  it('outlines only the organisations that a layer asks for', () => {
    expect(state({ layers: ['contact-line'] }).outlines).toEqual({});
    expect(state({ layers: ['eu-outline'] }).outlines).toEqual({ EU: ['FRD', 'SYL'] });
    expect(Object.keys(state({ layers: ['nato-outline', 'eu-outline'] }).outlines).sort()).toEqual([
      'EU',
      'NATO',
    ]);
  });

  it('outlines the members of the day', () => {
    const membersAt = (date: string) => state({ layers: ['nato-outline'], date }).outlines.NATO;
    expect(membersAt('2024-03-31')).toEqual(['SYL', 'GRF']);
    expect(membersAt('2024-04-01')).toEqual(['SYL', 'GRF', 'RUR']);
  });

  it('hands on layers and view as the scene has them', () => {
    const { layers, view } = state({ layers: ['contact-line'], view: ['FRD', 'valley'] });
    expect([layers, view]).toEqual([['contact-line'], ['FRD', 'valley']]);
  });

  it('is plain JSON', () => {
    const full = state({ layers: ['nato-outline'], spotlight: ['frd'] });
    expect(JSON.parse(JSON.stringify(full))).toEqual(full);
  });

  it('leaves record and scene as they were', () => {
    const asked = Object.freeze(scene({ spotlight: Object.freeze(['ors', 'frd']) }));
    const before = JSON.stringify(record.positions);
    mapState(record, MEMBERS, asked);
    expect(JSON.stringify(record.positions)).toBe(before);
  });
});

describe('membersOn(members, organisation, day)', () => {
  it('counts a member from its first day on', () => {
    expect(membersOn(MEMBERS, 'NATO', '2024-03-31')).not.toContain('RUR');
    expect(membersOn(MEMBERS, 'NATO', '2024-04-01')).toContain('RUR');
  });

  it('never loses a member as days go by, so that the number of members tells who they are', () => {
    const days = ['2024-01-01', '2024-03-31', '2024-04-01', '2025-01-01'];
    const sets = days.map((day) => membersOn(MEMBERS, 'NATO', day));
    for (const [index, later] of sets.slice(1).entries()) {
      expect(later).toEqual(expect.arrayContaining([...sets[index]!]));
    }
  });
});
