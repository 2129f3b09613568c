import type { Box, Camera } from './camera.ts';
import { labelRequests, type LabelSpec } from './labelRequests.ts';
import { layoutLabels, type PlacedLabel } from './layoutLabels.ts';

/** A placed label with its text. */
export interface ArrangedLabel extends PlacedLabel {
  readonly name: string;
  readonly words: readonly string[];
}

/** A leader line longer than this, in pixels, no longer reads as belonging to its subject. */
const LONGEST_LEADER = 130;

/**
 * Labels for a camera: with their words where all find a place near their subjects, else with names
 * alone, which the card's lines complete. What fits nowhere near is left out.
 */
export function arrangeLabels(
  specs: readonly LabelSpec[],
  camera: Camera,
  free: Box,
): readonly ArrangedLabel[] {
  const full = place(specs, camera, free);
  const isCalm = full.length === specs.length && full.every(isNear);
  if (isCalm) return full;
  const namesOnly = specs.map((spec) => ({ ...spec, words: spec.keepsWords ? spec.words : [] }));
  return place(namesOnly, camera, free).filter(isNear);
}

function place(specs: readonly LabelSpec[], camera: Camera, free: Box): readonly ArrangedLabel[] {
  return layoutLabels(labelRequests(specs, camera), free).flatMap((label) => {
    const spec = specs.find(({ id }) => id === label.id);
    return spec ? [{ ...label, name: spec.name, words: spec.words }] : [];
  });
}

function isNear({ leader }: PlacedLabel): boolean {
  return !leader || Math.hypot(leader[2] - leader[0], leader[3] - leader[1]) <= LONGEST_LEADER;
}
