import {
  compareRows,
  formatQuery,
  matchesQuery,
  parseQuery,
  readSort,
  type QueriedCell,
  type QueriedRow,
  type TableQuery,
} from './tableQuery.ts';

/** A row with its element. */
interface Row extends QueriedRow {
  readonly element: HTMLTableRowElement;
}

type Control = HTMLInputElement | HTMLSelectElement;

/** What a control of the filters asks for. */
type Filter = Exclude<keyof TableQuery, 'sort'>;

/** Makes the table of a page sortable and filterable; what is asked stands in the address. */
export function startTable(root: HTMLElement): void {
  const filters = root.querySelector<HTMLElement>('[data-filters]');
  const table = root.querySelector('table');
  const body = table?.tBodies[0];
  if (!filters || !table || !body) return;
  const controls = [...filters.querySelectorAll<Control>('[data-filter]')];
  const headers = [...table.querySelectorAll<HTMLElement>('th[data-column]')];
  const rows = [...body.rows].map(readRow);
  let query = parseQuery(location.search);

  /** Shows what is asked; an address that asks for what is not there is taken as if it did not. */
  function show(): void {
    const shown = rows.toSorted(compareRows(query.sort));
    body?.append(...shown.map(({ element }) => element));
    for (const row of rows) row.element.hidden = !matchesQuery(row, query);
    for (const cell of table?.querySelectorAll<HTMLElement>('[data-question]') ?? []) {
      cell.hidden = isLeftOut(cell.dataset.question);
    }
    for (const header of headers) showHeader(header);
    const count = rows.filter(({ element }) => !element.hidden).length;
    for (const place of filters?.querySelectorAll('[data-shown]') ?? []) {
      place.textContent = String(count);
    }
  }

  function showHeader(header: HTMLElement): void {
    const { column = '' } = header.dataset;
    const sort = readSort(query.sort || 'actor');
    header.hidden = column !== 'actor' && isLeftOut(column);
    if (sort.column === column) {
      header.setAttribute('aria-sort', sort.isReversed ? 'descending' : 'ascending');
    } else header.removeAttribute('aria-sort');
    for (const button of header.querySelectorAll<HTMLElement>('[data-sort]')) {
      const isActive = sort.column === column && sort.isByDate === (button.dataset.sort === 'date');
      button.toggleAttribute('data-active', isActive);
    }
  }

  function isLeftOut(question: string | undefined): boolean {
    return query.question !== '' && question !== query.question;
  }

  function change(next: Partial<TableQuery>): void {
    query = { ...query, ...next };
    history.replaceState(history.state, '', `${location.pathname}${formatQuery(query)}`);
    show();
  }

  for (const control of controls) {
    const name = control.dataset.filter as Filter;
    control.value = query[name];
    // An option that is not there leaves a select empty.
    if (control.value !== query[name]) query = { ...query, [name]: (control.value = '') };
    control.addEventListener('input', () => {
      change({ [name]: control.value });
    });
  }
  filters.querySelector('[data-clear]')?.addEventListener('click', () => {
    for (const control of controls) control.value = '';
    change({ question: '', stance: '', evidence: '', search: '' });
  });
  for (const header of headers) {
    addButtons(header, (sort) => {
      change({ sort: sort === query.sort ? turned(sort) : sort });
    });
  }
  filters.hidden = false;
  show();
}

/** The same sort the other way round; the dates begin with the newest. */
function turned(sort: string): string {
  return sort.startsWith('-') ? sort.slice(1) : `-${sort}`;
}

/** Turns a header's words into a button, and gives the headers of questions a second one for their dates. */
function addButtons(header: HTMLElement, sort: (by: string) => void): void {
  const { column = '' } = header.dataset;
  const words = header.textContent.trim();
  const byWords = button(words, 'words', () => {
    sort(column);
  });
  if (column === 'actor') header.replaceChildren(byWords);
  else {
    const byDate = button('by date', 'date', () => {
      sort(`-${column}.date`);
    });
    byDate.setAttribute('aria-label', `${words}, by date`);
    header.replaceChildren(byWords, byDate);
  }
}

function button(words: string, kind: string, act: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = words;
  element.dataset.sort = kind;
  element.addEventListener('click', act);
  return element;
}

function readRow(element: HTMLTableRowElement, place: number): Row {
  const cells = [...element.querySelectorAll<HTMLElement>('[data-question]')].map(readCell);
  return { element, place, name: element.dataset.name ?? '', cells };
}

function readCell({ dataset }: HTMLElement): QueriedCell {
  return {
    question: dataset.question ?? '',
    holds: (dataset.holds ?? '').split(' ').filter(Boolean),
    rank: Number(dataset.rank),
    day: dataset.day ?? '',
  };
}
