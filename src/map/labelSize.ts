/** Font sizes of a label in pixels: the name, and the words under it. */
export const LABEL_FONT = { name: 15, words: 13.5, line: 18 } as const;

/** Average advance of Source Sans 3 in ems, on the wide side so that real text never exceeds it. */
const ADVANCE = { name: 0.57, words: 0.51 } as const;

/** The room a label takes, in pixels; an estimate that real text stays inside of (a browser test holds it). */
export function labelSize(
  name: string,
  words: readonly string[],
): { width: number; height: number } {
  const widths = [
    name.length * LABEL_FONT.name * ADVANCE.name,
    ...words.map((line) => line.length * LABEL_FONT.words * ADVANCE.words),
  ];
  return { width: Math.ceil(Math.max(...widths)), height: LABEL_FONT.line * (1 + words.length) };
}
