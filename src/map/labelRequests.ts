import { boxToScreen, toScreen, type Box, type Camera } from './camera.ts';
import { labelSize } from './labelSize.ts';
import type { LabelRequest } from './layoutLabels.ts';
import type { Label } from './labelsFor.ts';
import type { Plane } from './plane.ts';

/** A label with its subject's place on the plane: what a picture or the browser needs to set it. */
export interface LabelSpec {
  readonly id: string;
  readonly name: string;
  readonly words: readonly string[];
  readonly anchor: readonly [number, number];
  readonly subject: Box;
  /** True for a drawn line: what it is must never be cut. */
  readonly keepsWords?: boolean;
  /** True when other labels keep off its subject; as long as it has words when left out. */
  readonly isGuarded?: boolean;
}

/** Labels with their places; actors that lie off the plane have none. Organisations are named at their seat. */
export function labelSpecs(plane: Plane, labels: readonly Label[]): readonly LabelSpec[] {
  return labels.flatMap(({ actor, name, words }) => {
    const anchor = plane.anchors[actor] ?? plane.seats.brussels;
    if (!anchor || (!plane.anchors[actor] && !['EU', 'NATO'].includes(actor))) return [];
    const subject = plane.bounds[actor] ?? [anchor[0], anchor[1], anchor[0], anchor[1]];
    return [{ id: actor, name, words, anchor, subject }];
  });
}

/** What the label layout needs for a camera: subjects and anchors on the screen. */
export function labelRequests(
  specs: readonly LabelSpec[],
  camera: Camera,
): readonly LabelRequest[] {
  return specs.map(({ id, name, words, anchor, subject, isGuarded }) => ({
    id,
    anchor: toScreen(camera, anchor),
    subject: boxToScreen(camera, subject),
    isGuarded: isGuarded ?? words.length > 0,
    ...labelSize(name, words),
  }));
}
