import type { ActorId } from '../../schema/actor.ts';
import { formatDate } from '../../i18n/dates.ts';
import { NOT_A_NO, NOTHING_FOUND_NAME, QUESTION_NAME, STANCE_GLYPH } from '../../i18n/words.ts';
import { describeDated } from '../../explore/describeMoves.ts';
import type { ExploreQuery } from '../../explore/exploreQuery.ts';
import type { ExploreActor } from '../../explore/exploreRecord.ts';
import type { ExploreState } from '../../explore/exploreState.ts';
import type { Histories, HistoryRow } from '../../explore/histories.ts';
import { element } from './element.ts';
import type { Change, ExploreView, PageRecord } from './exploreView.ts';

/** The panel with all that the chosen actor has said; the list of all actors where none is chosen. */
export function createHistory(
  root: HTMLElement,
  record: PageRecord,
  load: () => Promise<Histories>,
  change: Change,
): ExploreView {
  const panel = root.querySelector<HTMLElement>('[data-history]');
  const nobody = root.querySelector<HTMLElement>('[data-nobody]');
  if (!panel || !nobody) throw new Error('createHistory: expected a panel and its list');
  const standing = element('p', { class: 'panel-standing' });
  const entries = element('div', { class: 'entries' });
  let chosen: ActorId = '';
  let latest: (() => void) | null = null;

  return {
    show(state, query) {
      latest = () => {
        markEntries(entries, state, query);
      };
      const actor = record.actors.find(({ id }) => id === query.actor);
      if (query.actor !== chosen) {
        chosen = query.actor;
        panel.hidden = !actor;
        nobody.hidden = actor !== undefined;
        if (actor) open(actor);
      }
      if (actor) standing.replaceChildren(...describeStanding(actor, state));
    },
    rest(state, query) {
      markEntries(entries, state, query);
    },
  };

  function open(actor: ExploreActor): void {
    const address = addressOf(root, actor.id);
    const close = element('button', { type: 'button', class: 'button' }, 'All actors');
    close.addEventListener('click', () => {
      change({ actor: '' }, 'choice');
      root.querySelector<HTMLElement>('[data-find]')?.focus({ preventScroll: true });
    });
    const more = element('a', { href: address }, `All in the record on ${actor.name}`);
    const loading = element('p', { class: 'evidence' }, 'The statements are on their way.');
    entries.replaceChildren(loading);
    panel?.replaceChildren(
      element('div', { class: 'panel-head' }, heading(actor), close),
      standing,
      element('p', { class: 'panel-links' }, more),
      entries,
    );
    load().then(
      (histories) => {
        if (chosen !== actor.id) return;
        entries.replaceChildren(...listOf(actor, histories[actor.id] ?? [], address));
        latest?.();
      },
      () => {
        loading.textContent =
          'The statements could not be loaded here; the link above leads to them.';
      },
    );
  }
}

function heading({ name }: ExploreActor): HTMLElement {
  return element('h2', { tabindex: '-1', 'data-panel-title': '' }, name);
}

function addressOf(root: HTMLElement, id: ActorId): string {
  return root.querySelector(`a[data-choose="${id}"]`)?.getAttribute('href') ?? '';
}

/** The question and the day, then in bold what stands. */
function describeStanding(
  actor: ExploreActor,
  { standings, leftOut, question, asOf }: ExploreState,
): readonly (Node | string)[] {
  const held = describeDated(actor, standings.get(actor.id) ?? [], leftOut.has(actor.id));
  const view = `${QUESTION_NAME[question]}, as of ${formatDate(asOf)}: `;
  return [view, element('b', {}, `${held}.`)];
}

function listOf(
  actor: ExploreActor,
  rows: readonly HistoryRow[],
  address: string,
): readonly HTMLElement[] {
  if (rows.length === 0) {
    const words = `${NOTHING_FOUND_NAME} for ${actor.name} on any question. ${NOT_A_NO}`;
    return [element('p', {}, words)];
  }
  const entry = (row: HistoryRow): HTMLElement => entryOf(actor, row, address);
  return [
    element('p', { class: 'evidence', 'data-entries-note': '' }),
    element('ol', { class: 'timeline' }, ...rows.map(entry).reverse()),
  ];
}

function entryOf(actor: ExploreActor, row: HistoryRow, address: string): HTMLElement {
  const { position, evidence, stance, phrase, quote } = row;
  const time = element('a', { href: `${address}#${position}` }, row.said);
  const swatch = element(
    'span',
    { class: 'swatch', 'data-stance': stance, 'data-evidence': evidence, 'aria-hidden': 'true' },
    stance ? STANCE_GLYPH[stance] : '',
  );
  const words = element('p', {}, swatch, ...(phrase ? [element('b', {}, `${phrase}.`), ' '] : []));
  words.append(row.paraphrase);
  if (quote) words.append(' ', element('q', { lang: quote.language, translate: 'no' }, quote.text));
  const { day, question, confidence } = row;
  return element(
    'li',
    {
      'data-position': position,
      'data-actor': actor.id,
      'data-evidence': evidence,
      'data-day': day,
      'data-about': question,
      'data-confidence': confidence,
    },
    element('p', { class: 'dateline' }, time, ` · ${row.about}`),
    words,
    ...quiet(row.conditions.length > 0 ? `Conditions: ${row.conditions.join('; ')}` : undefined),
    ...quiet(row.note),
    ...quiet(row.known),
    element('ul', { class: 'evidence sources' }, ...row.sources.map(sourceOf)),
  );
}

function quiet(words: string | undefined): readonly HTMLElement[] {
  return words ? [element('p', { class: 'evidence' }, words)] : [];
}

function sourceOf({ outlet, url, title, language }: HistoryRow['sources'][number]): HTMLElement {
  return element('li', {}, `${outlet}: `, element('a', { href: url, lang: language }, title));
}

/** Steps back what is about other questions or was said after the day; takes out what the filters do. */
function markEntries(entries: HTMLElement, { standings }: ExploreState, query: ExploreQuery): void {
  const standing = standings.get(query.actor) ?? [];
  let out = 0;
  for (const entry of entries.querySelectorAll<HTMLElement>('[data-position]')) {
    const { day = '', about, evidence, confidence } = entry.dataset;
    const isOut =
      (query.evidence !== '' && evidence !== query.evidence) ||
      (query.confidence !== '' && confidence !== query.confidence);
    entry.hidden = isOut;
    entry.toggleAttribute('data-later', day > query.date);
    entry.toggleAttribute('data-other', about !== query.question);
    const stands = standing.some(({ position }) => position === entry.dataset.position);
    entry.toggleAttribute('data-stands', stands);
    if (isOut) out += 1;
  }
  const note = entries.querySelector('[data-entries-note]');
  if (!note) return;
  const left = out > 0 ? ` The filters leave out ${String(out)}.` : '';
  note.textContent = `Every statement, newest first. Ringed: what stands on the map. Fainter: on other questions, or after its day.${left}`;
}
