import MiniSearch, { type Options, type SearchOptions, type SearchResult } from 'minisearch';
import type { ActorEntry, SearchIndex, StatementEntry } from './searchIndex.ts';
import { askedWords, foldWord, wordsIn } from './words.ts';

/** An entry that was found, and the folded words of it that the query met. */
export interface Hit<Entry> {
  readonly entry: Entry;
  readonly words: ReadonlySet<string>;
}

/** What a query finds: what is said of a name before what else holds the words, each as in the index. */
export interface Found {
  readonly actors: readonly Hit<ActorEntry>[];
  readonly statements: readonly Hit<StatementEntry>[];
  /** True when nothing holds the words as they were typed and these hold similar ones. */
  readonly isClose: boolean;
}

/** Searches an index: `find` takes what a reader typed. */
export interface Finder {
  readonly find: (query: string) => Found;
}

const SHARED: Pick<Options, 'tokenize' | 'processTerm'> = {
  tokenize: (text) => [...wordsIn(text)],
  processTerm: foldWord,
};

/** Fields that name who it is: a match there comes before one in the words. */
const NAMES = ['name', 'codes', 'speaker'];
const WORDS = ['role', 'text', 'quote', 'question', 'phrase', 'conditions', 'day'];

/** Every word must be met, by its beginning at least. */
const TYPED: SearchOptions = {
  combineWith: 'AND',
  prefix: (word) => word.length > 1,
};

/** One letter may be wrong in a short word, two in a word of six letters or more. */
const CLOSE: SearchOptions = {
  ...TYPED,
  fuzzy: (word) => word.length > 3 && 0.25,
  maxFuzzy: 2,
};

/** Makes an index ready to be searched; that takes tens of milliseconds. */
export function createFinder({ actors, statements }: SearchIndex): Finder {
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const inActors = searcher(actors, ['name', 'codes'], fieldOf);
  const inStatements = searcher(statements, [...NAMES, ...WORDS], (entry, field) => {
    const isActors = field === 'name' || field === 'codes';
    return isActors ? byId.get(entry.actor)?.[field] : fieldOf(entry, field);
  });
  const findBy = (words: string, options: SearchOptions): Omit<Found, 'isClose'> => ({
    actors: inActors(words, options),
    statements: inStatements(words, options),
  });
  return {
    find(query) {
      const words = askedWords(query).join(' ');
      const typed = findBy(words, TYPED);
      const isFound = typed.actors.length + typed.statements.length > 0;
      return isFound ? { ...typed, isClose: false } : { ...findBy(words, CLOSE), isClose: true };
    },
  };
}

type FieldOf<Entry> = (entry: Entry, field: string) => string | undefined;

function fieldOf(entry: object, field: string): string | undefined {
  return (entry as Readonly<Record<string, string | undefined>>)[field];
}

function searcher<Entry extends { readonly id: string }>(
  entries: readonly Entry[],
  fields: string[],
  textOf: FieldOf<Entry>,
): (words: string, options: SearchOptions) => readonly Hit<Entry>[] {
  const places = new Map(entries.map(({ id }, place) => [id, place]));
  const placeOf = ({ id }: SearchResult): number => places.get(id as string) ?? 0;
  // MiniSearch asks for the id as for any other field.
  const search = new MiniSearch<Entry>({
    ...SHARED,
    fields,
    extractField: (entry, field) => (field === 'id' ? entry.id : (textOf(entry, field) ?? '')),
  });
  search.addAll(entries);
  return (words, options) =>
    search
      .search(words, options)
      .sort((a, b) => Number(isNamed(b)) - Number(isNamed(a)) || placeOf(a) - placeOf(b))
      .flatMap((result) => {
        const entry = entries[placeOf(result)];
        return entry ? [{ entry, words: new Set(Object.keys(result.match)) }] : [];
      });
}

/** True where a word was met in a name, not in what was said alone. */
function isNamed({ match }: SearchResult): boolean {
  return Object.values(match).some((fields) => fields.some((field) => NAMES.includes(field)));
}
