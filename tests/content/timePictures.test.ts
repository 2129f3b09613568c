import { describe, expect, it } from 'vitest';
import { layoutTime, TIME_SIZES } from '../../src/time/layoutTime.ts';
import { site } from './realSite.ts';

const { record } = site;

describe.each(Object.entries(TIME_SIZES))('the picture of time, %s', (_, size) => {
  const charts = layoutTime(record, size);

  it('shows every statement of the record once, on its own question and in its own row', () => {
    const shown = charts.flatMap(({ question, rows }) =>
      rows.flatMap(({ id, marks }) =>
        marks.map((mark) => `${mark.position.id} ${question} ${mark.isScaled ? id : 'outside'}`),
      ),
    );
    const wanted = record.positions.map(({ id, about, stance, actor }) => {
      const isOutside = ['UKR', 'RUS', 'BLR'].includes(actor);
      return `${id} ${about} ${isOutside ? 'outside' : stance}`;
    });
    expect(shown.toSorted()).toEqual(wanted.toSorted());
  });

  it('covers no mark with another', () => {
    const covered = charts.flatMap(({ rows }) =>
      rows.flatMap(({ marks }) =>
        marks.flatMap((a, i) =>
          marks
            .slice(i + 1)
            .filter((b) => Math.hypot(a.x - b.x, a.y - b.y) < a.r + b.r - 0.1)
            .map((b) => `${a.position.id} and ${b.position.id}`),
        ),
      ),
    );
    expect(covered).toEqual([]);
  });

  it('stays low enough to be taken in at once', () => {
    expect(Math.max(...charts.map(({ height }) => height))).toBeLessThan(780);
  });
});
