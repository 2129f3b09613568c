/**
 * What the address of a frame asks for: `n`, the instance's id, which its messages carry; `host`, the origin
 * of the page around it if that page may drive it; `step`, a step's id, or its number from 1, to begin with;
 * `theme`, light or dark, applied at once; anything else follows the reader's system.
 */
export const given = new URLSearchParams(location.search);

/** The instance's id; empty where none is given. */
export const instance = given.get('n') ?? '';

document.documentElement.dataset.theme = given.get('theme') ?? 'light';
