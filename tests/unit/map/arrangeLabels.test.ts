import { describe, expect, it } from 'vitest';
import { arrangeLabels } from '../../../src/map/arrangeLabels.ts';
import { fitCamera, type Box } from '../../../src/map/camera.ts';
import type { LabelSpec } from '../../../src/map/labelRequests.ts';

const words = ['does not rule it out', 'reported: would send'];
const spec = (id: string, x: number, y: number, rest: Partial<LabelSpec> = {}): LabelSpec => ({
  id,
  name: `Name of ${id}`,
  words,
  anchor: [x, y],
  subject: [x - 5, y - 5, x + 5, y + 5],
  ...rest,
});

/** One unit is one pixel. */
const arrange = (specs: readonly LabelSpec[], free: Box) =>
  arrangeLabels(specs, fitCamera(free, free), free);

const wide: Box = [0, 0, 1200, 800];
const narrow: Box = [0, 0, 340, 200];
const crowd = Array.from({ length: 5 }, (_, index) => spec(`c${index}`, 150 + index * 10, 100));

describe('arrangeLabels(specs, camera, free)', () => {
  it('sets every label with its words where all have room', () => {
    const placed = arrange([spec('one', 300, 300), spec('two', 800, 300)], wide);
    expect(placed.map((label) => [label.id, label.name, label.words])).toEqual([
      ['one', 'Name of one', words],
      ['two', 'Name of two', words],
    ]);
  });

  it('sets names alone, all of them, where the words have no room', () => {
    const placed = arrange(crowd, narrow);
    expect(placed.length).toBeGreaterThan(0);
    expect(placed.every((label) => label.words.length === 0)).toBe(true);
  });

  it('keeps the words of all who are in view when somebody else is not', () => {
    const far = spec('far', -4000, 300);
    const placed = arrange([spec('one', 300, 300), far, spec('two', 800, 300)], wide);
    expect(placed.map((label) => [label.id, label.words])).toEqual([
      ['one', words],
      ['two', words],
    ]);
  });

  it('never cuts the words of a drawn line', () => {
    const line = spec('line', 160, 110, { keepsWords: true });
    const placed = arrange([line, ...crowd], narrow);
    expect(placed.find(({ id }) => id === 'line')?.words).toEqual(words);
    expect(placed.filter(({ id }) => id !== 'line').flatMap((label) => label.words)).toEqual([]);
  });

  it('leaves out names whose leader would be longer than 170 pixels', () => {
    const many = Array.from({ length: 30 }, (_, index) => spec(`m${index}`, 600, 400));
    const placed = arrange(many, wide);
    expect(placed.length).toBeGreaterThan(5);
    expect(placed.length).toBeLessThan(30);
    const lengths = placed.map(({ leader }) =>
      leader ? Math.hypot(leader[2] - leader[0], leader[3] - leader[1]) : 0,
    );
    expect(Math.max(...lengths)).toBeLessThanOrEqual(170);
  });

  it('tells what names a drawn line from what names an actor', () => {
    const placed = arrange(
      [spec('one', 300, 300), spec('line', 800, 300, { keepsWords: true })],
      wide,
    );
    expect(placed.map((label) => [label.id, label.isLine])).toEqual([
      ['one', false],
      ['line', true],
    ]);
  });

  it('keeps names off the subjects of those who speak, where words have no room too', () => {
    const speaker = spec('speaker', 1000, 350, { subject: [520, 300, 1150, 400] });
    const silent = spec('silent', 500, 350, { words: [] });
    const tooWide = spec('wordy', 600, 600, { words: ['x'.repeat(500)] });
    const placed = arrange([speaker, silent, tooWide], wide);
    expect(placed.map((label) => label.words)).toEqual([[], [], []]);
    const { box } = placed.find(({ id }) => id === 'silent')!;
    expect(box[2]).toBeLessThan(520);
  });

  it('gives the same picture for the same input', () => {
    expect(arrange(crowd, narrow)).toEqual(arrange(crowd, narrow));
  });

  it('takes a nearer place for near where a leader must be short', () => {
    const [free, guarded]: [Box, Box] = [wide, [250, 200, 350, 400]];
    const specs = [spec('host', 300, 300, { subject: guarded }), spec('guest', 305, 300)];
    const camera = fitCamera(free, free);
    const leaderOf = (longest?: number) =>
      arrangeLabels(specs, camera, free, longest).map(({ leader }) =>
        leader ? Math.hypot(leader[2] - leader[0], leader[3] - leader[1]) : 0,
      );
    const longest = Math.max(...leaderOf());
    expect(longest).toBeGreaterThan(30);
    expect(Math.max(...leaderOf(longest - 1))).toBeLessThan(longest);
  });
});
