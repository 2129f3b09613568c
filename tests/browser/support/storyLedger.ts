import type { Part } from './storyPicture.ts';

/** Defines `storyLedger` in a page that has `storyMarks`: the ledger as it is, and as a map demands it. */
export function installLedger(): void {
  const { all, one, lineOf } = storyMarks;

  /** The host and the belligerent stand outside the scale, an ally of the latter where it has spoken. */
  const groupOf = ({ dataset: { role, stance = '' } }: Part) => {
    if (role === 'host' || role === 'belligerent') return 'outside';
    if (role === 'ally-of-belligerent' && stance !== '') return 'outside';
    return stance === '' ? 'none' : stance;
  };
  /** What each group must hold. Stripes carry no role: theirs is that of the actor's first mark. */
  const groupsOf = (map: SVGSVGElement) => {
    const groups = new Map<string, Set<string>>();
    const first = new Map<string, Part>();
    for (const mark of all('[data-actor]', map)) {
      const actor = mark.dataset.actor ?? '';
      if (!first.has(actor)) first.set(actor, mark);
      const isOutside = groupOf(first.get(actor) ?? mark) === 'outside';
      const group = isOutside ? 'outside' : groupOf(mark);
      groups.set(group, (groups.get(group) ?? new Set<string>()).add(lineOf(mark)));
    }
    return groups;
  };
  const nameOf = (pill: Part) => one('a', pill).getAttribute('aria-label') ?? '';
  const actorsOf = (pills: Iterable<string>) => [...pills].map((pill) => pill.split(' ')[0]);

  /** One line a group: what it counts, whose pills stand in it in which order, and what each says. */
  const groupLine = (
    id: string,
    counts: readonly (string | undefined)[],
    names: readonly string[],
    pills: readonly string[],
  ) => `${id} ${counts.join(' ')}: ${names.join(', ')} = ${[...pills].sort().join(', ')}`;
  const groups = () => all('[data-ledger] [data-group]');
  /** Behind the bar of a narrow screen nobody sees the pills: they need not be told until they are. */
  const areSeen = () => one('[data-ledger] [data-group]').checkVisibility();
  const expected = (map: SVGSVGElement) => {
    const wanted = groupsOf(map);
    const named = new Map(
      all('[data-ledger] [data-actor]').map((pill) => [pill.dataset.actor, nameOf(pill)]),
    );
    return groups().map(({ dataset: { group = '' } }) => {
      const pills = [...(wanted.get(group) ?? [])];
      const names = actorsOf(pills).map((actor) => named.get(actor) ?? 'nobody');
      const count = String(new Set(actorsOf(pills)).size);
      names.sort((a, b) => a.localeCompare(b, 'en'));
      return areSeen()
        ? groupLine(group, [count, count], names, pills)
        : groupLine(group, [count, count], [], []);
    });
  };
  const shown = () =>
    groups().map((group) => {
      const pills = all('[data-pills] > [data-actor]', group);
      const counts = [group.dataset.count, one('[data-tally]', group).textContent];
      const [names, lines] = areSeen() ? [pills.map(nameOf), pills.map(lineOf)] : [[], []];
      return groupLine(group.dataset.group ?? '', counts, names, lines);
    });

  const bars = () => all('[data-ledger] [data-bar]');
  /** One line a part of the stacked bar: what it counts, and whether it is there at all. */
  const barLine = (id: string, count: number, isThere: boolean) =>
    `${id} ${count}${isThere ? '' : ', no part'}`;
  const expectedBar = (map: SVGSVGElement) => {
    const wanted = groupsOf(map);
    const lines = bars().map(({ dataset: { bar = '' } }) => {
      const count = new Set(actorsOf(wanted.get(bar) ?? [])).size;
      return barLine(bar, count, count > 0);
    });
    return [...lines, 'from 0 to 100 without a gap'];
  };
  const shownBar = () => {
    let end = 0;
    const gaps: number[] = [];
    const lines = bars().map((part) => {
      const rect = one('rect', part);
      const numberOf = (name: string) => Number.parseFloat(rect.getAttribute(name) ?? '');
      gaps.push(Math.abs(numberOf('x') - end));
      end = numberOf('x') + numberOf('width');
      const printed = /\d+/.exec(one('text', part).textContent)?.[0] ?? '0';
      return barLine(part.dataset.bar ?? '', Number(printed), numberOf('width') > 0);
    });
    const isWhole = Math.max(...gaps) < 0.1 && (Math.abs(end - 100) < 0.1 || end === 0);
    return [
      ...lines,
      isWhole ? 'from 0 to 100 without a gap' : `gaps ${gaps.join(' ')}, to ${end}`,
    ];
  };

  globalThis.storyLedger = { expected, shown, expectedBar, shownBar };
}
