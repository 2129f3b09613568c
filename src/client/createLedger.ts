import { stackedBar } from '../render/stackedBar.ts';
import { marksOf, writeMark, type Mark } from './adoptState.ts';
import { createTravel } from './createTravel.ts';
import { whenSlow } from './whenSlow.ts';

/** The row of pills by stance that follows the map. */
export interface Ledger {
  /**
   * Moves every pill to its group in the given map; pills travel unless `animate` is false. A row of pills in
   * sight waits while the reader flies past, and moves once where they slow.
   */
  show(map: SVGSVGElement, animate: boolean): void;
  destroy(): void;
}

/**
 * Adopts the ledger the server rendered: its pills are moved, a second pill is a copy of the first.
 * `onFault` is told of what fails between frames, where no caller is left to catch it.
 */
export function createLedger(root: HTMLElement, onFault: (error: unknown) => void): Ledger {
  addToggle(root);
  const title = root.querySelector('[data-ledger-title]');
  const bars = [...root.querySelectorAll<SVGElement>('[data-bar]')];
  const groups = new Map<string, Group>();
  for (const element of root.querySelectorAll<HTMLElement>('[data-group]')) {
    groups.set(element.dataset.group ?? '', groupFor(element));
  }
  const found = [...root.querySelectorAll<HTMLElement>('[data-actor]')];
  const pills = new Map(found.map((pill) => [keyOf(pill.dataset), pill]));
  const roles = new Map(found.map(({ dataset }) => [dataset.actor, dataset.role]));
  const holder = root.querySelector<HTMLElement>('[data-groups]');
  if (!holder) throw new Error('createLedger: expected [data-groups] in the ledger');
  const travel = createTravel(
    holder,
    [...groups.values()].map(({ element }) => element),
  );

  let isSeen = false;
  let waiting: readonly Mark[] | null = null;
  let cancelMove = (): void => undefined;
  const arrange = (wanted: readonly Mark[]): void => {
    waiting = null;
    adopt(pills, wanted);
    fill(
      groups,
      [...pills.values()].sort((a, b) => rankOf(a) - rankOf(b)),
    );
  };
  /** Pills that nobody sees wait until they are: on a phone most of the time, behind the bar. */
  const resized = new ResizeObserver(() => {
    isSeen = root.querySelector('[data-group]')?.checkVisibility() ?? false;
    if (!isSeen || !waiting) return;
    try {
      arrange(waiting);
    } catch (error) {
      onFault(error);
    }
  });
  resized.observe(root);

  const change = (map: SVGSVGElement): void => {
    const wanted = marksOf(map);
    if (title) title.textContent = map.getAttribute('aria-label');
    count(groups, wanted, roles);
    drawBar(bars, groups);
    if (isSeen) arrange(wanted);
    else waiting = wanted;
  };
  const move = (map: SVGSVGElement, animate: boolean): void => {
    const focused = root.contains(document.activeElement) ? document.activeElement : null;
    const changeIt = (): void => {
      change(map);
    };
    if (animate && isSeen) travel(pills.values(), changeIt);
    else changeIt();
    // A pill that is moved in the page loses the focus.
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  };

  return {
    show(map, animate) {
      cancelMove();
      if (!animate || !isSeen) {
        move(map, false);
        return;
      }
      const travelThere = (): void => {
        try {
          move(map, true);
        } catch (error) {
          onFault(error);
        }
      };
      cancelMove = whenSlow(() => scrollY, travelThere);
    },
    destroy() {
      cancelMove();
      resized.disconnect();
    },
  };
}

/** A group's parts and the number of actors in it. */
interface Group {
  readonly element: HTMLElement;
  readonly list: Element | null;
  readonly tally: Element | null;
  count: number;
}

function groupFor(element: HTMLElement): Group {
  const list = element.querySelector('[data-pills]');
  return { element, list, tally: element.querySelector('[data-tally]'), count: 0 };
}

/** Counts the actors of each group, a second mark of an actor in the same one not. */
function count(
  groups: ReadonlyMap<string, Group>,
  marks: readonly Mark[],
  roles: ReadonlyMap<string | undefined, string | undefined>,
): void {
  const known = marks.filter(({ actor }) => roles.has(actor));
  const byGroup = Map.groupBy(known, ({ actor, stance }) => groupOf(roles.get(actor), stance));
  for (const [id, group] of groups) {
    group.count = new Set(byGroup.get(id)?.map(({ actor }) => actor)).size;
    group.element.dataset.count = String(group.count);
    if (group.tally) group.tally.textContent = String(group.count);
  }
}

/** Gives every mark its pill, in the mark's state; pills without a mark go. */
function adopt(pills: Map<string, HTMLElement>, wanted: readonly Mark[]): void {
  const marks = new Map(wanted.map((mark) => [keyOf(mark), mark]));
  for (const [key, mark] of marks) {
    if (!pills.has(key)) supply(pills, key, mark, marks);
  }
  for (const [key, pill] of pills) {
    const mark = marks.get(key);
    if (mark) {
      writeMark(pill, mark);
    } else {
      pill.remove();
      pills.delete(key);
    }
  }
}

/** Puts every pill, in order of names, into its group; those that stay where they are are not touched. */
function fill(groups: ReadonlyMap<string, Group>, pills: readonly HTMLElement[]): void {
  const byGroup = Map.groupBy(pills, ({ dataset: { role, stance } }) => groupOf(role, stance));
  const filled = [...groups].map(([id, { list }]) => ({ list, own: byGroup.get(id) ?? [] }));
  for (const { list, own } of filled) {
    for (const pill of [...(list?.children ?? [])]) {
      if (!own.includes(pill as HTMLElement)) pill.remove();
    }
  }
  for (const { list, own } of filled) {
    let next = list?.firstElementChild ?? null;
    for (const pill of own) {
      if (pill === next) next = next.nextElementSibling;
      else list?.insertBefore(pill, next);
    }
  }
}

/** The stacked bar of narrow screens: parts of an SVG, whose changes move no box of the page. */
function drawBar(bars: readonly SVGElement[], groups: ReadonlyMap<string, Group>): void {
  const counts = bars.map(({ dataset }) => groups.get(dataset.bar ?? '')?.count ?? 0);
  stackedBar(counts).forEach(({ count, start, width }, index) => {
    const [rect, text] = bars[index]?.children ?? [];
    rect?.setAttribute('x', `${String(start)}%`);
    rect?.setAttribute('width', `${String(width)}%`);
    text?.setAttribute('x', `${String(start + width / 2)}%`);
    const glyph = text?.getAttribute('data-glyph') ?? '';
    if (text) text.textContent = count > 0 ? `${glyph} ${String(count)}` : '';
  });
}

/** Where the ledger is a bar, it opens to the full list and closes on a second press or Escape. */
function addToggle(root: HTMLElement): void {
  const toggle = root.querySelector<HTMLButtonElement>('[data-ledger-toggle]');
  const set = (open: boolean): void => {
    root.toggleAttribute('data-open', open);
    toggle?.setAttribute('aria-expanded', String(open));
  };
  toggle?.addEventListener('click', () => {
    set(!root.hasAttribute('data-open'));
  });
  root.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !root.hasAttribute('data-open')) return;
    set(false);
    toggle?.focus();
  });
}

/** Pills are known by actor and evidence: an actor with both stands twice. */
function keyOf({ actor = '', evidence = '' }: DOMStringMap | Mark): string {
  return `${actor} ${evidence === 'reported' ? 'reported' : ''}`;
}

/** A pill for a mark that has none: the actor's other pill if that is free now, else a copy of it. */
function supply(
  pills: Map<string, HTMLElement>,
  key: string,
  mark: Mark,
  wanted: ReadonlyMap<string, Mark>,
): void {
  const otherKey = keyOf({ ...mark, evidence: mark.evidence === 'reported' ? '' : 'reported' });
  const other = pills.get(otherKey);
  if (!other) return;
  const isFree = !wanted.has(otherKey);
  if (isFree) pills.delete(otherKey);
  pills.set(key, isFree ? other : (other.cloneNode(true) as HTMLElement));
}

/** As the server groups them: the host and the belligerent outside the scale, an ally if it has spoken. */
function groupOf(role = '', stance = ''): string {
  if (role === 'host' || role === 'belligerent') return 'outside';
  if (role === 'ally-of-belligerent' && stance) return 'outside';
  return stance || 'none';
}

/** The pill's place in the order of names, as the server counted it. */
function rankOf({ dataset }: HTMLElement): number {
  return Number(dataset.rank);
}
