import type { IsoDay } from '../../schema/isoDate.ts';
import { formatDate, formatShortDate } from '../../i18n/dates.ts';
import { groupGlyph, groupName } from '../../i18n/groupWords.ts';
import { QUESTION_NAME } from '../../i18n/words.ts';
import { describeMove } from '../../explore/describeMoves.ts';
import { exploreState } from '../../explore/exploreState.ts';
import type { ExploreQuery } from '../../explore/exploreQuery.ts';
import { layoutFlow, type FlowNode } from '../../explore/layoutFlow.ts';
import { isChange, movesBetween, type Move } from '../../explore/movesBetween.ts';
import { monthsLater } from '../../explore/statementDays.ts';
import { element, shape } from './element.ts';
import type { Change, ExploreView, PageRecord } from './exploreView.ts';

/** Two days side by side: who moved from where to where, as a picture and as a list. */
export function createComparison(
  root: HTMLElement,
  record: PageRecord,
  change: Change,
): ExploreView {
  const place = root.querySelector<HTMLElement>('[data-comparison]');
  const input = root.querySelector<HTMLInputElement>('[data-compare-date]');
  const end = root.querySelector<HTMLElement>('[data-compare-end]');
  if (!place || !input || !end) throw new Error('createComparison: a part is missing');
  let latest: ExploreQuery | null = null;

  const choose = (compare: IsoDay): void => {
    change({ compare }, 'choice');
  };
  const yearBefore = (): void => {
    const day = monthsLater(latest?.date ?? record.asOf, -12);
    choose(day < record.from ? record.from : day);
  };
  input.addEventListener('change', () => {
    if (input.value && input.validity.valid) choose(input.value);
  });
  end.addEventListener('click', () => {
    choose('');
    input.focus();
  });
  root.querySelector('[data-compare-year]')?.addEventListener('click', yearBefore);
  root.querySelector('[data-compare-start]')?.addEventListener('click', (event) => {
    // Without the hash: the address describes the view, not the place on the page.
    event.preventDefault();
    if (!latest?.compare) yearBefore();
    const heading = root.querySelector<HTMLElement>('#compare-title');
    heading?.scrollIntoView();
    heading?.focus({ preventScroll: true });
  });

  return {
    show(_state, query) {
      latest = query;
      if (input.value !== query.compare) input.value = query.compare;
      end.hidden = query.compare === '';
    },
    rest(_state, query) {
      place.replaceChildren(...(query.compare ? compared(record, query, place.clientWidth) : []));
    },
  };
}

function compared(record: PageRecord, query: ExploreQuery, width: number): readonly HTMLElement[] {
  const [first = '', last = ''] = [query.date, query.compare].sort();
  const [before, after] = [first, last].map((date) => exploreState(record, { ...query, date }));
  if (!before || !after) return [];
  const moves = movesBetween(record, before, after);
  const changed = moves.filter(isChange);
  const heading = `${QUESTION_NAME[query.question]}: ${formatDate(first)} and ${formatDate(last)}`;
  const summary =
    changed.length === 0
      ? 'Nothing changed between the two days.'
      : `${String(changed.length)} of ${String(moves.length)} actors changed between the two days.`;
  return [
    element('h3', {}, heading),
    element('p', { class: 'note' }, summary),
    element('p', { class: 'note' }, COUNTED),
    element(
      'figure',
      { class: 'flow' },
      flow(moves, [first, last], Math.min(Math.max(width, 280), 720)),
    ),
    element('ul', { class: 'moves' }, ...changed.map(lineOf)),
  ];
}

/** What the picture cannot say. */
const COUNTED =
  'Each actor once, by what it said on the record where it has, else by a report: those ribbons are striped. The colour is that of the later day; faint ribbons stayed where they were. The list has both.';

function lineOf(move: Move): HTMLElement {
  return element('li', { 'data-actor': move.actor.id }, describeMove(move));
}

/** Room at the sides for names; on a phone the bars carry sign and number, and the key is below. */
const ROOM = { wide: 230, narrow: 96 } as const;
const BAR = 10;
const HEAD = 26;

function flow(moves: readonly Move[], days: readonly IsoDay[], width: number): SVGElement {
  const isWide = width > 560;
  const room = isWide ? ROOM.wide : ROOM.narrow;
  const chart = layoutFlow(moves, room + BAR, width - room - BAR);
  const ribbons = chart.ribbons.map(({ from, to, isReported, names, d }) => {
    const words = `${groupName(from)} → ${groupName(to)}${isReported ? ', reported' : ''}: ${names.join(', ')}`;
    const hooks = {
      'data-stance': to,
      ...(from === to ? { 'data-same': '' } : {}),
      ...(isReported ? { fill: `url(#time-stripes-${to})`, 'data-evidence': 'reported' } : {}),
    };
    return shape('path', { class: 'ribbon', d, ...hooks }, shape('title', {}, words));
  });
  const side = (nodes: readonly FlowNode[], x: number, anchor: 'end' | 'start'): SVGElement[] =>
    nodes.flatMap((node) => barOf(node, x, anchor, isWide));
  const dates = days.map((day, at) => {
    const x = String(at === 0 ? room + BAR : width - room - BAR);
    const place = { class: 'flow-day', x, y: '-10', 'text-anchor': at === 0 ? 'end' : 'start' };
    return shape('text', place, formatShortDate(day));
  });
  return shape(
    'svg',
    {
      viewBox: `0 ${String(-HEAD)} ${String(width)} ${String(chart.height + HEAD + 4)}`,
      width: String(width),
      height: String(chart.height + HEAD + 4),
      role: 'img',
      'aria-label':
        'Actors by position on the two days, with ribbons between; the list below says the same',
    },
    ...ribbons,
    ...side(chart.before, room, 'end'),
    ...side(chart.after, width - room - BAR, 'start'),
    ...dates,
  );
}

function barOf(
  { place, count, y, height }: FlowNode,
  x: number,
  anchor: 'end' | 'start',
  isWide: boolean,
): SVGElement[] {
  const glyph = groupGlyph(place);
  const at = anchor === 'end' ? x - 8 : x + BAR + 8;
  const name = isWide ? groupName(place) : (SHORT[place] ?? '');
  const words =
    anchor === 'end' ? `${name} ${glyph} ${String(count)}` : `${String(count)} ${glyph} ${name}`;
  return [
    shape('rect', {
      class: 'flow-bar',
      'data-stance': place,
      x: String(x),
      y: String(y),
      width: String(BAR),
      height: String(height),
    }),
    shape(
      'text',
      { x: String(at), y: String(y + 14), 'text-anchor': anchor },
      words.replace(/ +/g, ' '),
    ),
  ];
}

/** Names for a phone, where a full one has no room beside the picture. */
const SHORT: Readonly<Record<string, string>> = {
  ready: 'Send',
  open: 'Open',
  undecided: 'Undecided',
  'support-only': 'Help only',
  'rules-out': 'Rules out',
  opposes: 'Against',
  'left-out': 'Filtered',
  none: 'Not found',
};
