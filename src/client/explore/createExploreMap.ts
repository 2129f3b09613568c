import type { ActorId } from '../../schema/actor.ts';
import { isOnScale } from '../../record/isOnScale.ts';
import { shownStanding } from '../../record/shownStanding.ts';
import { formatDate } from '../../i18n/dates.ts';
import { QUESTION_NAME } from '../../i18n/words.ts';
import type { ExploreActor, Statement } from '../../explore/exploreRecord.ts';
import type { ExploreState } from '../../explore/exploreState.ts';
import type { ExploreQuery } from '../../explore/exploreQuery.ts';
import { setOrRemove, shape } from './element.ts';
import type { ExploreView, PageRecord } from './exploreView.ts';

/** An actor's marks, and what they show: equal keys need no change. */
interface Marked {
  readonly actor: ExploreActor;
  readonly marks: readonly SVGElement[];
  readonly hasShape: boolean;
  stripes: readonly SVGElement[];
  own: readonly Statement[] | undefined;
  key: string;
}

/** Adopts the map that the server drew and keeps its marks in step with the view. */
export function createExploreMap(root: HTMLElement, record: PageRecord): ExploreView {
  const map = root.querySelector<SVGSVGElement>('[data-map]');
  const overlay = map?.querySelector('[data-part="overlay"]');
  if (!map || !overlay) throw new Error('createExploreMap: expected a [data-map] with its overlay');
  const common = map.getAttribute('viewBox') ?? '';
  const marked = new Map(record.actors.map((actor) => [actor.id, markedFor(map, actor)]));
  overlay.querySelectorAll('.stripes').forEach((stripes) => {
    stripes.remove();
  });
  const spot = shape('use', { class: 'spot' });
  const scale = (): void => {
    scaleStripes(root, map);
  };
  new ResizeObserver(scale).observe(map);
  let chosen: ActorId | null = null;

  return {
    show(state, query) {
      map.dataset.asOf = state.asOf;
      map.dataset.question = state.question;
      for (const [id, one] of marked) showActor(one, overlay, state.standings.get(id), state);
      if (query.actor === chosen) return;
      chosen = query.actor;
      choose(query.actor);
    },
    rest(state, query) {
      map.setAttribute('aria-label', titleOf(state, query));
    },
  };

  /** Rings the chosen actor, and draws the map back as far as it takes to show it. */
  function choose(id: ActorId): void {
    for (const [actor, { marks }] of marked) {
      for (const mark of marks) mark.toggleAttribute('data-spotlight', actor === id);
    }
    spot.remove();
    if (marked.get(id)?.hasShape) {
      spot.setAttribute('href', `#${id}`);
      overlay?.append(spot);
    }
    const view = record.views[id];
    const [x0, y0, x1, y1] = view ?? [0, 0, 0, 0];
    map?.setAttribute('viewBox', view ? [x0, y0, x1 - x0, y1 - y0].join(' ') : common);
    // From far away the borders of Europe would be all there is to see of it.
    if (view) map?.setAttribute('data-thin', '2');
    else map?.removeAttribute('data-thin');
    scale();
  }
}

/** Question, day and filters: what the map is of. */
export function titleOf({ question, asOf }: ExploreState, query: ExploreQuery): string {
  const filters = [
    ...(query.evidence === 'on-record' ? ['on the record only'] : []),
    ...(query.evidence === 'reported' ? ['reported only'] : []),
    ...(query.confidence ? [`confidence ${query.confidence} only`] : []),
  ];
  return [`${QUESTION_NAME[question]}, as of ${formatDate(asOf)}`, ...filters].join(', ');
}

function markedFor(map: SVGSVGElement, actor: ExploreActor): Marked {
  const marks = [
    ...map.querySelectorAll<SVGElement>(`[data-part="marks"] > [data-actor="${actor.id}"]`),
  ];
  const hasShape = marks.some((mark) => mark.localName === 'use');
  return { actor, marks, hasShape, stripes: [], own: [], key: '?' };
}

function showActor(
  one: Marked,
  overlay: Element,
  standings: readonly Statement[] | undefined,
  { leftOut }: ExploreState,
): void {
  const isLeftOut = leftOut.has(one.actor.id);
  if (standings === one.own && !isLeftOut) return;
  one.own = isLeftOut ? [] : standings;
  const own = standings ?? [];
  const key = `${own.map(({ stance, evidence }) => `${stance} ${evidence}`).join()}${isLeftOut ? '-' : ''}`;
  if (key === one.key) return;
  one.key = key;
  const shown = shownStanding(own);
  for (const mark of one.marks) {
    setOrRemove(mark, 'data-stance', shown?.stance);
    setOrRemove(mark, 'data-evidence', shown?.evidence);
    mark.toggleAttribute('data-left-out', isLeftOut);
  }
  for (const stripes of one.stripes) stripes.remove();
  one.stripes = one.hasShape && isOnScale(one.actor) ? own.flatMap(stripesFor) : [];
  // Under the borders, which come next in every overlay.
  overlay.prepend(...one.stripes);
}

function stripesFor({ actor, stance, evidence }: Statement): readonly SVGElement[] {
  if (evidence !== 'reported') return [];
  const hooks = { 'data-actor': actor, 'data-stance': stance, 'data-evidence': evidence };
  const fill = `url(#live-stripes-${stance})`;
  return [shape('use', { class: 'stripes', href: `#${actor}`, fill, ...hooks })];
}

/** Stripes keep their width on the screen whatever the map's scale. */
function scaleStripes(root: HTMLElement, map: SVGSVGElement): void {
  const k = map.getScreenCTM()?.a ?? 1;
  for (const pattern of root.querySelectorAll('pattern[id^="live-stripes"]')) {
    pattern.setAttribute('patternTransform', `rotate(45) scale(${String(1 / k)})`);
  }
}
