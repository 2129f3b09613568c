import type { ScreenBox } from './storyPage.ts';

/** True when `inner` lies in `outer`, give or take `slack` pixels. */
export function isInside(inner: ScreenBox, outer: ScreenBox, slack = 1): boolean {
  return (
    inner[0] >= outer[0] - slack &&
    inner[1] >= outer[1] - slack &&
    inner[2] <= outer[2] + slack &&
    inner[3] <= outer[3] + slack
  );
}

/** True when two boxes share more than `slack` pixels both ways. */
export function doOverlap(a: ScreenBox, b: ScreenBox, slack = 1): boolean {
  const width = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const height = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return width > slack && height > slack;
}
