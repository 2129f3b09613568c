import type { Found, Hit } from '../search/createFinder.ts';
import type { ActorEntry, SearchIndex, StatementEntry } from '../search/searchIndex.ts';
import { fillTemplate, type Values } from './fillTemplate.ts';

/** So many statements are shown before the reader asks for all. */
const FIRST = 20;

/** The lists of results of a page. */
export interface Results {
  /** Shows what was found, or, where nothing is asked, what can be read instead. */
  readonly show: (found: Found | undefined) => void;
  /** What was found in one sentence. */
  readonly describe: (found: Found, query: string) => string;
}

/** Fills the lists of a page from its templates. */
export function createResults(root: HTMLElement, index: SearchIndex): Results {
  const statements = new Map(index.statements.map((entry) => [entry.id, entry]));
  const names = new Map(index.actors.map(({ id, name }) => [id, name]));
  const more = root.querySelector<HTMLButtonElement>('[data-more]');
  const fill = (kind: string, values: Values, words?: ReadonlySet<string>): HTMLElement[] =>
    fillTemplate(root.querySelector(`template[data-result="${kind}"]`), values, words);
  const hide = (part: string, isHidden: boolean): void => {
    root.querySelector(`[data-part="${part}"]`)?.toggleAttribute('hidden', isHidden);
  };

  function actorItem({ entry, words }: Hit<ActorEntry>): HTMLElement[] {
    const standing = entry.standing.flatMap((id) => statements.get(id) ?? []);
    const lines = standing.flatMap((one) => fill('standing', { ...one }));
    const nothing = lines.length === 0 ? index.asOf : undefined;
    return fill('actor', { ...entry, standing: lines, nothing }, words);
  }

  function statementItem({ entry, words }: Hit<StatementEntry>): HTMLElement[] {
    return fill('statement', { ...entry, name: names.get(entry.actor) }, words);
  }

  function list(part: string, items: readonly HTMLElement[]): void {
    root.querySelector(`[data-list="${part}"]`)?.replaceChildren(...items);
    hide(part, items.length === 0);
  }

  /** Shows the statements that were held back, and goes to the first of them. */
  function showRest(rest: readonly Hit<StatementEntry>[]): void {
    const items = rest.flatMap(statementItem);
    root.querySelector('[data-list="statements"]')?.append(...items);
    if (more) more.hidden = true;
    items[0]?.querySelector('a')?.focus();
  }

  return {
    show(found) {
      const { actors = [], statements: all = [] } = found ?? {};
      list('actors', actors.flatMap(actorItem));
      list('statements', all.slice(0, FIRST).flatMap(statementItem));
      hide('nothing', !found || actors.length + all.length > 0);
      hide('browse', found !== undefined);
      if (!more) return;
      more.hidden = all.length <= FIRST;
      more.textContent = `Show all ${String(all.length)} statements`;
      more.onclick = () => {
        showRest(all.slice(FIRST));
      };
    },
    describe({ actors, statements: all, isClose }, query) {
      const count = [...counted(actors.length, 'actor'), ...counted(all.length, 'statement')].join(
        ' and ',
      );
      if (count === '') return `Nothing in the record matches “${query}”.`;
      const close = `Nothing matches “${query}” as typed; close to it: ${count}`;
      return `${isClose ? close : `${count} for “${query}”`}, as of ${index.asOf}.`;
    },
  };
}

/** "1 actor", "12 actors"; none where there is nothing to count. */
function counted(count: number, noun: string): readonly string[] {
  return count === 0 ? [] : [`${String(count)} ${noun}${count === 1 ? '' : 's'}`];
}
