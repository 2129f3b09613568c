/** Where the words that are looked for stand in the address. */
const KEY = 'q';

/**
 * Offers the search of a page. What does the searching, and the index, are loaded when the reader turns
 * to the field or the address asks for something, and not before.
 */
export function startSearch(root: HTMLElement): void {
  const field = root.querySelector<HTMLInputElement>('[data-query]');
  const saying = root.querySelector('[data-saying]');
  if (!field || !saying) return;
  const words = saying.textContent;
  const untilLoaded = new AbortController();
  let isLoading = false;

  async function load(): Promise<void> {
    if (isLoading || !saying) return;
    isLoading = true;
    saying.textContent = words;
    try {
      const { createSearch } = await import('./createSearch.ts');
      await createSearch(root, KEY);
      untilLoaded.abort();
    } catch {
      isLoading = false;
      saying.textContent = root.dataset.failed ?? words;
    }
  }

  const { signal } = untilLoaded;
  for (const kind of ['focus', 'input']) {
    field.addEventListener(kind, () => void load(), { signal });
  }
  const turnToField = (): void => {
    field.focus();
  };
  root.querySelector('[data-submit]')?.addEventListener('click', turnToField, { signal });
  field.value = new URLSearchParams(location.search).get(KEY) ?? '';
  root.setAttribute('data-enhanced', '');
  if (field.value !== '') void load();
}
