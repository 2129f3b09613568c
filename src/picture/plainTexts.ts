/** A word as the text layout writes it: place, width, what it looks like, what it says. */
const WORD =
  /<text x="([-\d.]+)" y="([-\d.]+)" width="([\d.]+)" height="[\d.]+" ([^>]*)>([^<]*)<\/text>/g;
const MASK = /<mask id="([^"]*)">.*?<\/mask>/g;

/** Fonts of other systems, by the family that the text layout names. */
const STACKS = {
  'source serif 4': "'Source Serif 4', Georgia, 'Times New Roman', serif",
  'source sans 3': "'Source Sans 3', 'Helvetica Neue', Arial, sans-serif",
} as const;

interface Line {
  readonly x: number;
  readonly y: string;
  /** Where the last word ends, a space included. */
  readonly end: number;
  /** Up to the last letter. */
  readonly width: number;
  readonly look: string;
  readonly text: string;
}

/**
 * An SVG of the text layout with one text a line instead of one a word, each as wide as the layout made it
 * whatever font is there: it weighs a fifth of the same text as shapes, and can be searched and copied.
 */
export function withPlainTexts(svg: string): string {
  const words = /(?:<text [^>]*>[^<]*<\/text>)+/g;
  return svg.replace(words, (run) => linesIn(run).map(renderLine).join(''));
}

/** An SVG of the text layout without the masks that nothing in it is masked with. */
export function withoutIdleMasks(svg: string): string {
  return svg.replace(MASK, (mask, id: string) => (svg.includes(`url(#${id})`) ? mask : ''));
}

/** Words that follow one another on a line and look the same. */
function linesIn(run: string): readonly Line[] {
  return [...run.matchAll(WORD)].map(wordFrom).reduce<Line[]>((lines, word) => {
    const last = lines.at(-1);
    const goesOn =
      last?.y === word.y && last.look === word.look && Math.abs(last.end - word.x) < 0.5;
    if (!last || !goesOn) return [...lines, word];
    const width = word.text.trim() === '' ? last.width : word.end - last.x;
    return [...lines.slice(0, -1), { ...last, width, end: word.end, text: last.text + word.text }];
  }, []);
}

function wordFrom([, x = '', y = '', width = '', look = '', text = '']: RegExpMatchArray): Line {
  return { x: Number(x), y, end: Number(x) + Number(width), width: Number(width), look, text };
}

function renderLine({ x, y, width, look, text }: Line): string {
  const styled = look.replace(
    /font-family="([^"]*)"/,
    (_, family: keyof typeof STACKS) => `font-family="${STACKS[family]}"`,
  );
  const place = `x="${rounded(x)}" y="${rounded(Number(y))}" textLength="${rounded(width)}"`;
  return `<text ${place} lengthAdjust="spacingAndGlyphs" ${styled}>${text.trimEnd()}</text>`;
}

function rounded(value: number): string {
  return String(Math.round(value * 100) / 100);
}
