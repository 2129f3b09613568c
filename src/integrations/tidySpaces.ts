/** Tags, and elements whose text counts to the letter. */
const KEPT =
  /<(pre|textarea|script|style)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<(?:"[^"]*"|'[^']*'|[^'">])*>/g;
/** Tags at which a line ends anyway. */
const BLOCK =
  /^<\/?(?:article|body|circle|dd|defs|details|div|dl|dt|figcaption|figure|footer|g|h[1-6]|head|header|html|li|link|main|meta|nav|ol|p|path|section|summary|svg|table|tbody|td|th|thead|title|tr|ul|use)\b/;

/** A page without the spaces that nobody sees: one in place of several, none beside a block's tag. */
export function withTidySpaces(html: string): string {
  let [tidy, before, end] = ['', '', 0];
  for (const { 0: tag, index } of html.matchAll(KEPT)) {
    tidy += tidyText(html.slice(end, index), before, tag) + tag;
    [before, end] = [tag, index + tag.length];
  }
  return tidy + tidyText(html.slice(end), before, '');
}

/** A text between two tags. */
function tidyText(text: string, before: string, after: string): string {
  const single = text.replace(/[ \t\r\n]+/g, ' ');
  const start = BLOCK.test(before) ? single.replace(/^ /, '') : single;
  return BLOCK.test(after) ? start.replace(/ $/, '') : start;
}
