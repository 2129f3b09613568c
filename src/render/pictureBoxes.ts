import type { Stance } from '../schema/vocabulary.ts';

/** A box of a picture with its style in pixels and roles of the palette, its text or its boxes. */
export interface PictureBox {
  readonly type: 'div';
  readonly props: {
    readonly style: Readonly<Record<string, string | number>>;
    readonly children: string | readonly PictureBox[];
  };
}

/** How a box looks: properties of CSS as the text layout knows them. */
export type Style = PictureBox['props']['style'];

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

/** Boxes beside each other, centred on a line. */
export const row: Style = { display: 'flex', alignItems: 'center' };
/** Boxes below each other. */
export const column: Style = { display: 'flex', flexDirection: 'column' };
/** The heavier of the two weights. */
export const bold: Style = { fontWeight: 600 };
/** What stands back. */
export const quiet: Style = { color: 'var(--quiet)' };

/** A box with a style, and its text or the boxes in it. */
export function box(style: Style, children: string | readonly PictureBox[]): PictureBox {
  return { type: 'div', props: { style, children } };
}

/** Text in the face of headlines. */
export function serif(fontSize: number, lineHeight: number): Style {
  return { fontFamily: 'Source Serif 4', fontSize, lineHeight, color: 'var(--ink)' };
}

/** Text in the face of labels. */
export function sans(fontSize: number, lineHeight: number): Style {
  return { fontFamily: 'Source Sans 3', fontSize, lineHeight, color: 'var(--ink)' };
}

/** A line of the key, in pixels of `unit` times the size that the share picture has it in. */
export function keyLine({ stance, isReported, name, count }: KeyLine, unit: number): PictureBox {
  const tally = {
    ...bold,
    flexShrink: 0,
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
  return {
    boxSizing: 'border-box',
    flexShrink: 0,
    width: size,
    height: size,
    borderRadius: size / 2,
  };
}

function fillOf(stance: Stance | undefined, isReported = false, size: number): Style {
  if (!stance) return { background: 'var(--land)', border: '1px solid var(--border)' };
  if (!isReported) return { background: `var(--${stance})` };
  const [half, whole] = [`${round(size / 6)}px`, `${round(size / 3)}px`];
  const stripes = `var(--${stance}) 0 ${half}, var(--paper) ${half} ${whole}`;
  return { background: `repeating-linear-gradient(135deg, ${stripes})` };
}

/** A length or place with two decimals at most. */
export function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}
