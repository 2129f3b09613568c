import { markWords } from '../search/words.ts';

/** What goes into the slots of a template, by name: a text, elements, or nothing. */
export type Values = Readonly<Record<string, string | readonly unknown[] | undefined>>;

/**
 * A copy of a template's elements with its slots filled. `data-slot` takes a text, its `words` marked, or
 * elements, and is left out where there is neither; `data-set="href:address"` sets attributes alike.
 */
export function fillTemplate(
  template: HTMLTemplateElement | null,
  values: Values,
  words: ReadonlySet<string> = new Set(),
): HTMLElement[] {
  const copy = template?.content.cloneNode(true);
  if (!(copy instanceof DocumentFragment)) return [];
  for (const slot of copy.querySelectorAll<HTMLElement>('[data-set]')) setAttributes(slot, values);
  for (const slot of copy.querySelectorAll<HTMLElement>('[data-slot]')) {
    const value = values[slot.dataset.slot ?? ''];
    if (value === undefined) slot.closest('[data-optional]')?.remove();
    else if (typeof value !== 'string') slot.replaceChildren(...(value as readonly Element[]));
    else slot.replaceChildren(...marked(value, words));
  }
  return [...copy.children].filter((child) => child instanceof HTMLElement);
}

/** Sets "name:key name:key": each attribute from the value of its key; an address is of the site. */
function setAttributes(slot: HTMLElement, values: Values): void {
  for (const pair of slot.dataset.set?.split(' ') ?? []) {
    const [name = '', key = ''] = pair.split(':');
    const value = values[key];
    if (typeof value === 'string') slot.setAttribute(name, value.replace(/^\//, '../'));
  }
}

function marked(text: string, words: ReadonlySet<string>): readonly (string | Element)[] {
  return markWords(text, words).map(({ text: piece, isMatch }) => {
    if (!isMatch) return piece;
    const mark = document.createElement('mark');
    mark.textContent = piece;
    return mark;
  });
}
