/** The words that an address asks for and the way in which the reader's history follows them. */
export interface SearchAddress {
  /** What the address asks for now. */
  readonly read: () => string;
  /** Writes what is being typed over the entry of the history that the reader is at. */
  readonly type: (query: string) => void;
  /** Gives the query an entry of its own; the one before goes back to what was asked there. */
  readonly submit: (query: string) => void;
  /** Takes what the address asks for as asked: after a step through the history. */
  readonly settle: () => void;
}

/** Keeps a query under a key of the page's address: typing replaces an entry, submitting adds one. */
export function createSearchAddress(key: string): SearchAddress {
  const read = (): string => new URLSearchParams(location.search).get(key) ?? '';
  const addressOf = (query: string): string =>
    `${location.pathname}${query === '' ? '' : `?${new URLSearchParams({ [key]: query }).toString()}`}`;
  let asked = '';
  return {
    read,
    type(query) {
      if (query !== read()) history.replaceState(history.state, '', addressOf(query));
    },
    submit(query) {
      if (query === asked) return;
      history.replaceState(history.state, '', addressOf(asked));
      history.pushState(null, '', addressOf(query));
      asked = query;
    },
    settle() {
      asked = read();
    },
  };
}
