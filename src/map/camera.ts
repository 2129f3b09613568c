/** [left, top, right, bottom], in plane units or CSS pixels. */
export type Box = readonly [x0: number, y0: number, x1: number, y1: number];

/** Where the plane is seen from: screen = plane × k + (x, y). k in pixels a plane unit. */
export interface Camera {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

/** Smallest side of a view, in plane units (about 750 km): a small state keeps its neighbours. */
const LEAST_SIDE = 1400;
/** Room around what must be seen, as a share of its size. */
const MARGIN = 0.05;

/** The smallest box that contains all given ones; throws on an empty list. */
export function unionOf(boxes: readonly Box[]): Box {
  if (boxes.length === 0) throw new Error('unionOf: expected at least one box');
  return [
    Math.min(...boxes.map((box) => box[0])),
    Math.min(...boxes.map((box) => box[1])),
    Math.max(...boxes.map((box) => box[2])),
    Math.max(...boxes.map((box) => box[3])),
  ];
}

/** What a step's picture must show: the union of the boxes with a margin, never smaller than a region. */
export function viewFor(boxes: readonly Box[]): Box {
  const [x0, y0, x1, y1] = unionOf(boxes);
  const width = Math.max((x1 - x0) * (1 + 2 * MARGIN), LEAST_SIDE);
  const height = Math.max((y1 - y0) * (1 + 2 * MARGIN), LEAST_SIDE);
  const [cx, cy] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return [
    Math.round(cx - width / 2),
    Math.round(cy - height / 2),
    Math.round(cx + width / 2),
    Math.round(cy + height / 2),
  ];
}

/** How far beyond a view a frame of another shape may show the plane, as a share of the longer side. */
const AROUND = 0.9;

/** A view with all that a frame up to 2.8 times as wide as high, or as high as wide, shows around it. */
export function aroundView([x0, y0, x1, y1]: Box): Box {
  const room = Math.round(Math.max(x1 - x0, y1 - y0) * AROUND);
  return [x0 - room, y0 - room, x1 + room, y1 + room];
}

/** The camera that shows the whole view as large as the free area allows, centred in it. */
export function fitCamera(view: Box, free: Box): Camera {
  const k = Math.min(
    (free[2] - free[0]) / (view[2] - view[0]),
    (free[3] - free[1]) / (view[3] - view[1]),
  );
  return {
    k,
    x: (free[0] + free[2]) / 2 - (k * (view[0] + view[2])) / 2,
    y: (free[1] + free[3]) / 2 - (k * (view[1] + view[3])) / 2,
  };
}

/** A plane point on the screen. */
export function toScreen(
  camera: Camera,
  [x, y]: readonly [number, number],
): readonly [number, number] {
  return [x * camera.k + camera.x, y * camera.k + camera.y];
}

/** A plane box on the screen. */
export function boxToScreen(camera: Camera, box: Box): Box {
  const [x0, y0] = toScreen(camera, [box[0], box[1]]);
  const [x1, y1] = toScreen(camera, [box[2], box[3]]);
  return [x0, y0, x1, y1];
}
