/** A fallback family with the metrics of the web font it stands in for, so that a swap moves nothing. */
export interface Fallback {
  readonly family: string;
  /** Installed fonts it is made of, first one found. */
  readonly local: readonly string[];
  /** Width of running English text of the web font, in per cent of the local font's. */
  readonly sizeAdjust: number;
  /** Ascent and descent of the web font in per cent of the em, divided by the size adjustment (CSS Fonts 5). */
  readonly ascent: number;
  readonly descent: number;
}

/** Ascent and descent of both Source families in thousandths of an em (their `hhea` tables). */
const METRICS = { serif: [1036, 335], sans: [1024, 400] } as const;

/** Fallbacks by role; `sizeAdjust` was measured by setting 600 words of the story in both fonts. */
export const FALLBACKS: readonly Fallback[] = [
  fallback('Source Serif fallback', 'serif', ['Georgia', 'Gelasio'], 95),
  fallback('Source Sans fallback', 'sans', ['Arial', 'Liberation Sans', 'Helvetica'], 94),
];

function fallback(
  family: string,
  role: keyof typeof METRICS,
  local: readonly string[],
  sizeAdjust: number,
): Fallback {
  const [ascent, descent] = METRICS[role];
  const scaled = (value: number): number => Math.round((value / sizeAdjust) * 100) / 10;
  return { family, local, sizeAdjust, ascent: scaled(ascent), descent: scaled(descent) };
}
