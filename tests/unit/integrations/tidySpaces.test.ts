import { describe, expect, it } from 'vitest';
import { withTidySpaces } from '../../../src/integrations/tidySpaces.ts';

describe('withTidySpaces(html)', () => {
  it.each([
    ['<p>\n  Two  words,\n  <b>one</b>  more </p>', '<p>Two words, <b>one</b> more</p>'],
    ['<ul>\n  <li> One </li>\n  <li>Two</li>\n</ul> ', '<ul><li>One</li><li>Two</li></ul>'],
    ['<b>Ruritania</b> <i>said</i>', '<b>Ruritania</b> <i>said</i>'],
    ['<p>no\u00a0 break\u00a0</p>', '<p>no\u00a0 break\u00a0</p>'],
    ['text  without <b>tags</b>  after', 'text without <b>tags</b> after'],
  ])('makes of %j %j', (html, expected) => {
    expect(withTidySpaces(html)).toBe(expected);
  });

  it.each([
    '<pre>\n  kept  as it  is\n</pre>',
    '<textarea>  two\n  lines </textarea>',
    '<script>const a = "  ";\n</script>',
    '<style> a  {\n}</style>',
    '<a title="two  spaces  and > a sign" href="#">x</a>',
    '<!-- a  comment > with signs -->',
  ])('leaves %j alone', (html) => {
    expect(withTidySpaces(html)).toBe(html);
  });
});
