/** Pages that are read from top to bottom, one of each kind, by their paths. */
export const READING_PAGES = [
  'explore/',
  'table/',
  'actors/',
  'text/',
  'borders/',
  'time/',
  'search/',
  'actors/fra/',
];

/** A path that no page has. */
export const NO_PAGE = 'nothing-here';
