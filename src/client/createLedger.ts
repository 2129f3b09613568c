import { stackedBar } from '../render/stackedBar.ts';
import { marksOf, type Mark } from './adoptState.ts';

/** The row of pills by stance that follows the map. */
export interface Ledger {
  /** Moves every pill to its group in the given map; pills travel unless `animate` is false. */
  show(map: SVGSVGElement, animate: boolean): void;
  destroy(): void;
}

/** Longest travel of a pill, in milliseconds. */
const TRAVEL = 450;

/** Adopts the ledger the server rendered: its pills are moved, a second pill is a copy of the first. */
export function createLedger(root: HTMLElement): Ledger {
  addToggle(root);
  const title = root.querySelector('[data-ledger-title]');
  const holder = root.querySelector<HTMLElement>('[data-groups]');
  const bars = [...root.querySelectorAll<SVGElement>('[data-bar]')];
  const groups = new Map<string, Group>();
  for (const element of root.querySelectorAll<HTMLElement>('[data-group]')) {
    groups.set(element.dataset.group ?? '', groupFor(element));
  }
  const found = [...root.querySelectorAll<HTMLElement>('[data-actor]')];
  const pills = new Map(found.map((pill) => [keyOf(pill.dataset), pill]));

  let isSeen = false;
  const resized = new ResizeObserver(() => {
    isSeen = root.querySelector('[data-group]')?.checkVisibility() ?? false;
  });
  resized.observe(root);

  return {
    show(map, animate) {
      const before = animate && isSeen ? placesIn(groups, pills.values()) : null;
      const reattach = detach(holder);
      const marks = new Map(marksOf(map).map((mark) => [keyOf(mark), mark]));
      for (const [key, mark] of marks) {
        if (!pills.has(key)) supply(pills, key, mark, marks);
      }
      for (const [key, pill] of pills) {
        const mark = marks.get(key);
        if (mark) writeState(pill, mark);
        else discard(pills, key, pill);
      }
      fill(
        groups,
        [...pills.values()].sort((a, b) => rankOf(a) - rankOf(b)),
      );
      drawBar(bars, groups);
      if (title) title.textContent = map.getAttribute('aria-label');
      reattach();
      if (before) travel(groups, pills.values(), before);
    },
    destroy() {
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

/** Puts every pill, in order of names, into its group; groups that stay as they are are not touched. */
function fill(groups: ReadonlyMap<string, Group>, pills: readonly HTMLElement[]): void {
  const byGroup = Map.groupBy(pills, groupOf);
  for (const [id, group] of groups) {
    const own = byGroup.get(id) ?? [];
    const isSame =
      own.length === group.list?.children.length &&
      own.every((pill, at) => group.list?.children[at] === pill);
    if (!isSame) group.list?.replaceChildren(...own);
    group.count = new Set(own.map(({ dataset }) => dataset.actor)).size;
    group.element.dataset.count = String(group.count);
    if (group.tally) group.tally.textContent = String(group.count);
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

/**
 * Takes the groups out of the page while they change and returns how to put them back, the focus with them.
 * What is new on the page has not shifted: groups may grow and shrink without pushing anything in sight.
 */
function detach(holder: HTMLElement | null): () => void {
  const parent = holder?.parentElement;
  if (!holder || !parent) throw new Error('createLedger: expected [data-groups] in the ledger');
  const focused = holder.contains(document.activeElement) ? document.activeElement : null;
  holder.remove();
  return () => {
    parent.append(holder);
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  };
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

function discard(pills: Map<string, HTMLElement>, key: string, pill: HTMLElement): void {
  pill.remove();
  pills.delete(key);
}

function writeState(pill: HTMLElement, mark: Mark): void {
  pill.toggleAttribute('data-spotlight', mark.spotlight);
  setOrRemove(pill, 'data-stance', mark.stance);
  setOrRemove(pill, 'data-evidence', mark.evidence);
}

/** As the server groups them: the host and the belligerent outside the scale, an ally if it has spoken. */
function groupOf({ dataset }: HTMLElement): string {
  const { role = '', stance = '' } = dataset;
  if (role === 'host' || role === 'belligerent') return 'outside';
  if (role === 'ally-of-belligerent' && stance) return 'outside';
  return stance || 'none';
}

function setOrRemove(element: HTMLElement, name: string, value: string): void {
  if (value) element.setAttribute(name, value);
  else element.removeAttribute(name);
}

/** The pill's place in the order of names, as the server counted it. */
function rankOf({ dataset }: HTMLElement): number {
  return Number(dataset.rank);
}

/** Places on the screen, of groups and pills. */
type Places = ReadonlyMap<HTMLElement, DOMRect>;

function placesIn(groups: ReadonlyMap<string, Group>, pills: Iterable<HTMLElement>): Places {
  const moving = [...[...groups.values()].map(({ element }) => element), ...pills];
  return new Map(moving.map((each) => [each, each.getBoundingClientRect()]));
}

/**
 * First, last, invert, play: each pill starts where the reader last saw it. A group whose pills go the same
 * way travels whole: every animation costs in every frame.
 */
function travel(
  groups: ReadonlyMap<string, Group>,
  pills: Iterable<HTMLElement>,
  before: Places,
): void {
  for (const each of before.keys()) {
    for (const running of each.getAnimations()) running.cancel();
  }
  const after = placesIn(groups, pills);
  const wayOf = (each: HTMLElement): Way => {
    const [start, end] = [before.get(each), after.get(each)];
    return start?.width && end?.width ? [start.left - end.left, start.top - end.top] : NO_WAY;
  };
  for (const { element, list } of groups.values()) {
    const own = [...(list?.children ?? [])] as HTMLElement[];
    const seen = own.filter((pill) => before.get(pill)?.width);
    const alone = seen.map((pill) => [pill, wayOf(pill)] as const);
    const whole = wayOf(element);
    const within = alone.map(([pill, way]) => [pill, minus(way, whole)] as const);
    const isWhole = within.filter(isFar).length + 1 < alone.filter(isFar).length;
    const moving = isWhole ? [[element, whole] as const, ...within] : alone;
    for (const [each, way] of moving.filter(isFar)) move(each, way);
  }
}

/** From where something was to where it is, in pixels of the screen. */
type Way = readonly [dx: number, dy: number];
const NO_WAY: Way = [0, 0];

function minus([x, y]: Way, [dx, dy]: Way): Way {
  return [x - dx, y - dy];
}

/** False where nobody would see it move. */
function isFar([, [dx, dy]]: readonly [HTMLElement, Way]): boolean {
  return Math.abs(dx) >= 1 || Math.abs(dy) >= 1;
}

function move(element: HTMLElement, [dx, dy]: Way): void {
  const from = { transform: `translate(${String(dx)}px, ${String(dy)}px)` };
  element.animate([from, { transform: 'none' }], {
    duration: TRAVEL,
    easing: 'cubic-bezier(.4,0,.2,1)',
  });
}
