import type { Histogram, HistogramColumn } from '../explore/layoutHistogram.ts';
import { attributes } from './svgText.ts';

/**
 * Statements a month as the inside of an SVG, stacked by stance, reported ones striped: columns in per cent
 * of its box, so that they keep their place over a slider of any width.
 */
export function renderHistogram({ columns }: Histogram): string {
  return columns.map(renderColumn).join('');
}

function renderColumn({ month, x, width, parts }: HistogramColumn): string {
  const rects = parts.map(({ id, evidence, y, height }) => {
    const place = { x: `${x}%`, y: `${y}%`, width: `${width}%`, height: `${height}%` };
    return `<rect${attributes({ ...place, ...partHooks({ id, evidence }) })}/>`;
  });
  return `<g${attributes({ 'data-month': month })}>${rects.join('')}</g>`;
}

/** The hooks of a column's part; those outside the scale have no stance, reported ones are striped. */
export function partHooks({
  id,
  evidence,
}: Pick<HistogramColumn['parts'][number], 'id' | 'evidence'>): Readonly<Record<string, string>> {
  return {
    'data-stance': id,
    'data-evidence': evidence,
    ...(evidence === 'reported' && id !== 'outside' ? { fill: `url(#time-stripes-${id})` } : {}),
  };
}
