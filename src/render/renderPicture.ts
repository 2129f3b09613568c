import type { Actor } from '../schema/actor.ts';
import type { Stance } from '../schema/vocabulary.ts';
import { fitCamera, type Box, type Camera } from '../map/camera.ts';
import { arrangeLabels, type ArrangedLabel } from '../map/arrangeLabels.ts';
import { labelSpecs } from '../map/labelRequests.ts';
import { LABEL_FONT } from '../map/labelSize.ts';
import type { MapState } from '../map/mapState.ts';
import type { Plane } from '../map/plane.ts';
import { viewOf } from '../map/viewOf.ts';
import { renderDefinitions, type MapPaths } from './renderDefinitions.ts';
import { renderMarks } from './renderMarks.ts';
import { renderOverlay } from './renderOverlay.ts';

/** Width and height in pixels; at least 1.6 times as wide as high, since the panel stands beside the map. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** A line of the key: the fill that it explains, a name and the number of actors that have it. */
export interface KeyLine {
  /** Left out for actors of whom nothing was found. */
  readonly stance?: Stance;
  /** Stripes instead of a fill. */
  readonly isReported?: boolean;
  readonly name: string;
  /** Left out where the line explains a sign only. */
  readonly count?: number;
}

/** Everything the panel says, from top to bottom. */
export interface PictureTexts {
  readonly title: string;
  readonly question: string;
  /** Which soldiers the map is about. */
  readonly subject: string;
  readonly asOf: string;
  /** One line a stance. */
  readonly key: readonly KeyLine[];
  /** Signs of the map besides the stances, side by side. */
  readonly signs: readonly KeyLine[];
  /** What the map rests on. */
  readonly extent: string;
}

/** What the map of a picture is drawn from. */
export interface PictureMap {
  readonly state: MapState;
  readonly plane: Plane;
  readonly paths: MapPaths;
  readonly actors: readonly Actor[];
}

/** A box of a picture with its style in pixels and roles of the palette, its text or its boxes. */
export interface PictureBox {
  readonly type: 'div';
  readonly props: {
    readonly style: Readonly<Record<string, string | number>>;
    readonly children: string | readonly PictureBox[];
  };
}

/** A picture before colours are resolved and texts are turned into shapes. */
export interface Picture extends PictureSize {
  /** Pixels of the picture in a CSS pixel of the page's map. */
  readonly pixel: number;
  /** The map as SVG groups in picture pixels, styled by the classes and hooks of the page's map. */
  readonly map: string;
  /** Panel and labels, to lay over the map: nothing in it names a colour, only roles (`var(--ink)`). */
  readonly texts: PictureBox;
}

/** The height that the sizes below are given for; other pictures scale them. */
const DESIGN_HEIGHT = 630;
const PANEL_WIDTH = 512;
/** A picture is seen at half its size or less: strokes and labels of the map are this much larger. */
const MAP_PIXEL = 1.45;
/** Free margin around the view, in CSS pixels of the map. */
const MAP_MARGIN = 12;

type Style = PictureBox['props']['style'];

/** The picture of a map state: a panel with texts and key at the left, the map beside it. */
export function renderPicture(map: PictureMap, texts: PictureTexts, size: PictureSize): Picture {
  const { width, height } = size;
  if (width < height * 1.6) {
    throw new Error(`renderPicture: ${String(width)}×${String(height)} has no room for the map`);
  }
  const unit = height / DESIGN_HEIGHT;
  const pixel = MAP_PIXEL * unit;
  const free = freeArea(size, unit, pixel);
  const camera = fitCamera(viewOf(map.plane, map.state.view), free);
  const labels = labelsOf(map, camera, free);
  return {
    ...size,
    pixel,
    map: `<g transform="scale(${pixel.toFixed(6)})">${renderPlane(map, camera)}${labels.map(renderLeader).join('')}</g>`,
    texts: box({ position: 'relative', width, height }, [
      ...labels.map((label) => labelBox(label, pixel)),
      panel(texts, unit, height),
    ]),
  };
}

/** Where the view must fit, in CSS pixels of the map. */
function freeArea({ width, height }: PictureSize, unit: number, pixel: number): Box {
  return [
    (PANEL_WIDTH * unit) / pixel + MAP_MARGIN,
    MAP_MARGIN,
    width / pixel - MAP_MARGIN,
    height / pixel - MAP_MARGIN,
  ];
}

function renderPlane({ state, plane, paths, actors }: PictureMap, { k, x, y }: Camera): string {
  const id = 'picture';
  const parts = [
    '<use href="#base"/>',
    `<g data-part="marks">${renderMarks(state, plane, actors)}</g>`,
    `<g data-part="overlay">${renderOverlay(state, plane, actors, id)}</g>`,
  ];
  const transform = `translate(${round(x)} ${round(y)}) scale(${k.toFixed(6)})`;
  return `${renderDefinitions(paths, plane, actors, [{ id, state }])}<g transform="${transform}">${parts.join('')}</g>`;
}

function labelsOf(
  { state, plane }: PictureMap,
  camera: Camera,
  free: Box,
): readonly ArrangedLabel[] {
  const drawn = state.layers.flatMap((layer) => plane.layerLabels[layer] ?? []);
  return arrangeLabels([...labelSpecs(plane, state.labels), ...drawn], camera, free);
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

function panel(texts: PictureTexts, unit: number, height: number): PictureBox {
  const style = {
    ...column,
    position: 'absolute',
    boxSizing: 'border-box',
    width: PANEL_WIDTH * unit,
    height,
    padding: `${round(34 * unit)}px ${round(40 * unit)}px ${round(32 * unit)}px`,
    background: 'var(--paper)',
    borderRight: `${round(unit)}px solid var(--border)`,
  };
  const titled = { ...serif(titleSize(texts.title) * unit, 1.02), ...bold };
  return box(style, [
    box({ ...titled, letterSpacing: '-0.025em', textWrap: 'balance' }, texts.title),
    box({ ...serif(24 * unit, 1.25), marginTop: 10 * unit }, texts.question),
    box({ ...column, ...sans(22 * unit, 1.3), margin: 'auto 0' }, [
      box(bold, texts.subject),
      box({ ...quiet, marginBottom: 8 * unit }, texts.asOf),
      ...texts.key.map((line) => keyLine(line, unit)),
      box(
        { ...row, fontSize: 18 * unit, marginTop: 8 * unit },
        texts.signs.map((line) => keyLine(line, unit)),
      ),
    ]),
    box({ ...sans(18 * unit, 1.3), ...quiet }, texts.extent),
  ]);
}

/** Pixels at a height of 630: a story's short title in two lines, a step's in four at most. */
function titleSize(title: string): number {
  if (title.length <= 20) return 82;
  return title.length <= 45 ? 56 : 44;
}

function keyLine({ stance, isReported, name, count }: KeyLine, unit: number): PictureBox {
  const tally = {
    ...bold,
    width: 32 * unit,
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
  };
  return box({ ...row, height: 30 * unit, marginRight: 26 * unit }, [
    box({ ...swatch(19 * unit), ...fillOf(stance, isReported, 19 * unit) }, []),
    ...(count === undefined ? [] : [box(tally, String(count))]),
    box({ marginLeft: 10 * unit }, name),
  ]);
}

function swatch(size: number): Style {
  return { boxSizing: 'border-box', width: size, height: size, borderRadius: size / 2 };
}

function fillOf(stance: Stance | undefined, isReported = false, size: number): Style {
  if (!stance) return { background: 'var(--land)', border: '1px solid var(--border)' };
  if (!isReported) return { background: `var(--${stance})` };
  const [half, whole] = [`${round(size / 6)}px`, `${round(size / 3)}px`];
  const stripes = `var(--${stance}) 0 ${half}, var(--paper) ${half} ${whole}`;
  return { background: `repeating-linear-gradient(135deg, ${stripes})` };
}

const row: Style = { display: 'flex', alignItems: 'center' };
const column: Style = { display: 'flex', flexDirection: 'column' };
const bold: Style = { fontWeight: 600 };
const quiet: Style = { color: 'var(--quiet)' };

function serif(fontSize: number, lineHeight: number): Style {
  return { fontFamily: 'Source Serif 4', fontSize, lineHeight, color: 'var(--ink)' };
}

function sans(fontSize: number, lineHeight: number): Style {
  return { fontFamily: 'Source Sans 3', fontSize, lineHeight, color: 'var(--ink)' };
}

function box(style: Style, children: string | readonly PictureBox[]): PictureBox {
  return { type: 'div', props: { style, children } };
}

function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}
