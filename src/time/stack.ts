/**
 * Heights for circles of one size that stand at given places of a line: each keeps its place and is lifted
 * as little as may be so that none covers another. `pitch` is the least distance of two centres. Places in
 * ascending order; heights from 0 upwards, one a place.
 */
export function stack(places: readonly number[], pitch: number): readonly number[] {
  const heights: number[] = [];
  for (const [index, place] of places.entries()) {
    const near = heights.flatMap((height, other) => {
      const across = place - (places[other] ?? place);
      return other < index && Math.abs(across) < pitch ? [{ across, height }] : [];
    });
    const onTop = near.map(({ across, height }) => height + Math.sqrt(pitch ** 2 - across ** 2));
    const free = [0, ...onTop].filter((height) => near.every((one) => isClear(one, height, pitch)));
    heights.push(Math.min(...free));
  }
  return heights;
}

function isClear(
  { across, height }: { readonly across: number; readonly height: number },
  at: number,
  pitch: number,
): boolean {
  // A thousandth for what is lost in taking roots.
  return Math.hypot(across, at - height) >= pitch - 0.001;
}
