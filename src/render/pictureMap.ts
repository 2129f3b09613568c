import type { Actor } from '../schema/actor.ts';
import { fitCamera, type Box, type Camera } from '../map/camera.ts';
import { arrangeLabels, type ArrangedLabel } from '../map/arrangeLabels.ts';
import { labelSpecs } from '../map/labelRequests.ts';
import { LABEL_FONT } from '../map/labelSize.ts';
import type { MapState } from '../map/mapState.ts';
import type { Plane } from '../map/plane.ts';
import { viewOf } from '../map/viewOf.ts';
import { bold, box, column, round, sans, type PictureBox } from './pictureBoxes.ts';
import { renderDefinitions, type MapPaths } from './renderDefinitions.ts';
import { renderMarks } from './renderMarks.ts';
import { renderOverlay } from './renderOverlay.ts';

/** What the map of a picture is drawn from. */
export interface PictureMap {
  readonly state: MapState;
  readonly plane: Plane;
  readonly actors: readonly Actor[];
  /** The world's paths, cut to a box of the plane. */
  pathsIn(box: Box): MapPaths;
}

/** Where a map stands in a picture: all in picture pixels. */
export interface MapPlace {
  /** What is seen of the plane, to its edges. */
  readonly frame: Box;
  /** Where the view must fit. */
  readonly free: Box;
  /** Pixels of the picture in a CSS pixel of the page's map. */
  readonly pixel: number;
}

/** A map ready to be laid under the texts of a picture. */
export interface PlacedMap {
  /** SVG groups in picture pixels, styled by the classes and hooks of the page's map. */
  readonly map: string;
  readonly labels: readonly PictureBox[];
}

/** Strokes at the edge are cut beyond this, in CSS pixels of the map. */
const OVERLAP = 12;
/** A leader longer than this, in CSS pixels of the map, is lost at the size that a picture is seen at. */
const LONGEST_LEADER = 90;

/** Draws a map into its place, with the labels that find room in the free area. */
export function placeMap(source: PictureMap, { frame, free, pixel }: MapPlace): PlacedMap {
  const room = inPixels(free, pixel);
  const camera = fitCamera(viewOf(source.plane, source.state.view), room);
  const labels = labelsOf(source, camera, room);
  const seen = toPlane(camera, inPixels(frame, pixel));
  return {
    map: `<g transform="scale(${pixel.toFixed(6)})">${renderPlane(source, camera, seen)}${labels.map(renderLeader).join('')}</g>`,
    labels: labels.map((label) => labelBox(label, pixel)),
  };
}

function inPixels(area: Box, pixel: number): Box {
  return [area[0] / pixel, area[1] / pixel, area[2] / pixel, area[3] / pixel];
}

/** The part of the plane that is seen, with room for strokes. */
function toPlane({ k, x, y }: Camera, [x0, y0, x1, y1]: Box): Box {
  return [
    Math.floor((x0 - OVERLAP - x) / k),
    Math.floor((y0 - OVERLAP - y) / k),
    Math.ceil((x1 + OVERLAP - x) / k),
    Math.ceil((y1 + OVERLAP - y) / k),
  ];
}

function renderPlane(source: PictureMap, { k, x, y }: Camera, seen: Box): string {
  const { state, plane, actors } = source;
  const id = 'picture';
  const parts = [
    '<use href="#base"/>',
    `<g data-part="marks">${renderMarks(state, plane, actors)}</g>`,
    `<g data-part="overlay">${renderOverlay(state, plane, actors, id)}</g>`,
  ];
  const transform = `translate(${round(x)} ${round(y)}) scale(${k.toFixed(6)})`;
  return `${renderDefinitions(source.pathsIn(seen), plane, actors, [{ id, state }])}<g transform="${transform}">${parts.join('')}</g>`;
}

function labelsOf(
  { state, plane }: PictureMap,
  camera: Camera,
  free: Box,
): readonly ArrangedLabel[] {
  const drawn = state.layers.flatMap((layer) => plane.layerLabels[layer] ?? []);
  return arrangeLabels(
    [...labelSpecs(plane, state.labels), ...drawn],
    camera,
    free,
    LONGEST_LEADER,
  );
}

function renderLeader({ leader }: ArrangedLabel): string {
  if (!leader) return '';
  const [x0 = '', y0 = '', x1 = '', y1 = ''] = leader.map(round);
  return `<path class="leader" d="M${x0} ${y0}L${x1} ${y1}"/><path class="pin" d="M${x0} ${y0}h0"/>`;
}

/** The text of a label with its halo, in the box that the layout gave it. */
function labelBox(
  { box: at, align, name, words, isLine }: ArrangedLabel,
  pixel: number,
): PictureBox {
  const style = {
    ...column,
    position: 'absolute',
    left: at[0] * pixel,
    top: at[1] * pixel,
    width: (at[2] - at[0]) * pixel,
    alignItems: { start: 'flex-start', middle: 'center', end: 'flex-end' }[align],
    ...sans(LABEL_FONT.name * pixel, LABEL_FONT.line / LABEL_FONT.name),
    whiteSpace: 'nowrap',
    WebkitTextStroke: `${round(4 * pixel)}px var(--paper)`,
    paintOrder: 'stroke',
  };
  const small = {
    fontSize: LABEL_FONT.words * pixel,
    lineHeight: LABEL_FONT.line / LABEL_FONT.words,
  };
  return box(style, [box(isLine ? small : bold, name), ...words.map((line) => box(small, line))]);
}
