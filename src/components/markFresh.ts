/**
 * A script for the head of a page, before any of its steps. A fresh page is one that is opened at its top,
 * and neither reloaded nor come back to: no reader's place rests on the heights of its steps yet. So they
 * need not be laid out at once, which on a slow phone would be the longest tasks after the first paint.
 */
export const MARK_FRESH =
  "if(!location.hash&&performance.getEntriesByType('navigation')[0]?.type=='navigate')document.documentElement.dataset.fresh=''";
