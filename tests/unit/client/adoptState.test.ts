import { describe, expect, it } from 'vitest';
import { labelsOfMap, marksOf, viewOfMap } from '../../../src/client/adoptState.ts';
import { labelSpecs } from '../../../src/map/labelRequests.ts';
import { viewOf } from '../../../src/map/viewOf.ts';
import { renderMap } from '../../../src/render/renderMap.ts';
import { ACTORS, PLANE } from '../map/taleMap.ts';
import { elementsOf, parseMarkup, type Element } from '../render/parseMarkup.ts';
import { stateOf } from '../render/taleStates.ts';

const state = stateOf({ spotlight: ['rur', 'eu'], layers: ['contact-line'] });

/** `data-as-of` → `asOf`, as the DOM has it. */
function datasetOf({ attributes }: Element): DOMStringMap {
  const data = Object.entries(attributes).filter(([name]) => name.startsWith('data-'));
  return Object.fromEntries(
    data.map(([name, value]) => [
      name.slice(5).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
}

/** As much of an `<svg>` in a page as the functions under test touch, read from rendered markup. */
function mapInPage(markup: string): SVGSVGElement {
  const [svg, ...below] = elementsOf(parseMarkup(markup));
  const [x, y, width, height] = svg!.attributes.viewBox!.split(' ').map(Number);
  const marked = below.filter(({ attributes }) => 'data-actor' in attributes);
  const fake = {
    dataset: datasetOf(svg!),
    viewBox: { baseVal: { x, y, width, height } },
    querySelectorAll: () => marked.map((element) => ({ dataset: datasetOf(element) })),
  };
  return fake as unknown as SVGSVGElement;
}

const map = mapInPage(renderMap(state, PLANE, ACTORS, 'here'));

describe('marksOf(map)', () => {
  it('reads every mark in document order, stripes after the marks they lie on', () => {
    expect(marksOf(map).map(({ actor }) => actor)).toEqual([
      ...['SYL', 'FRD', 'RUR', 'ORS', 'TLN', 'UKR', 'FRD', 'EU', 'NATO', 'DST', 'FRD', 'RUR'],
    ]);
  });

  it('reads back what the build drew: every standing of the state, and no other', () => {
    const keys = marksOf(map)
      .filter(({ stance }) => stance !== '')
      .map(({ actor, stance, evidence }) => `${actor} ${stance} ${evidence}`);
    const drawn = state.standings.map(
      ({ actor, stance, evidence }) => `${actor} ${stance} ${evidence}`,
    );
    expect([...new Set(keys)].sort()).toEqual(drawn.sort());
  });

  it('reads the spotlight from marks, stripes and badges alike', () => {
    const spotlit = marksOf(map).filter(({ spotlight }) => spotlight);
    expect(spotlit.map(({ actor }) => actor)).toEqual(['RUR', 'EU', 'RUR']);
  });

  it('has empty words for an actor without a standing', () => {
    expect(marksOf(map).find(({ actor }) => actor === 'TLN')).toEqual({
      ...{ actor: 'TLN', stance: '', evidence: '', spotlight: false },
    });
  });
});

describe('viewOfMap(map)', () => {
  it('is the box that the build drew', () => {
    expect(viewOfMap(map)).toEqual(viewOf(PLANE, state.view));
  });
});

describe('labelsOfMap(map)', () => {
  it('reads back the labels that the build wrote; only those of lines keep their words', () => {
    const actors = labelSpecs(PLANE, state.labels).map((spec) => ({ ...spec, keepsWords: false }));
    expect(labelsOfMap(map)).toEqual([...actors, PLANE.layerLabels['contact-line']]);
  });

  it('reads no labels from a map that carries none', () => {
    const bare = { dataset: {} } as unknown as SVGSVGElement;
    expect(labelsOfMap(bare)).toEqual([]);
  });
});
