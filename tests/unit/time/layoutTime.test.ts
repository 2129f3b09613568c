import { describe, expect, it } from 'vitest';
import { layoutTime, TIME_SIZES } from '../../../src/time/layoutTime.ts';
import { position, taleRecord } from '../record/tale.ts';

const record = taleRecord([
  position('jan', { date: '2024-01-01', about: 'combat' }),
  ...['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) => position(id, { date: '2024-07-01' })),
  position('month', { date: '2024-02', stance: 'ready' }),
  position('weak', { date: '2024-12-31', stance: 'ready', confidence: 'low' }),
]);

describe.each(Object.entries(TIME_SIZES))('layoutTime(record, %s)', (_, size) => {
  const charts = layoutTime(record, size);
  const [force, combat] = charts;
  const marks = charts.flatMap(({ rows }) => rows.flatMap((row) => row.marks));
  const markOf = (id: string) => marks.find((mark) => mark.position.id === id)!;

  it('draws every statement once, inside of its picture and its row', () => {
    expect(marks).toHaveLength(record.positions.length);
    for (const { rows, height, axis } of charts) {
      expect(axis).toBeLessThan(height);
      for (const { top, foot, marks: own } of rows) {
        const outside = own.filter(
          ({ x, y, r }) => x - r < size.gutter || x + r > size.width || y - r < top || y + r > foot,
        );
        expect(outside.map((mark) => mark.position.id)).toEqual([]);
      }
    }
  });

  it('has one axis for all questions, from the first month to the as-of day', () => {
    expect(combat!.ticks).toEqual(force!.ticks);
    expect(markOf('jan').x).toBe(size.gutter + 8);
    expect(markOf('weak').x).toBe(size.width - 8);
    const july = force!.ticks.find(({ day }) => day === '2024-07-01');
    expect(july?.x).toBe(markOf('a').x);
  });

  it('keeps a day at its date, however many spoke, and lifts them apart', () => {
    const day = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(markOf);
    expect(new Set(day.map(({ x }) => x)).size).toBe(1);
    const steps = day.slice(1).map(({ y }, index) => day[index]!.y - y);
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(2 * size.radius);
  });

  it('draws a month from its first to its last day, and what is weak smaller', () => {
    const { span, x } = markOf('month');
    expect(span![0]).toBeLessThan(x);
    expect(span![1]).toBeGreaterThan(x);
    expect(markOf('weak').r).toBeLessThan(markOf('a').r);
    expect(markOf('a').span).toBeUndefined();
  });
});
