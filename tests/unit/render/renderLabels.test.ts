import { describe, expect, it } from 'vitest';
import { fitCamera, type Box } from '../../../src/map/camera.ts';
import type { LabelSpec } from '../../../src/map/labelRequests.ts';
import { renderLabels, STAGES, type StageName } from '../../../src/render/renderLabels.ts';
import { elementsOf, parseMarkup, textOf } from './parseMarkup.ts';

const VIEW: Box = [0, 0, 10_000, 4000];
const spec = (id: string, x: number, y: number, words: readonly string[] = []): LabelSpec => ({
  id,
  name: `Land of ${id}`,
  words,
  anchor: [x, y],
  subject: [x - 10, y - 10, x + 10, y + 10],
});
const SPECS = [spec('syl', 2000, 2000, ['rules it out']), spec('rur', 7000, 1000)];

const labels = (stage: StageName, specs: readonly LabelSpec[] = SPECS) =>
  parseMarkup(renderLabels(specs, VIEW, stage));
const pixelOf = (stage: StageName) => 1 / fitCamera(VIEW, [0, 0, ...STAGES[stage]]).k;
const named = (root: ReturnType<typeof labels>, name: string) =>
  elementsOf(root).filter((element) => element.name === name);

describe.each(['wide', 'narrow'] as const)('renderLabels(specs, view, %j)', (stage) => {
  it('names every label that has room, once, with its words below', () => {
    const groups = elementsOf(labels(stage)).filter(
      ({ attributes }) => attributes.class === 'label',
    );
    expect(groups.map(({ attributes }) => attributes['data-label'])).toEqual(['syl', 'rur']);
    expect(groups.map(textOf)).toEqual(['Land of sylrules it out', 'Land of rur']);
  });

  it('sets names at 15 pixels of its stage, lines 18 apart', () => {
    const [group] = elementsOf(labels(stage));
    const [said] = named(labels(stage), 'tspan').filter(
      ({ attributes }) => attributes.class === 'says',
    );
    expect(group!.attributes.class).toBe(`labels ${stage}`);
    expect(Number(group!.attributes['font-size'])).toBeCloseTo(15 * pixelOf(stage), 0);
    expect(Number(said!.attributes.dy)).toBeCloseTo(18 * pixelOf(stage), 0);
  });

  it('starts leaders and pins at the anchor', () => {
    const paths = named(labels(stage), 'path').map(({ attributes }) => [
      attributes.class,
      attributes.d!.split('L')[0],
    ]);
    expect(paths).toEqual([
      ['leader', 'M2000 2000'],
      ['pin', 'M2000 2000h0'],
      ['leader', 'M7000 1000'],
      ['pin', 'M7000 1000h0'],
    ]);
  });

  it('keeps text inside what the stage shows', () => {
    const camera = fitCamera(VIEW, [0, 0, ...STAGES[stage]]);
    for (const { attributes } of named(labels(stage), 'text')) {
      const x = Number(attributes.x) * camera.k + camera.x;
      const y = Number(attributes.y) * camera.k + camera.y;
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(STAGES[stage][0]);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(STAGES[stage][1]);
    }
  });
});

describe('renderLabels(specs, view, stage)', () => {
  it('is an empty group without labels', () => {
    expect(elementsOf(labels('wide', []))).toHaveLength(1);
  });

  it('escapes what names and words may hold', () => {
    const odd = { ...spec('odd', 5000, 2000, ['5 < 6 & "7"']), name: '<Odd> & "sons"' };
    expect(textOf(labels('wide', [odd]))).toBe('<Odd> & "sons"5 < 6 & "7"');
  });

  it('sets a label that stands on its own land in its middle, without a leader', () => {
    const large: LabelSpec = { ...spec('large', 5000, 2000), subject: [500, 200, 9500, 3800] };
    const root = labels('wide', [large]);
    expect(named(root, 'path')).toEqual([]);
    expect(named(root, 'text')[0]!.attributes).toMatchObject({
      x: '5000',
      'text-anchor': 'middle',
    });
  });
});
