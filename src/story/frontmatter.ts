/** Where the frontmatter of an MDX file stands, in offsets. */
export interface Frontmatter {
  /** The YAML between the two lines of dashes. */
  readonly text: string;
  /** Where that YAML starts. */
  readonly offset: number;
  /** Where the narration starts, behind the closing dashes. */
  readonly end: number;
}

/** Finds the frontmatter at the top of a file; undefined when it is not there or not closed. */
export function findFrontmatter(text: string): Frontmatter | undefined {
  const match = /^(---[ \t]*\r?\n)([\s\S]*?)(?<=\n)---[ \t]*(?:\r?\n|$)/u.exec(text);
  if (!match) return undefined;
  const [all, opening = '', yaml = ''] = match;
  return { text: yaml, offset: opening.length, end: all.length };
}
