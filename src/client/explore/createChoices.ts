import type { ActorId } from '../../schema/actor.ts';
import { describeDated } from '../../explore/describeMoves.ts';
import { formatExplore, type ExploreQuery } from '../../explore/exploreQuery.ts';
import type { ExploreState } from '../../explore/exploreState.ts';
import type { Change, ExploreView, PageRecord } from './exploreView.ts';

/** Small states are chosen from this near, in pixels: a target of 24 × 24. */
const NEAR = 12;

/** Question, filters and actor: what a reader chooses on map, ledger, lists and in the search box. */
export function createChoices(root: HTMLElement, record: PageRecord, change: Change): ExploreView {
  const reading = root.querySelector('[data-reading]');
  const hint = reading?.textContent ?? '';
  const link = root.querySelector<HTMLAnchorElement>('[data-link]');
  const offer = link?.textContent ?? '';
  const radios = [...root.querySelectorAll<HTMLInputElement>('[data-question-choice]')];
  const filters = [...root.querySelectorAll<HTMLSelectElement>('[data-filter]')];
  const find = root.querySelector<HTMLInputElement>('[data-find]');
  let shown: ExploreState | null = null;

  const choose = (actor: ActorId): void => {
    change({ actor }, 'choice');
    const title = root.querySelector<HTMLElement>('[data-panel-title]');
    title?.focus({ preventScroll: title.getBoundingClientRect().top < innerHeight });
  };
  for (const radio of radios) {
    radio.addEventListener('change', () => {
      change({ question: radio.value as ExploreQuery['question'] }, 'choice');
    });
  }
  for (const filter of filters) {
    filter.addEventListener('change', () => {
      change({ [filter.dataset.filter ?? '']: filter.value }, 'choice');
    });
  }
  find?.addEventListener('input', () => {
    const exact = record.actors.find(({ name }) => plain(name) === plain(find.value));
    if (exact) found(exact.id);
  });
  find?.addEventListener('keydown', ({ key }) => {
    const part = plain(find.value);
    if (key !== 'Enter' || part === '') return;
    const near = record.actors.find(({ name, code }) => plain(`${name} ${code}`).includes(part));
    if (near) found(near.id);
  });
  function found(actor: ActorId): void {
    if (find) find.value = '';
    choose(actor);
  }
  link?.addEventListener('click', (event) => {
    // Not offered outside of secure contexts, whatever its type says: there the link is followed.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    if (!clipboard) return;
    event.preventDefault();
    void clipboard.writeText(link.href).then(() => {
      link.textContent = 'Link copied';
    });
  });
  root.addEventListener('click', (event) => {
    const actor = actorAt(root, event);
    if (!actor || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    choose(actor);
  });
  const read = (actor: ActorId | undefined): void => {
    if (!reading) return;
    const one = record.actors.find(({ id }) => id === actor);
    const held = one && shown?.standings.get(one.id);
    reading.textContent = one
      ? `${one.name}: ${describeDated(one, held ?? [], shown?.leftOut.has(one.id) ?? false)}`
      : hint;
  };
  root.addEventListener('pointerover', (event) => {
    read(actorAt(root, event));
  });
  root.addEventListener('focusin', ({ target }) => {
    read(target instanceof Element ? pillOf(target) : undefined);
  });

  return {
    show(state, query) {
      shown = state;
      for (const radio of radios) {
        const isChosen = radio.value === query.question;
        if (radio.checked !== isChosen) radio.checked = isChosen;
      }
      for (const filter of filters) {
        const value = query[filter.dataset.filter as 'evidence' | 'confidence'];
        if (filter.value !== value) filter.value = value;
      }
    },
    rest(_state, query) {
      if (!link || link.getAttribute('href') === formatExplore(query)) return;
      link.setAttribute('href', formatExplore(query));
      link.textContent = offer;
    },
  };
}

/** The actor under the pointer: of a mark, a pill or a name in the list; of the nearest small state. */
function actorAt(root: HTMLElement, event: MouseEvent): ActorId | undefined {
  const { target } = event;
  if (!(target instanceof Element)) return undefined;
  const map = target.closest('[data-map]');
  if (!map) return pillOf(target) ?? target.closest<HTMLElement>('[data-choose]')?.dataset.choose;
  for (const dot of root.querySelectorAll<SVGElement>('[data-part="marks"] > .dot')) {
    const { left, right, top, bottom } = dot.getBoundingClientRect();
    const far = Math.hypot(event.clientX - (left + right) / 2, event.clientY - (top + bottom) / 2);
    if (far <= NEAR) return dot.dataset.actor;
  }
  return target.closest<SVGElement>('[data-actor]')?.dataset.actor;
}

function pillOf(target: Element): ActorId | undefined {
  return target.closest<HTMLElement>('[data-pills] > [data-actor]')?.dataset.actor;
}

/** Letters alone: small, accents taken off. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
