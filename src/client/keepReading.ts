import { keepPlace } from './keepPlace.ts';

/** Makes a change to a story's page under the reader: the text that is being read stays where it is. */
export function keepReading(root: HTMLElement, change: () => void): void {
  // What a reader reads: cards, passages, the opening's text, whatever layout they stand in.
  const texts = [...root.querySelectorAll('.card, .passage-text, .opening-text')];
  keepPlace(texts, coveredTop(root.querySelector('[data-graphic]')), change);
}

/** How much of the window's top the map covers, in pixels: all of the map where it stands over the text. */
function coveredTop(figure: Element | null): number {
  const height = figure?.clientHeight ?? 0;
  return height < innerHeight ? height : 0;
}
