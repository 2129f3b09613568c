/** One column of a table: how Table Schema (Frictionless, v2) describes it, and where a cell comes from. */
export interface Column<Row> {
  /** Name in the header. */
  readonly name: string;
  /** What it holds, in one sentence without its full stop. */
  readonly description: string;
  readonly type: 'string' | 'date' | 'boolean' | 'integer' | 'list';
  readonly format?: 'uri';
  readonly constraints?: Constraints;
  /** Meanings of the values of a closed list. */
  readonly categories?: readonly Category[];
  /** The cell as text; empty for none. */
  readonly valueOf: (row: Row) => string;
}

/** What Table Schema lets a column promise. */
export interface Constraints {
  readonly required?: true;
  readonly unique?: true;
  readonly pattern?: string;
  readonly enum?: readonly string[];
}

/** A value of a closed list and what it means. */
export interface Category {
  readonly value: string;
  readonly label: string;
}

/** A foreign key: a column whose values are those of another table's column. */
export interface ForeignKey {
  readonly field: string;
  readonly resource: string;
  readonly of: string;
}

/** A table, ready to be written; cells are text. */
export interface Table {
  /** Kebab-case; the file is `<name>.csv`. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly columns: readonly Omit<Column<never>, 'valueOf'>[];
  readonly rows: readonly (readonly string[])[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
}

/** Between the entries of a cell that holds a list. */
export const LIST_DELIMITER = ';';

/** What is said of a table besides its columns and rows. */
export type TableWords = Pick<
  Table,
  'name' | 'title' | 'description' | 'primaryKey' | 'foreignKeys'
>;

/** A table of values as its columns read them. */
export function buildTable<Row>(
  words: TableWords,
  columns: readonly Column<Row>[],
  values: readonly Row[],
): Table {
  const rows = values.map((value) => columns.map(({ valueOf }) => valueOf(value)));
  return { ...words, columns: columns.map(({ valueOf: _, ...column }) => column), rows };
}

/** Entries as one cell. */
export function listCell(entries: readonly string[]): string {
  return entries.join(LIST_DELIMITER);
}

/** Values of a closed list with their meanings. */
export function categoriesOf(meanings: Readonly<Record<string, string>>): readonly Category[] {
  return Object.entries(meanings).map(([value, label]) => ({ value, label }));
}
