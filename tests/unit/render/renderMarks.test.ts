import { describe, expect, it } from 'vitest';
import { renderMarks } from '../../../src/render/renderMarks.ts';
import { ACTORS, PLANE } from '../map/taleMap.ts';
import { elementsOf, parseMarkup } from './parseMarkup.ts';
import { stateOf } from './taleStates.ts';

const marks = (rest: Parameters<typeof stateOf>[0] = {}) =>
  elementsOf(parseMarkup(renderMarks(stateOf(rest), PLANE, ACTORS)));
const markOf = (actor: string, rest: Parameters<typeof stateOf>[0] = {}) =>
  marks(rest).find(({ attributes }) => attributes['data-actor'] === actor)!;

describe('renderMarks(state, plane, actors)', () => {
  it('has a shape for each actor on the plane, the host last; then dots, badges, and who is off it', () => {
    const described = marks().map(({ name, attributes }) =>
      [name, attributes.class ?? attributes.href, attributes['data-actor']].join(' '),
    );
    expect(described).toEqual([
      'use #SYL SYL',
      'use #FRD FRD',
      'use #RUR RUR',
      'use #ORS ORS',
      'use #TLN TLN',
      'use #UKR UKR',
      'path dot FRD',
      'path badge EU',
      'path badge NATO',
      'path off-map DST',
    ]);
  });

  it('has the same marks in the same order whatever the state', () => {
    const idsOf = (rest: Parameters<typeof stateOf>[0]) =>
      marks(rest).map(({ attributes }) => attributes['data-actor']);
    const states = [
      { question: 'combat' },
      { date: '2020-01-01' },
      { spotlight: ['frd', 'eu', 'ukr'], show: 'spotlight' },
      { view: ['SYL'] },
    ] as const;
    for (const rest of states) expect(idsOf(rest)).toEqual(idsOf({}));
  });

  it('says what stands and how it is known, the actor’s own word first', () => {
    expect(markOf('SYL').attributes).toMatchObject({
      'data-stance': 'rules-out',
      'data-evidence': 'on-record',
    });
    expect(markOf('FRD').attributes).toMatchObject({
      'data-stance': 'ready',
      'data-evidence': 'reported',
    });
    expect(markOf('RUR').attributes).toMatchObject({
      'data-stance': 'open',
      'data-evidence': 'on-record',
    });
  });

  it('says nothing of an actor without a standing', () => {
    expect(markOf('NATO').attributes).not.toHaveProperty('data-stance');
    expect(markOf('TLN').attributes).not.toHaveProperty('data-evidence');
    expect(markOf('SYL', { date: '2020-01-01' }).attributes).not.toHaveProperty('data-stance');
  });

  it('gives the dot of a small state all that its shape has', () => {
    const [shape, dot] = marks({ spotlight: ['frd'] }).filter(
      ({ attributes }) => attributes['data-actor'] === 'FRD',
    );
    const hooks = ['data-stance', 'data-evidence', 'data-spotlight'];
    const ofShape = hooks.map((hook) => shape!.attributes[hook]);
    expect(hooks.map((hook) => dot!.attributes[hook])).toEqual(ofShape);
    expect(dot!.attributes.d).toBe('M3000 1000h0');
  });

  it('marks roles, so that styles keep host, belligerent, ally and organisations off the scale', () => {
    const roles = marks().map(({ attributes }) => attributes['data-role']);
    expect(roles.filter((role) => role !== undefined)).toEqual([
      ...['belligerent', 'ally-of-belligerent', 'host', 'organisation', 'organisation'],
    ]);
  });

  it('marks who is spotlighted, and nobody else', () => {
    const spotlit = marks({ spotlight: ['frd', 'eu'] })
      .filter(({ attributes }) => attributes['data-spotlight'] !== undefined)
      .map(({ attributes }) => attributes['data-actor']);
    expect(spotlit).toEqual(['FRD', 'FRD', 'EU']);
    expect(marks().some(({ attributes }) => 'data-spotlight' in attributes)).toBe(false);
  });

  it('puts the badges of organisations at their seat and draws nothing for who is off the plane', () => {
    expect(markOf('EU').attributes.d).toBe('M1500 1500h0');
    expect(markOf('DST').attributes).not.toHaveProperty('d');
  });

  it('draws points and strokes that keep their size on the screen', () => {
    const points = marks().filter(({ name, attributes }) => name === 'path' && attributes.d);
    expect(points.map(({ attributes }) => attributes['vector-effect'])).toEqual(
      points.map(() => 'non-scaling-stroke'),
    );
  });
});
