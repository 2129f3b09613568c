import { createFinder } from '../search/createFinder.ts';
import type { SearchIndex } from '../search/searchIndex.ts';
import { createSearchAddress } from './searchAddress.ts';
import { createResults } from './searchResults.ts';

/** So long, in milliseconds, nothing is typed before the results follow. */
const PAUSE = 120;

/** Fetches the index of a page and makes its field search it; rejects where the index does not come. */
export async function createSearch(root: HTMLElement, key: string): Promise<void> {
  const field = root.querySelector<HTMLInputElement>('[data-query]');
  const saying = root.querySelector('[data-saying]');
  if (!field || !saying) return;
  const index = await fetchIndex(root.dataset.index ?? '');
  const finder = createFinder(index);
  const results = createResults(root, index);
  const address = createSearchAddress(key);
  const idle = saying.textContent;
  let pause: ReturnType<typeof setTimeout> | undefined;

  function show(query: string): void {
    clearTimeout(pause);
    const found = query === '' ? undefined : finder.find(query);
    results.show(found);
    if (saying) saying.textContent = found ? results.describe(found, query) : idle;
  }

  function submit(): void {
    const query = field?.value.trim() ?? '';
    address.submit(query);
    show(query);
  }

  field.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(() => {
      const query = field.value.trim();
      address.type(query);
      show(query);
    }, PAUSE);
  });
  field.addEventListener('keydown', ({ key: pressed, isComposing }) => {
    if (pressed === 'Enter' && !isComposing) submit();
  });
  root.querySelector('[data-submit]')?.addEventListener('click', submit);
  addEventListener('popstate', () => {
    address.settle();
    field.value = address.read();
    show(field.value);
  });
  address.settle();
  const typed = field.value.trim();
  address.type(typed);
  show(typed);
}

/** The index beside the page. */
async function fetchIndex(path: string): Promise<SearchIndex> {
  const answer = await fetch(new URL(path, document.baseURI));
  if (!answer.ok) throw new Error(`${path}: ${String(answer.status)}`);
  return (await answer.json()) as SearchIndex;
}
