/**
 * Makes a change to the page that moves what is above the reader, and keeps in its place what the reader
 * sees: the first of the given elements in the window below `top` pixels stays where it was.
 */
export function keepPlace(elements: readonly Element[], top: number, change: () => void): void {
  const seen = elements.find((element) => {
    const box = element.getBoundingClientRect();
    return box.bottom > top && box.top < innerHeight;
  });
  const before = seen?.getBoundingClientRect().top ?? 0;
  change();
  const moved = (seen?.getBoundingClientRect().top ?? 0) - before;
  if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: 'instant' });
}
