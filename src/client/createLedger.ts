import { marksOf, type Mark } from './adoptState.ts';

/** The row of pills by stance that follows the map. */
export interface Ledger {
  /** Moves every pill to its group in the given map; pills travel unless `animate` is false. */
  show(map: SVGSVGElement, animate: boolean): void;
}

/** Longest travel of a pill, in milliseconds. */
const TRAVEL = 450;

/** Adopts the ledger the server rendered: its pills are moved, a second pill is a copy of the first. */
export function createLedger(root: HTMLElement): Ledger {
  addToggle(root);
  const title = root.querySelector('[data-ledger-title]');
  const pills = new Map<string, HTMLElement>();
  for (const pill of root.querySelectorAll<HTMLElement>('[data-actor]')) pills.set(keyOf(pill.dataset), pill);

  return {
    show(map, animate) {
      const before = animate ? placesOf(pills.values()) : null;
      const marks = new Map(marksOf(map).map((mark) => [keyOf(mark), mark]));
      for (const [key, mark] of marks) {
        if (!pills.has(key)) supply(pills, key, mark, marks);
      }
      for (const [key, pill] of pills) {
        const mark = marks.get(key);
        if (mark) place(root, pill, mark);
        else discard(pills, key, pill);
      }
      sortGroups(root);
      if (title) title.textContent = map.getAttribute('aria-label');
      if (before) travel(pills.values(), before);
    },
  };
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
    if (key === 'Escape') set(false);
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

function discard(pills: Map<string, HTMLElement>, key: string, pill: HTMLElement): void {
  pill.remove();
  pills.delete(key);
}

function place(root: HTMLElement, pill: HTMLElement, mark: Mark): void {
  pill.toggleAttribute('data-spotlight', mark.spotlight);
  setOrRemove(pill, 'data-stance', mark.stance);
  setOrRemove(pill, 'data-evidence', mark.evidence);
  root.querySelector(`[data-group="${groupOf(pill, mark)}"] [data-pills]`)?.append(pill);
}

/** As the server groups them: the host and the belligerent outside the scale, an ally if it has spoken. */
function groupOf({ dataset }: HTMLElement, { stance }: Mark): string {
  const role = dataset['role'] ?? '';
  if (role === 'host' || role === 'belligerent') return 'outside';
  if (role === 'ally-of-belligerent' && stance) return 'outside';
  return stance || 'none';
}

function setOrRemove(element: HTMLElement, name: string, value: string): void {
  if (value) element.setAttribute(name, value);
  else element.removeAttribute(name);
}

/** Alphabetical inside a group, and the group's count brought up to date. */
function sortGroups(root: HTMLElement): void {
  for (const group of root.querySelectorAll<HTMLElement>('[data-group]')) {
    const list = group.querySelector('[data-pills]');
    if (!list) continue;
    const pills = [...list.children].sort((a, b) => nameOf(a).localeCompare(nameOf(b), 'en'));
    list.append(...pills);
    const actors = new Set(pills.map((pill) => pill.getAttribute('data-actor')));
    group.dataset['count'] = String(actors.size);
    const count = group.querySelector('[data-tally]');
    if (count) count.textContent = String(actors.size);
  }
}

function nameOf(pill: Element): string {
  return pill.getAttribute('data-name') ?? '';
}

function placesOf(pills: Iterable<HTMLElement>): Map<HTMLElement, DOMRect> {
  return new Map([...pills].map((pill) => [pill, pill.getBoundingClientRect()]));
}

/** First, last, invert, play: each pill starts where the reader last saw it. */
function travel(pills: Iterable<HTMLElement>, before: ReadonlyMap<HTMLElement, DOMRect>): void {
  const after = placesOf(pills);
  for (const [pill, end] of after) {
    const start = before.get(pill);
    const [dx, dy] = start ? [start.left - end.left, start.top - end.top] : [0, 0];
    for (const running of pill.getAnimations()) running.cancel();
    if (!start?.width || !end.width || (Math.abs(dx) < 1 && Math.abs(dy) < 1)) continue;
    const from = { transform: `translate(${String(dx)}px, ${String(dy)}px)` };
    pill.animate([from, { transform: 'none' }], { duration: TRAVEL, easing: 'cubic-bezier(.4,0,.2,1)' });
  }
}
