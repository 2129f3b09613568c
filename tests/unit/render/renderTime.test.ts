import { describe, expect, it } from 'vitest';
import { renderTime, renderTimePatterns } from '../../../src/render/renderTime.ts';
import { layoutTime, TIME_SIZES } from '../../../src/time/layoutTime.ts';
import type { Position } from '../../../src/schema/position.ts';
import { position, taleRecord } from '../record/tale.ts';
import { elementsOf, idsIn, parseMarkup, textOf, type Element } from './parseMarkup.ts';

function drawn(...positions: Position[]): Element {
  const [chart] = layoutTime(taleRecord(positions), TIME_SIZES.wide);
  return parseMarkup(renderTime(chart!, 'wide'));
}

const marksIn = (root: Element) =>
  elementsOf(root).filter(({ attributes }) => attributes.class === 'mark');
const circleOf = (mark: Element) => elementsOf(mark).find(({ name }) => name === 'circle')!;

describe('renderTime(chart, name)', () => {
  it('makes a mark a link to its statement, named, and no stop of its own for Tab', () => {
    const [mark] = marksIn(drawn(position('syl-2024-03-05', { stance: 'ready' })));
    expect(mark?.attributes).toEqual({
      class: 'mark',
      href: '/actors/syl/#syl-2024-03-05',
      'data-actor': 'SYL',
      'data-position': 'syl-2024-03-05',
      'data-stance': 'ready',
      'data-evidence': 'on-record',
      'data-joined': '',
      'aria-label': 'Sylvania, 5 March 2024, would send, on the record',
      tabindex: '-1',
    });
  });

  it('draws what is reported striped in its stance, what is said solid', () => {
    const root = drawn(
      position('said', { stance: 'open' }),
      position('heard', { stance: 'ready', attribution: 'reported' }),
    );
    const fills = marksIn(root).map((mark) => circleOf(mark).attributes.fill);
    expect(fills).toEqual(['url(#time-stripes-ready)', undefined]);
    expect(idsIn(parseMarkup(renderTimePatterns()))).toContain('time-stripes-ready');
  });

  it('takes no colour of the scale for a belligerent, reported or not', () => {
    const root = drawn(position('ors', { actor: 'ORS', attribution: 'reported' }));
    const [mark] = marksIn(root);
    expect(mark?.attributes).not.toHaveProperty('data-stance');
    expect(circleOf(mark!).attributes).not.toHaveProperty('fill');
  });

  it('draws a line for a month and none for a day', () => {
    const lines = (date: string) =>
      elementsOf(marksIn(drawn(position('it', { date })))[0]!).filter(
        ({ name }) => name === 'path',
      );
    expect(lines('2024-03')).toHaveLength(1);
    expect(lines('2024-03-05')).toHaveLength(0);
  });

  it('names rows by stance with sign and number, and the months with the year where it begins', () => {
    const root = drawn(
      position('a', { date: '2023-11-01' }),
      position('b', { stance: 'rules-out' }),
      position('c', { stance: 'rules-out', actor: 'FRD' }),
    );
    const rows = elementsOf(root).filter(({ attributes }) => 'data-row' in attributes);
    expect(rows.map(({ attributes }) => attributes['aria-label'])).toEqual([
      'Does not rule it out, 1 statement',
      'Rules it out, 2 statements',
    ]);
    expect(textOf(rows[1]!)).toBe('✕Rules it out 2');
    const months = elementsOf(root).filter(({ attributes }) =>
      attributes.class?.startsWith('time-month'),
    );
    expect(months.map(textOf)).toEqual(['2024', 'Apr', 'Jul', 'Oct']);
  });

  it('writes what a record says as text', () => {
    const root = drawn(position('x"><script>', { stance: 'ready' }));
    expect(elementsOf(root).filter(({ name }) => name === 'script')).toEqual([]);
    expect(marksIn(root)[0]!.attributes['data-position']).toBe('x"><script>');
  });
});
