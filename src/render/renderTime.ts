import { STANCES } from '../schema/vocabulary.ts';
import { formatShortDate } from '../i18n/dates.ts';
import { QUESTION_NAME, STANCE_GLYPH, statementCount } from '../i18n/words.ts';
import { describeMark, rowName } from '../time/describeTime.ts';
import type { PlacedMark, PlacedRow, TimeChart, TimeTick } from '../time/layoutTime.ts';
import { positionAddress } from './addresses.ts';
import { attributes, escapeText } from './svgText.ts';

/** Stripes of reported marks, one pattern a stance, written once a page. */
export function renderTimePatterns(): string {
  const patterns = STANCES.map(
    (stance) =>
      `<pattern id="${patternId(stance)}" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="time-ground" d="M0 0h4v4H0z"/><path class="time-stripe" data-stance="${stance}" d="M0 1h4"/></pattern>`,
  );
  return `<svg class="definitions" width="0" height="0" aria-hidden="true" focusable="false"><defs>${patterns.join('')}</defs></svg>`;
}

/**
 * One question's statements on the axis of time as an SVG string. Every mark is a link to its statement,
 * out of the order of tabs: the table says the same, and a script makes one stop a row of them.
 */
export function renderTime(chart: TimeChart, name: string): string {
  const { size, height, axis, rows, ticks } = chart;
  const head = attributes({
    class: `time time-${name}`,
    viewBox: `0 0 ${String(size.width)} ${String(height)}`,
    role: 'group',
    'aria-label': `${QUESTION_NAME[chart.question]}: statements by date and position`,
  });
  const grid = ticks.map(
    (tick) => `<path class="time-tick" d="M${String(tick.x)} 0V${String(axis + 5)}"/>`,
  );
  const labels = ticks.map((tick, index) => renderTickLabel(tick, chart, index === 0));
  return `<svg${head}><g aria-hidden="true">${grid.join('')}${labels.join('')}</g><g data-trace=""></g>${rows.map((row) => renderRow(row, chart)).join('')}</svg>`;
}

/** The month; in January and at the first tick its year. */
function renderTickLabel(
  { x, day }: TimeTick,
  { axis, size }: TimeChart,
  isFirst: boolean,
): string {
  const text = formatShortDate(day.slice(0, 7));
  const [month = '', year = ''] = text.split(' ');
  const isYear = month === 'Jan';
  const anchor = x > size.width - 24 ? 'end' : 'middle';
  return `<text class="time-month${isYear ? ' year' : ''}" x="${String(x)}" y="${String(axis + 21)}" text-anchor="${anchor}">${isYear ? year : isFirst ? text : month}</text>`;
}

function renderRow(row: PlacedRow, { size }: TimeChart): string {
  const head = attributes({
    'data-row': row.id,
    role: 'group',
    'aria-label': `${rowName(row)}, ${statementCount(row.marks.length)}`,
  });
  const line = `<path class="time-foot" d="M0 ${String(row.foot)}H${String(size.width)}"/>`;
  return `<g${head}>${line}${renderRowName(row, size.gutter)}${row.marks.map(renderMark).join('')}</g>`;
}

/** Sign, name and number: in the gutter, or over the row where there is none. */
function renderRowName(row: PlacedRow, gutter: number): string {
  const y = gutter > 0 ? row.foot - 20 : row.top + 18;
  const sign = row.id === 'outside' ? '' : STANCE_GLYPH[row.id];
  const disc = attributes({ class: 'time-sign', 'data-stance': row.id });
  return `<g class="time-name" aria-hidden="true"><g${disc}><circle cx="8" cy="${String(y)}" r="8"/><text x="8" y="${String(y + 3.5)}" text-anchor="middle">${sign}</text></g><text x="23" y="${String(y + 5)}">${escapeText(rowName(row))} <tspan>${String(row.marks.length)}</tspan></text></g>`;
}

function renderMark(mark: PlacedMark): string {
  const { actor, position, evidence, x, y, r, span } = mark;
  const stance = mark.isScaled ? position.stance : undefined;
  const head = attributes({
    class: 'mark',
    href: positionAddress(position),
    'data-actor': actor.id,
    'data-position': position.id,
    'data-stance': stance,
    'data-evidence': evidence,
    'data-joined': mark.isJoined ? '' : undefined,
    'aria-label': describeMark(mark),
    tabindex: -1,
  });
  const fill =
    evidence === 'reported' && stance ? attributes({ fill: `url(#${patternId(stance)})` }) : '';
  const whisker = span ? `<path d="M${String(span[0])} ${String(y)}H${String(span[1])}"/>` : '';
  return `<a${head}>${whisker}<circle cx="${String(x)}" cy="${String(y)}" r="${String(r)}"${fill}/></a>`;
}

function patternId(stance: string): string {
  return `time-stripes-${stance}`;
}
