/** What a reader asks of the table: empty text where anything will do. */
export interface TableQuery {
  /** Question whose column is shown alone. */
  readonly question: string;
  /** Stance that a shown cell must hold; `outside` and `none` are possible too. */
  readonly stance: string;
  /** Evidence class of that stance. */
  readonly evidence: string;
  /** Part of an actor's name. */
  readonly search: string;
  /** Column to sort by, `.date` behind it for its dates, `-` before it for the other way round. */
  readonly sort: string;
}

/** A cell of the table as its script reads it. */
export interface QueriedCell {
  readonly question: string;
  /** Each standing as "stance:evidence". */
  readonly holds: readonly string[];
  /** Place in the order of the scale. */
  readonly rank: number;
  /** Day of the newest standing, `YYYY-MM-DD`; empty where there is none. */
  readonly day: string;
}

/** A row of the table as its script reads it. */
export interface QueriedRow {
  /** Name and abbreviations of the actor. */
  readonly name: string;
  /** Place among the actors by name. */
  readonly place: number;
  readonly cells: readonly QueriedCell[];
}

const KEYS = ['question', 'stance', 'evidence', 'search', 'sort'] as const;

/** Reads a query from the search part of an address ("?stance=open"); unknown keys are left out. */
export function parseQuery(address: string): TableQuery {
  const values = new URLSearchParams(address);
  const [question = '', stance = '', evidence = '', search = '', sort = ''] = KEYS.map(
    (key) => values.get(key) ?? '',
  );
  return { question, stance, evidence, search, sort };
}

/** The search part of an address that describes a query; empty where nothing is asked. */
export function formatQuery(query: TableQuery): string {
  const asked = KEYS.filter((key) => query[key] !== '').map((key) => [key, query[key]]);
  return asked.length === 0 ? '' : `?${new URLSearchParams(asked).toString()}`;
}

/** True for a row whose actor's name holds the search and one of whose shown cells holds the stance. */
export function matchesQuery({ name, cells }: QueriedRow, query: TableQuery): boolean {
  const shown = cells.filter(({ question }) => !query.question || question === query.question);
  const isNamed = plain(name).includes(plain(query.search));
  return isNamed && holds(shown, query);
}

function holds(cells: readonly QueriedCell[], { stance, evidence }: TableQuery): boolean {
  const all = cells.flatMap((cell) => cell.holds);
  if (stance === 'none') return all.length === 0;
  if (!stance && !evidence) return true;
  return all.some((one) => {
    const [held, known] = one.split(':');
    return (!stance || held === stance) && (!evidence || known === evidence);
  });
}

/**
 * Compares rows for a sort of a query. Cells without a position come last whichever way; equal rows keep
 * the order of names.
 */
export function compareRows(sort: string): (a: QueriedRow, b: QueriedRow) => number {
  const { column, isByDate, isReversed } = readSort(sort);
  const way = isReversed ? -1 : 1;
  return (a, b) => {
    const byPlace = a.place - b.place;
    if (column === '' || column === 'actor') return way * byPlace;
    const [one, other] = [cellOf(a, column), cellOf(b, column)];
    if (!one?.day || !other?.day) return Number(!one?.day) - Number(!other?.day) || byPlace;
    const difference = isByDate ? compare(one.day, other.day) : one.rank - other.rank;
    return way * difference || byPlace;
  };
}

/** The parts of a sort: "-combat.date" is the column `combat`, by date, newest first. */
export function readSort(sort: string): {
  readonly column: string;
  readonly isByDate: boolean;
  readonly isReversed: boolean;
} {
  const [, minus, column = '', date] = /^(-?)(.*?)(\.date)?$/.exec(sort) ?? [];
  return { column, isByDate: Boolean(date), isReversed: Boolean(minus) };
}

function cellOf({ cells }: QueriedRow, column: string): QueriedCell | undefined {
  return cells.find(({ question }) => question === column);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Letters alone: small, accents taken off. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
