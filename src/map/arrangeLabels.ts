import { toScreen, type Box, type Camera } from './camera.ts';
import { labelRequests, type LabelSpec } from './labelRequests.ts';
import { layoutLabels, type PlacedLabel } from './layoutLabels.ts';
import { lengthOf } from './segments.ts';

/** A placed label with its text. */
export interface ArrangedLabel extends PlacedLabel {
  readonly name: string;
  readonly words: readonly string[];
  /** True for what names a drawn line rather than an actor. */
  readonly isLine: boolean;
}

/** A leader longer than this no longer reads as belonging to its subject: pixels, and a share of the width. */
const LONGEST_LEADER = { pixels: 170, share: 0.3 } as const;

/**
 * Labels for a camera: with their words where all find a place near their subjects, else with names
 * alone, which the card's lines complete. What fits nowhere near is left out. `longest` is the length
 * of a leader, in pixels, up to which a place is near.
 */
export function arrangeLabels(
  specs: readonly LabelSpec[],
  camera: Camera,
  free: Box,
  longest: number = LONGEST_LEADER.pixels,
): readonly ArrangedLabel[] {
  const inView = specs.filter(({ anchor }) => isInside(toScreen(camera, anchor), free));
  const full = place(inView, camera, free);
  const isCalm =
    full.length === inView.length && full.every((label) => isNear(label, free, longest));
  if (isCalm) return full;
  const namesOnly = inView.map(withoutWords);
  return place(namesOnly, camera, free).filter(
    (label) => label.isLine || isNear(label, free, longest),
  );
}

function place(specs: readonly LabelSpec[], camera: Camera, free: Box): readonly ArrangedLabel[] {
  return layoutLabels(labelRequests(specs, camera), free).flatMap((label) => {
    const spec = specs.find(({ id }) => id === label.id);
    if (!spec) return [];
    const { name, words, keepsWords = false } = spec;
    return [{ ...label, name, words, isLine: keepsWords }];
  });
}

/** The name alone; a drawn line keeps its words, and a subject stays guarded. */
function withoutWords(spec: LabelSpec): LabelSpec {
  return { ...spec, words: spec.keepsWords ? spec.words : [], isGuarded: spec.words.length > 0 };
}

function isInside([x, y]: readonly [number, number], [x0, y0, x1, y1]: Box): boolean {
  return x >= x0 && x <= x1 && y >= y0 && y <= y1;
}

function isNear({ leader }: PlacedLabel, free: Box, pixels: number): boolean {
  const longest = Math.min(pixels, LONGEST_LEADER.share * (free[2] - free[0]));
  return !leader || lengthOf(leader) <= longest;
}
