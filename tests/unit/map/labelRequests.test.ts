import { describe, expect, it } from 'vitest';
import { fitCamera } from '../../../src/map/camera.ts';
import { labelRequests, labelSpecs } from '../../../src/map/labelRequests.ts';
import { labelSize } from '../../../src/map/labelSize.ts';
import type { Label } from '../../../src/map/labelsFor.ts';
import { PLANE } from './taleMap.ts';

const label = (actor: string, words: readonly string[] = []): Label => ({
  actor,
  name: `The land of ${actor}`,
  words,
});

describe('labelSpecs(plane, labels)', () => {
  it('puts a label at its actor’s place, with the actor’s bounds as its subject', () => {
    expect(labelSpecs(PLANE, [label('SYL', ['would send'])])).toEqual([
      {
        id: 'SYL',
        name: 'The land of SYL',
        words: ['would send'],
        anchor: [1000, 1000],
        subject: [0, 0, 2000, 2000],
      },
    ]);
  });

  it('puts organisations at their seat, a point', () => {
    const specs = labelSpecs(PLANE, [label('EU'), label('NATO')]);
    expect(specs.map(({ anchor }) => anchor)).toEqual([
      [1500, 1500],
      [1500, 1500],
    ]);
    expect(specs[0]!.subject).toEqual([1500, 1500, 1500, 1500]);
  });

  it('leaves out actors that lie off the plane', () => {
    const specs = labelSpecs(PLANE, [label('SYL'), label('DST'), label('RUR')]);
    expect(specs.map(({ id }) => id)).toEqual(['SYL', 'RUR']);
  });
});

describe('labelRequests(specs, camera)', () => {
  const camera = fitCamera([0, 0, 10_000, 4000], [0, 0, 1000, 400]);

  it('brings places to the screen and keeps the size of the text', () => {
    const words = ['rules it out'];
    expect(labelRequests(labelSpecs(PLANE, [label('SYL', words)]), camera)).toEqual([
      {
        id: 'SYL',
        anchor: [100, 100],
        subject: [0, 0, 200, 200],
        isGuarded: true,
        ...labelSize('The land of SYL', words),
      },
    ]);
  });

  it('guards the subjects of those who say something in this step', () => {
    const specs = labelSpecs(PLANE, [label('SYL', ['would send']), label('RUR')]);
    expect(labelRequests(specs, camera).map(({ isGuarded }) => isGuarded)).toEqual([true, false]);
  });
});
