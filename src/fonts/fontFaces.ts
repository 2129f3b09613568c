/** A font file of the site: a script subset of a variable font, cut to the characters that it may need. */
export interface FontFace {
  /** File name under `/fonts/`, without ending. */
  readonly name: string;
  /** CSS family. */
  readonly family: string;
  /** The package file it is cut from. */
  readonly from: string;
  /** First and last code points of the ranges it covers. */
  readonly ranges: readonly (readonly [number, number])[];
}

const SERIF = '@fontsource-variable/source-serif-4/files/source-serif-4';
const SANS = '@fontsource-variable/source-sans-3/files/source-sans-3';
const LATIN = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x2010, 0x2026],
  [0x2032, 0x2033],
  [0x20ac, 0x20ac],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
] as const;
/** Latin Extended-A and the letters of Romanian: every name in the record. */
const LATIN_EXTENDED = [
  [0x100, 0x17f],
  [0x218, 0x21b],
] as const;

/** The files in the order of need: the first paint needs none. */
export const FONT_FACES: readonly FontFace[] = [
  {
    name: 'serif-latin',
    family: 'Source Serif 4',
    from: `${SERIF}-latin-wght-normal.woff2`,
    ranges: LATIN,
  },
  {
    name: 'sans-latin',
    family: 'Source Sans 3',
    from: `${SANS}-latin-wght-normal.woff2`,
    ranges: LATIN,
  },
  {
    name: 'serif-latin-ext',
    family: 'Source Serif 4',
    from: `${SERIF}-latin-ext-wght-normal.woff2`,
    ranges: LATIN_EXTENDED,
  },
  {
    name: 'sans-latin-ext',
    family: 'Source Sans 3',
    from: `${SANS}-latin-ext-wght-normal.woff2`,
    ranges: LATIN_EXTENDED,
  },
];

/** Weights kept of the variable axis. */
export const WEIGHTS = { min: 400, max: 700 } as const;

/** `unicode-range` of a face. */
export function unicodeRange({ ranges }: FontFace): string {
  return ranges.map(([from, to]) => `U+${from.toString(16)}-${to.toString(16)}`).join(', ');
}

/** The face's characters, for cutting. */
export function charactersOf({ ranges }: FontFace): string {
  return ranges
    .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index))
    .map((code) => String.fromCodePoint(code))
    .join('');
}
