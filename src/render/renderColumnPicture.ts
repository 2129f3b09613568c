import { bold, box, column, keyLine, quiet, sans, serif } from './pictureBoxes.ts';
import type { PictureBox } from './pictureBoxes.ts';
import { placeMap, type PictureMap } from './pictureMap.ts';
import type { Picture, PictureTexts } from './renderPicture.ts';

/** What a picture in the column of an article says: it must stand without its caption. */
export interface ColumnTexts extends Omit<PictureTexts, 'question'> {
  /** Whose map it is, and where its sources are. */
  readonly credit: string;
}

/** Width and height in pixels: an article's column, and high enough for Europe beside the key. */
export const COLUMN_SIZE = { width: 720, height: 540 } as const;

/** The share of the share picture's sizes that the key has here. */
const KEY_UNIT = 0.72;
const KEY_WIDTH = 240;
const SIDE = 18;
const FOOT_HEIGHT = 50;
const TITLE = { size: 27, line: 31 } as const;
/** Most characters that surely fit on one line of the title, and the width that breaks longer ones in two. */
const ONE_LINE = { characters: 47, width: 540 } as const;
const MAP_PIXEL = 1.15;
const MAP_MARGIN = 10;

/** The picture of a map state for an article: title over the map, key beside what it shows, sources below. */
export function renderColumnPicture(source: PictureMap, texts: ColumnTexts): Picture {
  const { width, height } = COLUMN_SIZE;
  const top = headHeight(texts.title);
  const bottom = height - FOOT_HEIGHT;
  const { map, labels } = placeMap(source, {
    frame: [0, top, width, bottom],
    free: [KEY_WIDTH + MAP_MARGIN, top + MAP_MARGIN, width - MAP_MARGIN, bottom - MAP_MARGIN],
    pixel: MAP_PIXEL,
  });
  const boxes = [...labels, head(texts, top), key(texts), foot(texts, bottom)];
  return {
    ...COLUMN_SIZE,
    pixel: MAP_PIXEL,
    map,
    texts: box({ position: 'relative', width, height }, boxes),
  };
}

function headHeight(title: string): number {
  return (isOneLine(title) ? 1 : 2) * TITLE.line + 60;
}

function isOneLine(title: string): boolean {
  return title.length <= ONE_LINE.characters;
}

function head({ title, subject, asOf }: ColumnTexts, height: number): PictureBox {
  const titled = {
    ...serif(TITLE.size, TITLE.line / TITLE.size),
    ...bold,
    ...(isOneLine(title)
      ? { whiteSpace: 'nowrap' }
      : { width: ONE_LINE.width, textWrap: 'balance' }),
    letterSpacing: '-0.012em',
  };
  return box({ ...band, top: 0, height, paddingTop: 14 }, [
    box(titled, title),
    box({ ...sans(18, 1.3), marginTop: 4, display: 'flex' }, [
      box(bold, subject),
      box({ ...quiet, marginLeft: 10 }, asOf),
    ]),
  ]);
}

function key({ key: lines, signs }: ColumnTexts): PictureBox {
  const style = {
    ...band,
    bottom: FOOT_HEIGHT,
    width: KEY_WIDTH,
    paddingTop: 10,
    paddingRight: 0,
    paddingBottom: 4,
    ...sans(15, 1.3),
    whiteSpace: 'nowrap',
  };
  return box(
    style,
    [...lines, ...signs].map((line) => keyLine(line, KEY_UNIT)),
  );
}

function foot({ extent, credit }: ColumnTexts, top: number): PictureBox {
  const style = { ...band, top, height: FOOT_HEIGHT, ...sans(13, 1.35), ...quiet, paddingTop: 7 };
  return box(style, [box({}, extent), box({}, credit)]);
}

/** A strip of paper from edge to edge. */
const band = {
  ...column,
  position: 'absolute',
  boxSizing: 'border-box',
  left: 0,
  width: COLUMN_SIZE.width,
  paddingLeft: SIDE,
  paddingRight: SIDE,
  background: 'var(--paper)',
};
