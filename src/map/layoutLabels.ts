import type { Box } from './camera.ts';

/** A label to place: where its subject is on the screen and how large its text is, in pixels. */
export interface LabelRequest {
  readonly id: string;
  /** Point inside the subject. */
  readonly anchor: readonly [number, number];
  /** The subject's box; the label goes inside when it fits, so no leader is needed. */
  readonly subject: Box;
  /** True when this subject is what the step is about: other labels keep off it. */
  readonly isGuarded: boolean;
  readonly width: number;
  readonly height: number;
}

/** A placed label: its text box, and a leader line to the subject unless it stands inside. */
export interface PlacedLabel {
  readonly id: string;
  readonly box: Box;
  readonly align: 'start' | 'middle' | 'end';
  readonly leader: readonly [x0: number, y0: number, x1: number, y1: number] | null;
}

/** Room between labels, and to the edge of the free area, in pixels. */
const GAP = 6;
const RADII = [22, 40, 62, 90, 124, 164, 210, 270];
const ANGLES = Array.from({ length: 16 }, (_, index) => (index * Math.PI) / 8);

interface Candidate {
  readonly label: PlacedLabel;
  readonly cost: number;
}

/**
 * Places labels inside the free area without overlap: first those that fit into their subjects and have
 * but one place, then the others, most wanted first. Returned in the order asked. A label that fits nowhere
 * is left out: the card and the text alternative still name its actor. Pure: same input, same picture.
 */
export function layoutLabels(
  requests: readonly LabelRequest[],
  free: Box,
  obstacles: readonly Box[] = [],
): readonly PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  const guarded = requests.filter(({ isGuarded }) => isGuarded);
  const [inside, beside] = [requests.filter(hasRoom), requests.filter((each) => !hasRoom(each))];
  for (const request of [...inside, ...beside]) {
    const taken = [...obstacles, ...placed.map(({ box }) => box)];
    const others = guarded.filter(({ id }) => id !== request.id).map(({ subject }) => subject);
    const best = candidatesFor(request)
      .filter(({ label }) => fits(label, free, taken, placed))
      .map(({ label, cost }) => ({
        label,
        cost: cost + coveredCost(label, others, request.subject),
      }))
      .sort((a, b) => a.cost - b.cost)[0];
    if (best) placed.push(best.label);
  }
  return requests.flatMap(({ id }) => placed.find((label) => label.id === id) ?? []);
}

function candidatesFor(request: LabelRequest): readonly Candidate[] {
  return [...insideCandidate(request), ...RADII.flatMap((radius) => ring(request, radius))];
}

/** True when the subject is clearly larger than the text. */
function hasRoom({ subject, width, height }: LabelRequest): boolean {
  return subject[2] - subject[0] > width * 1.2 && subject[3] - subject[1] > height * 1.6;
}

/** On the anchor, or a little beside it, where there is room. */
function insideCandidate(request: LabelRequest): readonly Candidate[] {
  if (!hasRoom(request)) return [];
  const { id, anchor, subject, width, height } = request;
  const [x, y] = anchor;
  const middle = Math.min(Math.max(x, subject[0] + width / 2), subject[2] - width / 2);
  const box: Box = [middle - width / 2, y - height / 2, middle + width / 2, y + height / 2];
  if (Math.abs(middle - x) > width / 4 || !contains(subject, box)) return [];
  return [{ label: { id, box, align: 'middle', leader: null }, cost: 0 }];
}

function ring(request: LabelRequest, radius: number): readonly Candidate[] {
  const { id, anchor, width, height } = request;
  return ANGLES.map((angle) => {
    const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
    const [x, y] = [anchor[0] + dx * radius, anchor[1] + dy * radius];
    const align = dx >= 0 ? 'start' : 'end';
    const left = align === 'start' ? x + GAP : x - GAP - width;
    const box: Box = [left, y - height / 2, left + width, y + height / 2];
    // Beside is calmer than above or below; near is calmer than far.
    return {
      label: { id, box, align, leader: [...anchor, x, y] as const },
      cost: radius + Math.abs(dy) * 24,
    };
  });
}

function fits(
  label: PlacedLabel,
  free: Box,
  taken: readonly Box[],
  placed: readonly PlacedLabel[],
): boolean {
  if (!contains(free, label.box)) return false;
  if (taken.some((box) => overlaps(grow(label.box, GAP), box))) return false;
  if (label.leader && taken.some((box) => label.leader && crosses(label.leader, box))) return false;
  return !placed.some(({ leader }) => leader && crosses(leader, label.box));
}

/**
 * Text over another spotlighted subject costs most, text beside its own subject that touches it a little;
 * text inside its own costs nothing, whatever box lies around it: Russia's holds Ukraine.
 */
function coveredCost({ box, leader }: PlacedLabel, others: readonly Box[], own: Box): number {
  if (!leader) return 0;
  const foreign = others.reduce((sum, other) => sum + shareCovered(box, other), 0);
  return foreign * 400 + shareCovered(box, own) * 160;
}

function shareCovered(box: Box, by: Box): number {
  const width = Math.min(box[2], by[2]) - Math.max(box[0], by[0]);
  const height = Math.min(box[3], by[3]) - Math.max(box[1], by[1]);
  if (width <= 0 || height <= 0) return 0;
  return (width * height) / ((box[2] - box[0]) * (box[3] - box[1]));
}

function contains(outer: Box, inner: Box): boolean {
  return (
    inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3]
  );
}

function overlaps(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

function grow([x0, y0, x1, y1]: Box, by: number): Box {
  return [x0 - by, y0 - by, x1 + by, y1 + by];
}

/** True when a segment meets a box (Liang and Barsky's clipping test). */
function crosses([x0, y0, x1, y1]: readonly [number, number, number, number], box: Box): boolean {
  const sides = [
    [x0 - x1, x0 - box[0]],
    [x1 - x0, box[2] - x0],
    [y0 - y1, y0 - box[1]],
    [y1 - y0, box[3] - y0],
  ] as const;
  let [from, to] = [0, 1];
  for (const [direction, distance] of sides) {
    if (direction === 0 && distance < 0) return false;
    const at = direction === 0 ? 0 : distance / direction;
    if (direction < 0) from = Math.max(from, at);
    if (direction > 0) to = Math.min(to, at);
  }
  return from <= to;
}
