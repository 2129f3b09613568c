import type { Box } from './camera.ts';
import { doCross, lengthOf, shareWithin, type Segment } from './segments.ts';

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
  readonly leader: Segment | null;
}

/** Room between labels, to the edge of the free area and from a leader to the text beside its end, in pixels. */
const GAP = 6;
/** Room from a leader's end to the text above or below it, in pixels. */
const EDGE = 1;
const RADII = [22, 40, 62, 90, 124, 164, 210, 270];
const ANGLES = Array.from({ length: 16 }, (_, index) => (index * Math.PI) / 8);
/** How far a text above or below its leader may stand to the side, as shares of its width. */
const SHIFTS = [0, -0.35, 0.35];

/** How many labels are tried as the first, so that a crowded map costs a browser no long task. */
const MOST_TRIED = 8;

/** What is bad about a place, in the cost of one pixel of leader. */
const COST = {
  /** Above or below rather than beside. */
  upright: 24,
  /** All of the text over its own subject, which it touches. */
  overOwn: 160,
  /** All of the text over what another label is about. */
  overOther: 400,
  /** A leader that crosses another. */
  crossing: 300,
  /** A pixel of leader over what another label is about. */
  astray: 2,
  /** No place at all. */
  missing: 1000,
} as const;

interface Candidate {
  readonly label: PlacedLabel;
  readonly cost: number;
}

/** A label to place with all that is the same in whatever order labels are placed. */
interface Subject {
  readonly request: LabelRequest;
  /** All places it may have, the cheapest first. */
  readonly candidates: readonly Candidate[];
  /** What other labels are about. */
  readonly others: readonly Box[];
}

/** Labels placed one after the other. */
interface Layout {
  readonly placed: readonly PlacedLabel[];
  readonly cost: number;
  /** True when some label is missing, or could be taken for another's. */
  readonly isMuddled: boolean;
}

/**
 * Places labels inside the free area without overlap: first those that fit into their subjects and have
 * but one place, then the others, most wanted first. Where that leaves one that could be taken for
 * another's, others are tried as the first, and the best of all is taken. Returned in the order
 * asked. A label that fits nowhere is left out: the card and the text alternative still name its actor.
 * Pure: same input, same picture.
 */
export function layoutLabels(
  requests: readonly LabelRequest[],
  free: Box,
  obstacles: readonly Box[] = [],
): readonly PlacedLabel[] {
  const subjects = requests.map((request) => subjectOf(request, requests, free));
  const [inside, beside] = [
    subjects.filter(({ request }) => hasRoom(request)),
    subjects.filter(({ request }) => !hasRoom(request)),
  ];
  const layoutFrom = (first: readonly Subject[]): Layout => {
    const rest = beside.filter((each) => !first.includes(each));
    return layoutInTurn([...inside, ...first, ...rest], free, obstacles);
  };
  const asked = layoutFrom([]);
  const others = asked.isMuddled ? beside.slice(1, MOST_TRIED).map((one) => layoutFrom([one])) : [];
  const { placed } = others.reduce((best, other) => (other.cost < best.cost ? other : best), asked);
  return requests.flatMap(({ id }) => placed.find((label) => label.id === id) ?? []);
}

function subjectOf(request: LabelRequest, requests: readonly LabelRequest[], free: Box): Subject {
  const others = requests.filter(({ id, isGuarded }) => isGuarded && id !== request.id);
  return {
    request,
    others: others.map(({ subject }) => subject),
    candidates: [...candidatesFor(request, free)].sort((a, b) => a.cost - b.cost),
  };
}

/** Gives each label the best place that those before it have left. */
function layoutInTurn(subjects: readonly Subject[], free: Box, obstacles: readonly Box[]): Layout {
  const placed: PlacedLabel[] = [];
  let [cost, isMuddled] = [0, false];
  for (const subject of subjects) {
    const best = bestOf(subject, free, obstacles, placed);
    cost += best?.cost ?? COST.missing;
    isMuddled ||= best?.muddle !== 0;
    if (best) placed.push(best.label);
  }
  return { placed, cost, isMuddled };
}

/** The cheapest place that fits; candidates come cheapest first, before what muddle adds. */
function bestOf(
  { candidates, others }: Subject,
  free: Box,
  obstacles: readonly Box[],
  placed: readonly PlacedLabel[],
): (Candidate & { readonly muddle: number }) | null {
  const taken = [...obstacles, ...placed.map(({ box }) => box)];
  let best: (Candidate & { readonly muddle: number }) | null = null;
  for (const { label, cost } of candidates) {
    if (best && cost >= best.cost) break;
    if (!fits(label, free, taken, placed)) continue;
    const muddle = muddleOf(label, others, placed);
    if (!best || cost + muddle < best.cost) best = { label, cost: cost + muddle, muddle };
  }
  return best;
}

function candidatesFor(request: LabelRequest, free: Box): readonly Candidate[] {
  const around = RADII.flatMap((radius) => [...ring(request, radius), ...stack(request, radius)]);
  return [...insideCandidate(request, free), ...around];
}

/** True when the subject is clearly larger than the text. */
function hasRoom({ subject, width, height }: LabelRequest): boolean {
  return subject[2] - subject[0] > width * 1.2 && subject[3] - subject[1] > height * 1.6;
}

/** On the anchor, or a little beside it, where there is room in the part of the subject that is in sight. */
function insideCandidate(request: LabelRequest, free: Box): readonly Candidate[] {
  if (!hasRoom(request)) return [];
  const { id, anchor, subject, width, height } = request;
  const [x, y] = anchor;
  const least = Math.max(subject[0], free[0]) + width / 2;
  const most = Math.min(subject[2], free[2]) - width / 2;
  const middle = Math.min(Math.max(x, least), most);
  const box: Box = [middle - width / 2, y - height / 2, middle + width / 2, y + height / 2];
  if (Math.abs(middle - x) > width / 4 || !contains(subject, box)) return [];
  return [{ label: { id, box, align: 'middle', leader: null }, cost: 0 }];
}

/** Text to the left or right of a leader's end, in all directions around the subject. */
function ring(
  { id, anchor, subject, width, height }: LabelRequest,
  radius: number,
): readonly Candidate[] {
  return ANGLES.map((angle) => {
    const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
    const [x, y] = [anchor[0] + dx * radius, anchor[1] + dy * radius];
    const align = dx >= 0 ? 'start' : 'end';
    const left = align === 'start' ? x + GAP : x - GAP - width;
    const box: Box = [left, y - height / 2, left + width, y + height / 2];
    // Beside is calmer than above or below; near is calmer than far.
    const cost = radius + Math.abs(dy) * COST.upright + shareCovered(box, subject) * COST.overOwn;
    return { label: { id, box, align, leader: [...anchor, x, y] }, cost };
  });
}

/** Text above and below a leader's end, its middle there or further to a side. */
function stack(
  { id, anchor, subject, width, height }: LabelRequest,
  radius: number,
): readonly Candidate[] {
  const [x] = anchor;
  return [-1, 1].flatMap((direction) =>
    SHIFTS.map((shift) => {
      const y = anchor[1] + direction * radius;
      const left = x + (shift - 0.5) * width;
      const top = direction < 0 ? y - EDGE - height : y + EDGE;
      const box: Box = [left, top, left + width, top + height];
      const cost =
        radius + (1 + Math.abs(shift)) * COST.upright + shareCovered(box, subject) * COST.overOwn;
      return { label: { id, box, align: 'middle', leader: [...anchor, x, y] }, cost };
    }),
  );
}

function fits(
  { box, leader }: PlacedLabel,
  free: Box,
  taken: readonly Box[],
  placed: readonly PlacedLabel[],
): boolean {
  if (!contains(free, box)) return false;
  if (taken.some((other) => overlaps(grow(box, GAP), other))) return false;
  if (leader && taken.some((other) => shareWithin(leader, other) !== null)) return false;
  return !placed.some((other) => other.leader && shareWithin(other.leader, box) !== null);
}

/**
 * How much a label could be taken for another's: text over what another is about, a leader over it or
 * across another leader. Text inside its own subject cannot, whatever box lies around it: Russia's holds
 * Ukraine.
 */
function muddleOf(
  { box, leader }: PlacedLabel,
  others: readonly Box[],
  placed: readonly PlacedLabel[],
): number {
  if (!leader) return 0;
  const length = lengthOf(leader);
  const crossings = placed.filter((other) => other.leader && doCross(leader, other.leader)).length;
  return others.reduce((sum, other) => {
    const astray = (shareWithin(leader, other) ?? 0) * length * COST.astray;
    return sum + astray + shareCovered(box, other) * COST.overOther;
  }, crossings * COST.crossing);
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
