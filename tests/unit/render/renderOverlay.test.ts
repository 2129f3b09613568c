import { describe, expect, it } from 'vitest';
import { membersOn } from '../../../src/map/mapState.ts';
import { outlineKey, renderOverlay, stripePatterns } from '../../../src/render/renderOverlay.ts';
import { ACTORS, MEMBERS, PLANE } from '../map/taleMap.ts';
import { elementsOf, parseMarkup } from './parseMarkup.ts';
import { stateOf, stateWith } from './taleStates.ts';

type Rest = Parameters<typeof stateOf>[0];

const overlay = (state = stateOf()) =>
  elementsOf(parseMarkup(renderOverlay(state, PLANE, ACTORS, 'here')));
const classesIn = (rest: Rest) => overlay(stateOf(rest)).map(({ attributes }) => attributes.class);
const stripes = (state = stateOf()) =>
  overlay(state).filter(({ attributes }) => attributes.class === 'stripes');

describe('renderOverlay(state, plane, actors, id)', () => {
  it('stripes what is reported and nothing else, over an own word as well', () => {
    const striped = stripes().map(({ attributes }) => [
      attributes.href,
      attributes['data-actor'],
      attributes['data-stance'],
      attributes['data-evidence'],
      attributes.fill,
    ]);
    expect(striped).toEqual([
      ['#FRD', 'FRD', 'ready', 'reported', 'url(#stripes-ready-here)'],
      ['#RUR', 'RUR', 'ready', 'reported', 'url(#stripes-ready-here)'],
    ]);
  });

  it('stripes an actor once for each stance that is reported of it', () => {
    const reported = { actor: 'SYL', evidence: 'reported', position: 'x' } as const;
    const state = stateWith([
      { ...reported, stance: 'open' },
      { ...reported, stance: 'ready' },
    ]);
    expect(stripes(state).map(({ attributes }) => attributes['data-stance'])).toEqual([
      'open',
      'ready',
    ]);
  });

  it('never stripes host, belligerent, ally or organisation, which stand outside the scale', () => {
    const state = stateWith(
      ['UKR', 'ORS', 'TLN', 'EU'].map((actor) => ({
        actor,
        stance: 'opposes',
        evidence: 'reported',
        position: 'x',
      })),
    );
    expect(stripes(state).map(({ attributes }) => attributes['data-actor'])).toEqual([]);
    expect(stripePatterns(state, PLANE, ACTORS, 'here')).toEqual([]);
  });

  it('marks the stripes of spotlighted actors', () => {
    const spotlit = stripes(stateOf({ spotlight: ['rur'] })).map(
      ({ attributes }) => attributes['data-spotlight'],
    );
    expect(spotlit).toEqual([undefined, '']);
  });

  it('rings the spotlighted shapes, in their order; organisations and who is off the plane have none', () => {
    const rings = overlay(stateOf({ spotlight: ['rur', 'eu', 'syl', 'dst', 'frd'] }))
      .filter(({ attributes }) => attributes.class === 'spot')
      .map(({ attributes }) => attributes.href);
    expect(rings).toEqual(['#RUR', '#SYL', '#FRD']);
  });

  it('draws line, band and outlines only where a layer asks for them', () => {
    expect(classesIn({})).not.toContain('contact');
    expect(classesIn({})).not.toContain('band');
    expect(classesIn({ layers: ['contact-line'] })).toContain('contact');
    expect(classesIn({ layers: ['buffer-zone'] })).toContain('band');
    expect(classesIn({ layers: ['buffer-zone'] })).not.toContain('contact');
    expect(classesIn({ layers: ['eu-outline'] })).toContain('outline eu');
    expect(classesIn({ layers: ['nato-outline'] })).toContain('outline nato');
  });

  it('keeps the band inside the host', () => {
    const band = overlay(stateOf({ layers: ['buffer-zone'] })).find(
      ({ attributes }) => attributes.class === 'band',
    );
    expect(band!.attributes['clip-path']).toBe('url(#in-UKR)');
  });

  it('lays rings over lines, lines over outlines, outlines over borders, borders over stripes', () => {
    const all = overlay(
      stateOf({
        spotlight: ['rur'],
        layers: ['contact-line', 'eu-outline', 'buffer-zone', 'nato-outline'],
      }),
    );
    const order = all.map(({ attributes }) => attributes.class ?? attributes.href);
    expect(order).toEqual([
      ...['stripes', 'stripes', '#borders', 'outline eu', '#members-EU-2'],
      ...['outline nato', '#members-NATO-3', 'band', 'contact', 'spot'],
    ]);
  });
});

describe('stripePatterns(state, plane, actors, id)', () => {
  it('names a pattern once for each stance that is reported of a shape on the plane', () => {
    expect(stripePatterns(stateOf(), PLANE, ACTORS, 'here')).toEqual([
      { id: 'stripes-ready-here', stance: 'ready' },
    ]);
    expect(stripePatterns(stateOf({ date: '2020-01-01' }), PLANE, ACTORS, 'here')).toEqual([]);
  });

  it('names every pattern that the overlay refers to', () => {
    const state = stateWith(
      (['ready', 'open', 'opposes'] as const).map((stance) => ({
        actor: 'SYL',
        stance,
        evidence: 'reported',
        position: 'x',
      })),
    );
    const ids = stripePatterns(state, PLANE, ACTORS, 'here').map(({ id }) => `url(#${id})`);
    expect(stripes(state).map(({ attributes }) => attributes.fill)).toEqual(ids);
  });
});

describe('outlineKey(organisation, members)', () => {
  it('is one for days with the same members and another once somebody has joined', () => {
    const keyOn = (day: string) => outlineKey('NATO', membersOn(MEMBERS, 'NATO', day));
    expect(keyOn('2024-01-01')).toBe(keyOn('2024-03-31'));
    expect(keyOn('2024-04-01')).not.toBe(keyOn('2024-03-31'));
  });

  it('tells organisations of one size apart', () => {
    expect(outlineKey('EU', ['SYL'])).not.toBe(outlineKey('NATO', ['SYL']));
  });
});
