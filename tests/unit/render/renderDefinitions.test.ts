import { describe, expect, it } from 'vitest';
import { renderDefinitions, renderLivePatterns } from '../../../src/render/renderDefinitions.ts';
import { renderMap } from '../../../src/render/renderMap.ts';
import { STANCES } from '../../../src/schema/vocabulary.ts';
import { ACTORS, PLANE } from '../map/taleMap.ts';
import { elementsOf, idsIn, parseMarkup, referencesIn } from './parseMarkup.ts';
import { PATHS, stateOf } from './taleStates.ts';

const STATES = [
  { id: 'cover', state: stateOf() },
  { id: 'early', state: stateOf({ date: '2024-03-20', layers: ['nato-outline'] }) },
  {
    id: 'all',
    state: stateOf({
      spotlight: ['rur'],
      layers: ['eu-outline', 'nato-outline', 'contact-line', 'buffer-zone'],
    }),
  },
  { id: 'close', state: stateOf({ layers: ['nato-outline'], view: ['UKR'] }) },
];

const definitions = (states = STATES) =>
  parseMarkup(renderDefinitions(PATHS, PLANE, ACTORS, states));
const byId = (id: string, root = definitions()) =>
  elementsOf(root).find(({ attributes }) => attributes.id === id)!;

describe('renderDefinitions(paths, plane, actors, states)', () => {
  it('defines everything that the maps and the definitions themselves refer to', () => {
    const maps = STATES.map(({ id, state }) => parseMarkup(renderMap(state, PLANE, ACTORS, id)));
    const wanted = [definitions(), ...maps].flatMap(referencesIn);
    const defined = idsIn(definitions());
    expect([...new Set(wanted)].filter((id) => !defined.includes(id))).toEqual([]);
  });

  it('gives no id twice', () => {
    const ids = idsIn(definitions());
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('has the path of every actor, each with a stroke that keeps its width', () => {
    for (const [id, d] of Object.entries(PATHS.actors)) {
      expect(byId(id)).toMatchObject({
        name: 'path',
        attributes: { d, 'vector-effect': 'non-scaling-stroke' },
      });
    }
  });

  it('draws places that are no actors with the base, unnamed small ones as dots', () => {
    const base = elementsOf(byId('base'));
    const dots = base.filter(({ attributes }) => attributes.class === 'dot');
    expect(dots.map(({ attributes }) => attributes.d)).toEqual(['M500 2500h0']);
    const lands = base.filter(({ attributes }) => attributes.class === 'land');
    expect(lands.map(({ attributes }) => attributes.d)).toContain(PATHS.context);
    const drawn = elementsOf(definitions()).map(({ attributes }) => attributes.d);
    expect(drawn).toContain(PATHS.places.GRF);
  });

  it('draws line and band through the points of the plane', () => {
    expect(byId('contact').attributes.points).toBe('6500,500 7500,1500');
    expect(byId('band').attributes.points).toBe('6500,500 7500,1500');
  });

  it('defines the outline of a set of members once for all days that share it', () => {
    const groups = idsIn(definitions()).filter((id) => id.startsWith('members-'));
    expect(groups.toSorted()).toEqual(['members-EU-2', 'members-NATO-2', 'members-NATO-3']);
  });

  it('outlines all members of the day, those that are no actors too', () => {
    const members = (id: string) => referencesIn(byId(id));
    expect(members('members-NATO-2')).toEqual(['SYL', 'GRF']);
    expect(members('members-NATO-3')).toEqual(['SYL', 'GRF', 'RUR']);
    expect(members('members-EU-2')).toEqual(['FRD', 'SYL']);
  });

  it('masks an outline to what lies outside its members: white everywhere, members black', () => {
    const mask = elementsOf(byId('outside-EU-2'));
    expect(mask.map(({ name, attributes }) => [name, attributes.fill])).toEqual([
      ['rect', '#fff'],
      ['use', '#000'],
    ]);
    expect(mask[1]!.attributes.href).toBe('#members-EU-2');
  });

  it('has a stripe pattern for each reported stance of each state, nine pixels of its view wide', () => {
    const patterns = idsIn(definitions()).filter((id) => id.startsWith('stripes-'));
    expect(patterns).toEqual(STATES.map(({ id }) => `stripes-ready-${id}`));
    const scaleOf = (id: string) =>
      Number(/scale\(([\d.]+)\)/.exec(byId(id).attributes.patternTransform!)?.[1]);
    // The valley is 11 000 units on 920 pixels, Uqbar with its room 2200 on 690.
    expect(scaleOf('stripes-ready-cover')).toBeCloseTo(11_000 / 920, 2);
    expect(scaleOf('stripes-ready-close')).toBeCloseTo(2200 / 690, 2);
  });

  it('hides itself from readers and takes no room', () => {
    const [svg] = elementsOf(definitions());
    expect(svg!.attributes).toMatchObject({ width: '0', height: '0', 'aria-hidden': 'true' });
  });

  it('carries no style and no colour but the black and white of masks', () => {
    for (const { attributes } of elementsOf(definitions())) {
      expect(Object.keys(attributes)).not.toContain('style');
      expect(attributes.fill ?? '#fff').toMatch(/^(#fff|#000|url\(#.*\))$/);
    }
  });
});

describe('renderLivePatterns()', () => {
  it('has one pattern a stance, which names its stance for the style sheet', () => {
    const root = parseMarkup(renderLivePatterns());
    expect(idsIn(root)).toEqual(STANCES.map((stance) => `live-stripes-${stance}`));
    const stripes = elementsOf(root).flatMap(({ attributes }) => attributes['data-stance'] ?? []);
    expect(stripes).toEqual([...STANCES]);
  });
});
