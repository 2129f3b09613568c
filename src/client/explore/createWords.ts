import { describeStandings } from '../../map/describeStandings.ts';
import { describeRest } from '../../explore/describeMoves.ts';
import type { ExploreState } from '../../explore/exploreState.ts';
import { movesBetween } from '../../explore/movesBetween.ts';
import { joinNames, LEFT_OUT_NAME } from '../../i18n/words.ts';
import { titleOf } from './createExploreMap.ts';
import { element } from './element.ts';
import type { ExploreView, PageRecord } from './exploreView.ts';

/** The state of the map in words, and at rest a line for those who hear the page. */
export function createWords(root: HTMLElement, record: PageRecord): ExploreView {
  const title = root.querySelector('[data-title]');
  const heading = root.querySelector('[data-words-heading]');
  const list = root.querySelector('[data-words]');
  const live = root.querySelector('[data-live]');
  const actors = new Map(record.actors.map((actor) => [actor.id, actor]));
  let told: ExploreState | null = null;

  return {
    show(state, query) {
      if (title) title.textContent = titleOf(state, query);
    },
    rest(state, query) {
      if (heading) heading.textContent = titleOf(state, query);
      const shown = record.actors.flatMap(({ id }) => state.standings.get(id) ?? []);
      const sentences = [
        ...describeStandings(shown, (id) => actors.get(id)),
        ...leftOutSentence(state, (id) => actors.get(id)?.name ?? id),
      ];
      list?.replaceChildren(...sentences.map((sentence) => element('li', {}, sentence)));
      if (live && told) live.textContent = describeRest(state, movesBetween(record, told, state));
      told = state;
    },
  };
}

function leftOutSentence(
  { leftOut }: ExploreState,
  name: (id: string) => string,
): readonly string[] {
  if (leftOut.size === 0) return [];
  return [
    `${LEFT_OUT_NAME} (${String(leftOut.size)}): ${joinNames([...leftOut].map(name).sort())}.`,
  ];
}
