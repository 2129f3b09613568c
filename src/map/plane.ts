import type { Layer } from '../schema/vocabulary.ts';
import type { Box } from './camera.ts';
import type { LabelSpec } from './labelRequests.ts';

/** A point of the plane, in plane units (about half a kilometre). */
export type Point = readonly [x: number, y: number];

/** The projected world as the map layers see it: numbers only, no path data. */
export interface Plane {
  /** A point inside each shape, for labels and leader lines. */
  readonly anchors: Readonly<Record<string, Point>>;
  /** The core of each shape: what the camera must contain to show the actor. */
  readonly bounds: Readonly<Record<string, Box>>;
  /** Small states that need a mark of constant size. */
  readonly dots: Readonly<Record<string, Point>>;
  /** Named points of ours: seats of organisations. */
  readonly seats: Readonly<Record<string, Point>>;
  /** Boxes of the regions and lines that a view may name. */
  readonly regions: Readonly<Record<string, Box>>;
  /** Drawn lines, each a list of points: the line of contact and the middle of the band. */
  readonly lines: Readonly<Record<'contact' | 'band', readonly Point[]>>;
  /** Labels of the drawn lines, by layer: every line says what it is and for which day. */
  readonly layerLabels: Readonly<Partial<Record<Layer, LabelSpec>>>;
}
