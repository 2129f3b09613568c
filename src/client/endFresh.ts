/** From now on a reader's place may rest on the heights of all steps: lays out those that have waited. */
export function endFresh(): void {
  delete document.documentElement.dataset.fresh;
}
