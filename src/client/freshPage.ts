/**
 * A fresh page is one that is opened at its top, and neither reloaded nor come back to: no reader's place
 * rests on the heights of its steps yet. So they need not be laid out at once, which on a slow phone would
 * be the longest tasks after the first paint.
 */

/** A script for the head of a page, before any of its steps: marks the page as fresh, if it is. */
export const MARK_FRESH =
  "if(!location.hash&&performance.getEntriesByType('navigation')[0]?.type=='navigate')document.documentElement.dataset.fresh=''";

/** From now on a place may rest on heights: lays out all that has waited. */
export function endFresh(): void {
  delete document.documentElement.dataset.fresh;
}
