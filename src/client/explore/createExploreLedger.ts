import type { ActorId } from '../../schema/actor.ts';
import { byName } from '../../record/byName.ts';
import { standsOutside } from '../../record/standsOutside.ts';
import type { ExploreActor, Statement } from '../../explore/exploreRecord.ts';
import type { ExploreState } from '../../explore/exploreState.ts';
import { setOrRemove } from './element.ts';
import type { ExploreView, PageRecord } from './exploreView.ts';

/** A group of the ledger, and how many actors are in it. */
interface Group {
  readonly element: HTMLElement;
  readonly list: Element;
  readonly tally: Element | null;
}

/** What a pill shows. */
type Shown = Pick<Statement, 'stance' | 'evidence'> | undefined;

/** Adopts the ledger that the server rendered: the pills of actors that changed are moved, no others. */
export function createExploreLedger(root: HTMLElement, record: PageRecord): ExploreView {
  const groups = groupsIn(root);
  const pills = Map.groupBy(
    root.querySelectorAll<HTMLElement>('[data-pills] > [data-actor]'),
    ({ dataset }) => dataset.actor ?? '',
  );
  const ranks = new Map(byName(record.actors).map(({ id }, rank) => [id, rank]));
  const keys = new Map<ActorId, string>();
  const seen = new Map<ActorId, readonly Statement[] | undefined>();
  let chosen: ActorId | null = null;

  return {
    show(state, query) {
      let isChanged = false;
      for (const actor of record.actors) {
        const standings = state.standings.get(actor.id);
        const isLeftOut = state.leftOut.has(actor.id);
        if (seen.has(actor.id) && seen.get(actor.id) === standings && !isLeftOut) continue;
        seen.set(actor.id, isLeftOut ? [] : standings);
        const own = standings ?? [];
        const key = `${own.map(({ stance, evidence }) => stance + evidence).join()}${isLeftOut ? '-' : ''}`;
        if (keys.get(actor.id) === key) continue;
        keys.set(actor.id, key);
        isChanged = true;
        place(actor, own, isLeftOut);
      }
      if (isChanged) count(state);
      if (query.actor === chosen) return;
      chosen = query.actor;
      for (const [actor, own] of pills) {
        for (const pill of own) pill.toggleAttribute('data-spotlight', actor === chosen);
      }
    },
  };

  function place(actor: ExploreActor, own: readonly Statement[], isLeftOut: boolean): void {
    const wanted: readonly Shown[] = own.length > 0 ? own : [undefined];
    const present = pills.get(actor.id) ?? [];
    const [first] = present;
    if (!first) return;
    const next = wanted.map((_, at) => present[at] ?? (first.cloneNode(true) as HTMLElement));
    for (const pill of present.slice(wanted.length)) pill.remove();
    pills.set(actor.id, next);
    next.forEach((pill, at) => {
      const shown = wanted[at];
      setOrRemove(pill, 'data-stance', shown?.stance);
      setOrRemove(pill, 'data-evidence', shown?.evidence);
      insert(groups.get(groupOf(actor, shown, isLeftOut))?.list, pill);
    });
  }

  /** Puts a pill where its name stands among the others. */
  function insert(list: Element | undefined, pill: HTMLElement): void {
    if (!list) return;
    const rank = ranks.get(pill.dataset.actor ?? '') ?? 0;
    const after = [...list.children].find(
      (other) => other !== pill && (ranks.get(other.getAttribute('data-actor') ?? '') ?? 0) > rank,
    );
    list.insertBefore(pill, after ?? null);
  }

  function count(state: ExploreState): void {
    const members = new Map<string, Set<ActorId>>();
    for (const actor of record.actors) {
      const own = state.standings.get(actor.id) ?? [];
      for (const shown of own.length > 0 ? own : [undefined]) {
        const id = groupOf(actor, shown, state.leftOut.has(actor.id));
        members.set(id, (members.get(id) ?? new Set()).add(actor.id));
      }
    }
    for (const [id, { element, tally }] of groups) {
      const size = String(members.get(id)?.size ?? 0);
      if (element.dataset.count === size) continue;
      element.dataset.count = size;
      if (tally) tally.textContent = size;
    }
  }
}

function groupsIn(root: HTMLElement): ReadonlyMap<string, Group> {
  const found = [...root.querySelectorAll<HTMLElement>('[data-group]')].flatMap((element) => {
    const list = element.querySelector('[data-pills]');
    const tally = element.querySelector('[data-tally]');
    return list ? [[element.dataset.group ?? '', { element, list, tally }] as const] : [];
  });
  return new Map(found);
}

/** As the server groups them; apart from those on the scale that the filters leave out. */
function groupOf(actor: ExploreActor, shown: Shown, isLeftOut: boolean): string {
  if (standsOutside(actor, shown !== undefined)) return 'outside';
  return isLeftOut ? 'left-out' : (shown?.stance ?? 'none');
}
