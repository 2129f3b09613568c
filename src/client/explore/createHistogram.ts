import type { IsoDay } from '../../schema/isoDate.ts';
import { statementCount } from '../../i18n/words.ts';
import { layoutHistogram, type Histogram } from '../../explore/layoutHistogram.ts';
import { daysBetween } from '../../explore/statementDays.ts';
import { partHooks } from '../../render/renderHistogram.ts';
import { shape } from './element.ts';
import type { ExploreView, PageRecord } from './exploreView.ts';

/** Adopts the histogram under the slider: drawn anew for a question or filter, faded after the day. */
export function createHistogram(root: HTMLElement, record: PageRecord): ExploreView {
  const picture = root.querySelector<SVGElement>('[data-histogram]');
  const note = root.querySelector('[data-histogram-note]');
  const compared = root.querySelector('[data-compared]');
  if (!picture) throw new Error('createHistogram: expected a [data-histogram]');
  let drawn = '';
  let comparedWith = '';
  let months: readonly SVGElement[] = [];

  return {
    show(state, query) {
      const { question, evidence, confidence, compare } = query;
      const key = [question, evidence, confidence].join();
      if (key !== drawn) {
        drawn = key;
        const histogram = layoutHistogram(record, query);
        picture.replaceChildren(...columnsOf(histogram));
        months = [...picture.querySelectorAll<SVGElement>('[data-month]')];
        if (note) note.textContent = describe(histogram);
      }
      for (const month of months) {
        const isLater = (month.dataset.month ?? '') > state.asOf;
        if (isLater !== month.hasAttribute('data-later')) {
          month.toggleAttribute('data-later', isLater);
        }
      }
      if (compare === comparedWith) return;
      comparedWith = compare;
      mark(compare);
    },
  };

  /** A line where the other day of a comparison is. */
  function mark(day: IsoDay): void {
    const share = daysBetween(record.from, day) / daysBetween(record.from, record.asOf);
    compared?.setAttribute('display', day ? 'inline' : 'none');
    if (day) compared?.setAttribute('x', `${String(100 * share)}%`);
  }
}

function columnsOf({ columns }: Histogram): readonly SVGElement[] {
  return columns.map(({ month, x, width, parts }) => {
    const rects = parts.map((part) =>
      shape('rect', {
        x: `${String(x)}%`,
        y: `${String(part.y)}%`,
        width: `${String(width)}%`,
        height: `${String(part.height)}%`,
        ...partHooks(part),
      }),
    );
    return shape('g', { 'data-month': month }, ...rects);
  });
}

function describe({ total, most }: Histogram): string {
  if (total === 0) return 'No statement passes the filters.';
  return `Statements a month, by position: ${statementCount(total)}, at most ${String(most)} in a month.`;
}
