import { describe, expect, it } from 'vitest';
import { arrangeLabels, type ArrangedLabel } from '../../src/map/arrangeLabels.ts';
import { fitCamera, type Box } from '../../src/map/camera.ts';
import { labelSpecs } from '../../src/map/labelRequests.ts';
import { doCross } from '../../src/map/segments.ts';
import { viewOf } from '../../src/map/viewOf.ts';
import { renderDefinitions, renderLivePatterns } from '../../src/render/renderDefinitions.ts';
import { STAGES } from '../../src/render/renderLabels.ts';
import { renderMap } from '../../src/render/renderMap.ts';
import type { ActorId } from '../../src/schema/actor.ts';
import type { StoryStep } from '../../src/story/story.ts';
import {
  elementsOf,
  idsIn,
  parseMarkup,
  referencesIn,
  type Element,
} from '../unit/render/parseMarkup.ts';
import { site, steps } from './realSite.ts';

const { plane, paths, actors } = site;

const states = [
  { id: 'cover', state: site.cover },
  ...steps.map(({ id }) => ({ id, state: site.stateOf(id) })),
];
const maps = new Map(
  states.map(({ id, state }) => [id, renderMap(state, plane, actors, id)] as const),
);
const definitions = parseMarkup(renderDefinitions(paths, plane, actors, states));
const parsedMaps = [...maps].map(([id, markup]) => [id, parseMarkup(markup)] as const);
const page = [definitions, parseMarkup(renderLivePatterns()), ...parsedMaps.map(([, map]) => map)];

const marksIn = (map: Element) => {
  const marks = elementsOf(map).find(({ attributes }) => attributes['data-part'] === 'marks')!;
  return elementsOf(marks).map(({ attributes }) => attributes['data-actor']);
};

/** Share of a box that lies inside a view, 0–1. */
function shareInside([x0, y0, x1, y1]: Box, view: Box): number {
  const width = Math.min(x1, view[2]) - Math.max(x0, view[0]);
  const height = Math.min(y1, view[3]) - Math.max(y0, view[1]);
  return (Math.max(0, width) * Math.max(0, height)) / ((x1 - x0) * (y1 - y0));
}

/** Spotlighted actors whose shape lies partly or wholly outside of what the step shows. */
function outOfView(step: StoryStep): readonly ActorId[] {
  const view = viewOf(plane, step.view);
  return site.stateOf(step.id).spotlight.filter((actor) => {
    const bounds = plane.bounds[actor];
    return bounds !== undefined && shareInside(bounds, view) < 0.999;
  });
}

describe('the maps of the page', () => {
  it('refer to nothing that the page does not define', () => {
    const defined = new Set(page.flatMap(idsIn));
    const wanted = new Set(page.flatMap(referencesIn));
    expect([...wanted].filter((id) => !defined.has(id))).toEqual([]);
  });

  it('define no id twice, nor one that a step has', () => {
    const ids = [...page.flatMap(idsIn), ...steps.map(({ id }) => id)];
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('have the same marks in the same order, every actor of the record among them', () => {
    const [, cover] = parsedMaps[0]!;
    expect(new Set(marksIn(cover))).toEqual(new Set(actors.map(({ id }) => id)));
    for (const [id, map] of parsedMaps) expect(marksIn(map), id).toEqual(marksIn(cover));
  });

  it('carry no style attributes and no colours', () => {
    for (const element of page.flatMap(elementsOf)) {
      expect(Object.keys(element.attributes)).not.toContain('style');
      expect(element.attributes.fill ?? '#fff').toMatch(/^(#fff|#000|url\(#.*\))$/);
    }
  });

  it('put each label inside a stage only once, and name the host in all of them', () => {
    for (const [id, map] of parsedMaps) {
      for (const stage of ['wide', 'narrow']) {
        const group = elementsOf(map).find(
          ({ attributes }) => attributes.class === `labels ${stage}`,
        )!;
        const ids = elementsOf(group).flatMap(({ attributes }) => attributes['data-label'] ?? []);
        expect(new Set(ids).size, `${id}, ${stage}`).toBe(ids.length);
        expect(ids, `${id}, ${stage}`).toContain('UKR');
      }
    }
  });
});

/** A step's labels in a free area. */
function labelsIn(free: Box, { id, view }: StoryStep): readonly ArrangedLabel[] {
  const { labels, layers } = site.stateOf(id);
  const drawn = layers.flatMap((layer) => plane.layerLabels[layer] ?? []);
  const camera = fitCamera(viewOf(plane, view), free);
  return arrangeLabels([...labelSpecs(plane, labels), ...drawn], camera, free);
}

describe('the leaders of a step’s labels', () => {
  /** Free areas from a small phone to a large desk, as the layouts leave them. */
  const AREAS: Readonly<Record<string, Box>> = {
    'small phone': [10, 70, 350, 330],
    phone: [10, 70, 380, 480],
    'phone on its side': [250, 60, 657, 310],
    'narrow picture': [0, 0, ...STAGES.narrow],
    'picture of a column': [0, 0, ...STAGES.middle],
    'wide picture': [0, 0, ...STAGES.wide],
    tablet: [20, 80, 748, 560],
    desk: [470, 90, 1420, 760],
    'large desk': [520, 90, 1900, 940],
  };

  it.each(Object.entries(AREAS))('do not cross: %s', (_, free) => {
    const crossing = steps.flatMap((step) => {
      const led = labelsIn(free, step).flatMap(({ id, leader }) => (leader ? [{ id, leader }] : []));
      return led.flatMap((a, index) =>
        led
          .slice(index + 1)
          .filter((b) => doCross(a.leader, b.leader))
          .map((b) => `${step.id}: ${a.id} × ${b.id}`),
      );
    });
    expect(crossing).toEqual([]);
  });
});

describe('what a step spotlights', () => {
  /**
   * Spotlighted actors that the map does not show whole, with why: these steps keep Europe large
   * enough to read, and card and ledger name the actor.
   */
  const OUT_OF_VIEW: Readonly<Record<string, readonly ActorId[]>> = {
    'lammy-on-combat': ['USA'], // one of four answers, three of them European
    'buffer-zone': ['USA'], // a report from Washington about a strip of Ukraine
    'unnamed-states': ['USA', 'JPN'], // the ends of the plane: Europe would be a stamp
    'legitimate-targets': ['RUS'], // as far as the Volga; what is west of it is in view
    'declaration-of-intent': ['USA'], // one of six, five of them European
    'where-it-stands': ['RUS'], // as above
  };

  it('is whole on its map, but for exceptions that are written down', () => {
    const found = steps.map((step) => [step.id, outOfView(step)] as const);
    expect(Object.fromEntries(found.filter(([, ids]) => ids.length > 0))).toEqual(OUT_OF_VIEW);
  });

  describe.each(['wide', 'narrow'] as const)('has its label on the %s stage, as have drawn lines:', (stage) => {
    it.each(steps.map((step) => [step.id, step] as const))('%s', (id, step) => {
      const view = viewOf(plane, step.view);
      const { layers, spotlight } = site.stateOf(id);
      const ofLayers = layers.flatMap((layer) => plane.layerLabels[layer] ?? []);
      const placed = labelsIn([0, 0, ...STAGES[stage]], step).map((label) => label.id);
      const visible = spotlight.filter((actor) => {
        const [x, y] = plane.anchors[actor] ?? [Number.NaN, Number.NaN];
        return x >= view[0] && x <= view[2] && y >= view[1] && y <= view[3];
      });
      const wanted = [...visible, ...ofLayers.map((spec) => spec.id)];
      expect(wanted.filter((actor) => !placed.includes(actor))).toEqual([]);
    });
  });
});

/** One element a line, so that a review shows what has changed. */
function oneElementALine(markup: string): string {
  let depth = 0;
  const lines = markup.split(/(?<=>)(?=<)/).map((line) => {
    if (line.startsWith('</')) depth -= 1;
    const indented = `${'  '.repeat(depth)}${line}`;
    if (/^<[^/][^>]*[^/]>$/.test(line)) depth += 1;
    return indented;
  });
  return `${lines.join('\n')}\n`;
}

describe('the picture of each map', () => {
  it.each([...maps])('%s is the one of the last review', async (id, markup) => {
    await expect(oneElementALine(markup)).toMatchFileSnapshot(`../snapshots/maps/${id}.svg`);
  });
});
