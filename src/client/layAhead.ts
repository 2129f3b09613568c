import { createPrepared } from './createPrepared.ts';

/**
 * Lays out in idle time what the styles leave until it is near, part by part, so that a reader who comes to
 * it does not wait and the page keeps its length. Parts that are not below the window are left alone: what
 * is read must not move.
 */
export function layAhead(parts: readonly HTMLElement[]): void {
  const lay = (part: HTMLElement): boolean => {
    if (part.getBoundingClientRect().top < innerHeight) return false;
    part.dataset.laid = '';
    part.getBoundingClientRect();
    return true;
  };
  createPrepared(parts, lay).renew();
}
