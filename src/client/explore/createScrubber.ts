import type { IsoDay } from '../../schema/isoDate.ts';
import { formatDate } from '../../i18n/dates.ts';
import type { ExploreQuery } from '../../explore/exploreQuery.ts';
import {
  dayBeside,
  dayForKey,
  daysBetween,
  daysLater,
  statementDays,
} from '../../explore/statementDays.ts';
import { createPlayer } from './createPlayer.ts';
import type { Change, ExploreView, PageRecord } from './exploreView.ts';

/** The slider over the days, the buttons that step from statement to statement, and play. */
export function createScrubber(root: HTMLElement, record: PageRecord, change: Change): ExploreView {
  const slider = root.querySelector<HTMLInputElement>('[data-slider]');
  const date = root.querySelector<HTMLTimeElement>('[data-date]');
  if (!slider || !date) throw new Error('createScrubber: expected [data-slider] and [data-date]');
  const buttons = [...root.querySelectorAll<HTMLElement>('[data-go]')];
  const player = createPlayer(root, () => step(1));
  let days: readonly IsoDay[] = [];
  let asked = '';
  let shown: IsoDay = record.asOf;
  let isHeld = false;

  const go = (day: IsoDay | undefined): boolean => {
    if (day === undefined) return false;
    change({ date: day }, 'movement');
    return true;
  };
  function step(way: 1 | -1): boolean {
    return go(dayBeside(days, shown, way));
  }

  slider.addEventListener('pointerdown', () => {
    isHeld = true;
  });
  for (const end of ['pointerup', 'pointercancel']) {
    slider.addEventListener(end, () => {
      isHeld = false;
    });
  }
  slider.addEventListener('input', () => {
    player.pause();
    const moved = Number(slider.value) - daysBetween(record.from, shown);
    // A screen reader's own gesture moves by one: to it, too, the next stop is the next statement.
    if (!isHeld && Math.abs(moved) === 1) {
      if (!step(moved === 1 ? 1 : -1)) slider.value = String(daysBetween(record.from, shown));
    } else go(daysLater(record.from, Number(slider.value)));
  });
  slider.addEventListener('keydown', (event) => {
    const day = dayForKey(event.key, shown, days, record);
    if (day === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    player.pause();
    go(day);
  });
  for (const button of buttons) {
    button.addEventListener('click', () => {
      player.pause();
      step(button.dataset.go === '1' ? 1 : -1);
    });
  }
  player.button?.addEventListener('click', () => {
    if (player.isPlaying()) player.pause();
    else {
      if (dayBeside(days, shown, 1) === undefined) go(days[0]);
      player.play();
    }
  });

  return {
    show(_state, query) {
      const key = [query.question, query.evidence, query.confidence].join();
      if (key !== asked) days = statementDays(record, query);
      if (key !== asked || shown !== query.date) showEnds(query);
      asked = key;
      if (shown === query.date) return;
      shown = query.date;
      const words = formatDate(shown);
      const place = String(daysBetween(record.from, shown));
      if (slider.value !== place) slider.value = place;
      slider.setAttribute('aria-valuetext', words);
      date.dateTime = shown;
      date.textContent = words;
    },
  };

  function showEnds(query: ExploreQuery): void {
    for (const button of buttons) {
      const isEnd = dayBeside(days, query.date, button.dataset.go === '1' ? 1 : -1) === undefined;
      const words = String(isEnd);
      if (button.getAttribute('aria-disabled') !== words) {
        button.setAttribute('aria-disabled', words);
      }
    }
  }
}
