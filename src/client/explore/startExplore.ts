import { formatExplore, parseExplore, type ExploreQuery } from '../../explore/exploreQuery.ts';
import { exploreState } from '../../explore/exploreState.ts';
import type { Histories } from '../../explore/histories.ts';
import { createChoices } from './createChoices.ts';
import { createComparison } from './createComparison.ts';
import { createExploreLedger } from './createExploreLedger.ts';
import { createExploreMap } from './createExploreMap.ts';
import { createHistogram } from './createHistogram.ts';
import { createHistory } from './createHistory.ts';
import { createScrubber } from './createScrubber.ts';
import { createWords } from './createWords.ts';
import type { Change, ExploreView, PageRecord } from './exploreView.ts';

/** A view is at rest when nothing has asked for another one for so long, in milliseconds. */
const REST = 160;

/** Makes the map answer for any day and question; the address describes what is shown. */
export function startExplore(root: HTMLElement): void {
  const data = root.querySelector('[data-record]')?.textContent;
  if (!data) throw new Error('startExplore: expected the record in the page');
  const record = JSON.parse(data) as PageRecord;
  const view = { query: parseExplore(location.search, record) };
  let frame = 0;
  let rest = 0;
  let isMoved = false;

  const show = (): void => {
    frame = 0;
    const state = exploreState(record, view.query);
    for (const part of parts) part.show?.(state, view.query);
    root.dataset.asOf = view.query.date;
    clearTimeout(rest);
    rest = window.setTimeout(settle, REST);
  };
  /** What a movement leaves for its end: words, lists, the address. */
  const settle = (): void => {
    const state = exploreState(record, view.query);
    for (const part of parts) part.rest?.(state, view.query);
    if (isMoved) history.replaceState(history.state, '', addressOf(view.query));
    isMoved = false;
    root.setAttribute('data-rested', '');
  };
  const change: Change = (next, how) => {
    const query = { ...view.query, ...next };
    if (isSame(query, view.query)) return;
    root.removeAttribute('data-rested');
    if (how === 'choice') {
      // The entry that is left says where along time it was left.
      if (isMoved) history.replaceState(history.state, '', addressOf(view.query));
      isMoved = false;
      history.pushState(null, '', addressOf(query));
      view.query = query;
      cancelAnimationFrame(frame);
      show();
    } else {
      isMoved = true;
      view.query = query;
      if (frame === 0) frame = requestAnimationFrame(show);
    }
  };
  const parts: readonly ExploreView[] = [
    createExploreMap(root, record),
    createExploreLedger(root, record),
    createHistogram(root, record),
    createScrubber(root, record, change),
    createWords(root, record),
    createHistory(root, record, () => loadHistories(root), change),
    createComparison(root, record, change),
    createChoices(root, record, change),
  ];
  addEventListener('popstate', () => {
    isMoved = false;
    root.removeAttribute('data-rested');
    view.query = parseExplore(location.search, record);
    show();
  });
  root.setAttribute('data-enhanced', '');
  if (window.parent !== window) liveInFrame(root);
  show();
}

/**
 * In a frame the map alone is shown, under a name that tells it from the main part of the page around it,
 * and whatever leads to another page leads out of the frame.
 */
function liveInFrame(root: HTMLElement): void {
  document.body.dataset.framed = '';
  root.setAttribute('aria-label', document.title);
  document.addEventListener(
    'click',
    ({ target }) => {
      const link = target instanceof Element ? target.closest('a') : null;
      if (link && !link.getAttribute('href')?.startsWith('#')) link.target = '_top';
    },
    { capture: true },
  );
}

function isSame(one: ExploreQuery, other: ExploreQuery): boolean {
  const keys = Object.keys(one) as (keyof ExploreQuery)[];
  return keys.every((key) => one[key] === other[key]);
}

function addressOf(query: ExploreQuery): string {
  return `${location.pathname}${formatExplore(query)}`;
}

/** The words of all statements, from the file that the page names. */
async function loadHistories(root: HTMLElement): Promise<Histories> {
  const file = await fetch(new URL(root.dataset.index ?? '', document.baseURI));
  if (!file.ok) throw new Error(`the statements: ${String(file.status)}`);
  return (await file.json()) as Histories;
}
