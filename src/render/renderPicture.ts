import { bold, box, column, keyLine, quiet, round, row, sans, serif } from './pictureBoxes.ts';
import type { KeyLine, PictureBox } from './pictureBoxes.ts';
import { placeMap, type PictureMap } from './pictureMap.ts';

/** Width and height in pixels; at least 1.6 times as wide as high, since the panel stands beside the map. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
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

/** The picture of a map state: a panel with texts and key at the left, the map beside it. */
export function renderPicture(source: PictureMap, texts: PictureTexts, size: PictureSize): Picture {
  const { width, height } = size;
  if (width < height * 1.6) {
    throw new Error(`renderPicture: ${String(width)}×${String(height)} has no room for the map`);
  }
  const unit = height / DESIGN_HEIGHT;
  const pixel = MAP_PIXEL * unit;
  const margin = MAP_MARGIN * pixel;
  const left = PANEL_WIDTH * unit;
  const { map, labels } = placeMap(source, {
    frame: [left, 0, width, height],
    free: [left + margin, margin, width - margin, height - margin],
    pixel,
  });
  const boxes = [...labels, panel(texts, unit, height)];
  return { ...size, pixel, map, texts: box({ position: 'relative', width, height }, boxes) };
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
