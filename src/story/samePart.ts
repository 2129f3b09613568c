import type { Changeable } from '../schema/correction.ts';
import type { PublishedPosition } from '../schema/publishedLock.ts';

/** True when a part of a position is as it was published; the order of its sources is no part of it. */
export function samePart(
  part: Changeable,
  before: PublishedPosition,
  now: PublishedPosition,
): boolean {
  if (part !== 'sources') return before[part] === now[part];
  return before.sources.toSorted().join(' ') === now.sources.toSorted().join(' ');
}
