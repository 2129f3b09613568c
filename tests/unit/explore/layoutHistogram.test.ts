import { describe, expect, it } from 'vitest';
import { layoutHistogram, type HistogramColumn } from '../../../src/explore/layoutHistogram.ts';
import { renderHistogram } from '../../../src/render/renderHistogram.ts';
import { EXPLORED } from './tale.ts';

const FORCE = { question: 'post-ceasefire-force', confidence: '', evidence: '' } as const;
const { columns, most, total } = layoutHistogram(EXPLORED, FORCE);

const partsOf = ({ parts }: HistogramColumn) =>
  parts.map(({ id, evidence, count }) => `${id} ${evidence} ${count}`);

describe('statements a month', () => {
  it('have a column for every month of the record, side by side over its whole axis', () => {
    expect(columns.map(({ month }) => month.slice(0, 7))).toEqual(
      ['03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map((one) => `2024-${one}`),
    );
    const ends = columns.map(({ x, width }) => [x, x + width] as const);
    expect(ends.every(([start], at) => start > (ends[at - 1]?.[1] ?? 0))).toBe(true);
    expect(ends.at(-1)![1]).toBeLessThanOrEqual(100);
  });

  it('are counted by stance and evidence, all of one question, those off the scale apart', () => {
    expect(columns.slice(0, 5).map(partsOf)).toEqual([
      ['open on-record 1', 'rules-out on-record 1'],
      ['undecided reported 1'],
      ['outside on-record 2'],
      ['ready on-record 1'],
      ['ready reported 1'],
    ]);
    expect(total).toBe(columns.reduce((sum, { count }) => sum + count, 0));
    expect(most).toBe(2);
  });

  it('are stacked from the foot without a gap, the fullest month as high as the picture', () => {
    for (const { parts, count } of columns) {
      let foot = 100;
      for (const { y, height } of parts) {
        expect(y + height).toBeCloseTo(foot, 1);
        foot = y;
      }
      expect(foot).toBeCloseTo(100 - (100 * count) / most, 1);
    }
  });

  it('are those that the filters pass', () => {
    const reported = layoutHistogram(EXPLORED, { ...FORCE, evidence: 'reported' });
    expect(reported.columns.flatMap(partsOf)).toEqual(['undecided reported 1', 'ready reported 1']);
    expect(layoutHistogram(EXPLORED, { ...FORCE, confidence: 'low' }).total).toBe(1);
  });

  it('are drawn as a part each, reported ones striped, with no stance of theirs off the scale', () => {
    const svg = renderHistogram({ columns, most, total });
    expect(svg.match(/<rect /g)).toHaveLength(columns.flatMap(({ parts }) => parts).length);
    expect(svg.match(/fill="url\(#time-stripes-\w+\)"/g)).toEqual([
      'fill="url(#time-stripes-undecided)"',
      'fill="url(#time-stripes-ready)"',
    ]);
    expect(svg).not.toContain('data-stance="opposes"');
  });
});
