import { describe, expect, it } from 'vitest';
import { labelSpecs } from '../../../src/map/labelRequests.ts';
import { mapTitle, renderMap } from '../../../src/render/renderMap.ts';
import { ACTORS, PLANE } from '../map/taleMap.ts';
import { elementsOf, parseMarkup, textOf } from './parseMarkup.ts';
import { stateOf } from './taleStates.ts';

type Rest = Parameters<typeof stateOf>[0];

const FULL: NonNullable<Rest> = {
  spotlight: ['syl', 'rur', 'frd', 'eu', 'ors'],
  layers: ['eu-outline', 'nato-outline', 'contact-line', 'buffer-zone'],
};

const map = (rest: Rest = {}, actors = ACTORS) =>
  elementsOf(parseMarkup(renderMap(stateOf(rest), PLANE, actors, 'here')));
const head = (rest: Rest = {}) => map(rest)[0]!;

describe('renderMap(state, plane, actors, id)', () => {
  it('is one svg that carries the hooks of the state', () => {
    const { name, attributes } = head({ question: 'combat' });
    expect(name).toBe('svg');
    expect(attributes).toMatchObject({
      'data-map': '',
      'data-as-of': '2024-06-01',
      'data-question': 'combat',
      role: 'img',
      'aria-label': 'Combat troops, as of 1 June 2024',
    });
  });

  it('shows the box of the view', () => {
    expect(head({ view: ['SYL', 'RUR'] }).attributes.viewBox).toBe('-300 -100 6600 2200');
  });

  it('has labels for the stages that it is asked for', () => {
    const drawn = renderMap(stateOf(), PLANE, ACTORS, 'here', ['middle']);
    const groups = elementsOf(parseMarkup(drawn)).flatMap(
      ({ attributes }) => attributes.class?.match(/^labels .*/) ?? [],
    );
    expect(groups).toEqual(['labels middle']);
  });

  it('has base, marks, overlay and two sets of labels, in this order', () => {
    const parts = parseMarkup(renderMap(stateOf(FULL), PLANE, ACTORS, 'here')).children[0]!;
    if (typeof parts === 'string') throw new Error('expected an element');
    const described = parts.children.map((part) =>
      typeof part === 'string'
        ? part
        : (part.attributes.href ?? part.attributes['data-part'] ?? part.attributes.class),
    );
    expect(described).toEqual(['#base', 'marks', 'overlay', 'labels wide', 'labels narrow']);
  });

  it('has a mark for every actor, those without a shape too', () => {
    const marked = new Set(map(FULL).map(({ attributes }) => attributes['data-actor']));
    expect(ACTORS.map(({ id }) => id).filter((id) => !marked.has(id))).toEqual([]);
  });

  it('carries no style and no colour: these are the page’s', () => {
    for (const { attributes } of map(FULL)) {
      expect(Object.keys(attributes)).not.toContain('style');
      expect(attributes.fill ?? 'url(#').toMatch(/^url\(#/);
      expect(Object.keys(attributes)).not.toContain('stroke');
    }
  });

  it('carries its labels with their places, for the browser to set anew', () => {
    const rows = JSON.parse(head(FULL).attributes['data-labels']!) as unknown[][];
    const specs = labelSpecs(PLANE, stateOf(FULL).labels);
    expect(rows.slice(0, specs.length)).toEqual(
      specs.map(({ id, name, words, anchor, subject }) => [id, name, words, anchor, subject]),
    );
    expect(rows.slice(specs.length)).toEqual([
      ['line', 'Schematic line,', ['June 2024'], [7000, 1000], [7000, 1000, 7000, 1000], true],
    ]);
  });

  it('stays whole with names that hold < > & " and \'', () => {
    const name = `R&D <"Rur's"> & sons`;
    const state = stateOf({ spotlight: ['rur'] });
    const labels = state.labels.map((label) =>
      label.actor === 'RUR' ? { ...label, name } : label,
    );
    const root = parseMarkup(renderMap({ ...state, labels }, PLANE, ACTORS, 'here'));
    const rows = JSON.parse(elementsOf(root)[0]!.attributes['data-labels']!) as unknown[][];
    expect(rows[0]![1]).toBe(name);
    expect(textOf(root)).toContain(name);
  });

  it('refers to its own patterns by its own id', () => {
    const fills = map().flatMap(({ attributes }) => attributes.fill ?? []);
    expect(new Set(fills)).toEqual(new Set(['url(#stripes-ready-here)']));
  });

  it('gives the same markup for the same state', () => {
    const markup = () => renderMap(stateOf(FULL), PLANE, ACTORS, 'here');
    expect(markup()).toBe(markup());
  });
});

describe('mapTitle(state)', () => {
  it('names the question and the day', () => {
    expect(mapTitle(stateOf({ question: 'instructors', date: '2024-06-07' }))).toBe(
      'Instructors in Ukraine during the war, as of 7 June 2024',
    );
  });
});
