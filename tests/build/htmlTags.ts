/** A tag as it stands in a page. */
export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Offset in the page. */
  readonly at: number;
}

const TAG =
  /<([a-z][\w:-]*)((?:\s+[^\s=>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?)*)\s*\/?>/gi;
const ATTRIBUTE = /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/g;
const RAW = /(<(script|style)\b[^>]*>)([\s\S]*?)(<\/\2>)/gi;

/** All opening tags of a page in their order, those written inside scripts and styles left out. */
export function tagsOf(html: string): readonly Tag[] {
  const blank = html.replace(
    RAW,
    (_, open: string, _name: string, inside: string, close: string) =>
      `${open}${' '.repeat(inside.length)}${close}`,
  );
  return [...blank.matchAll(TAG)].map(({ 1: name = '', 2: rest = '', index }) => ({
    name: name.toLowerCase(),
    attributes: new Map(
      [...rest.matchAll(ATTRIBUTE)].map(([, key = '', double, single, bare]) => [
        key.toLowerCase(),
        unescapeHtml(double ?? single ?? bare ?? ''),
      ]),
    ),
    at: index,
  }));
}

/** What a `<meta>` of a name or property says; undefined where there is none. */
export function contentOf(tags: readonly Tag[], name: string): string | undefined {
  const tag = tags.find(({ attributes }) =>
    [attributes.get('property'), attributes.get('name')].includes(name),
  );
  return tag?.attributes.get('content');
}

/** How each link that leaves the page opens: its target and its rel. */
export function outwardLinks(tags: readonly Tag[]): readonly (readonly (string | undefined)[])[] {
  return tags
    .filter(({ name, attributes }) => name === 'a' && !attributes.get('href')?.startsWith('#'))
    .map(({ attributes }) => [attributes.get('target'), attributes.get('rel')]);
}

/** What stands inside each `<style>` or `<script>`, with the attributes of its tag. */
export function insideOf(
  html: string,
  element: 'style' | 'script' | 'template',
): readonly { readonly attributes: string; readonly text: string }[] {
  const pattern = new RegExp(`<${element}\\b([^>]*)>([\\s\\S]*?)</${element}>`, 'gi');
  return [...html.matchAll(pattern)].map(([, attributes = '', text = '']) => ({
    attributes,
    text,
  }));
}

/** A text or a value of HTML without its character references. */
export function unescapeHtml(value: string): string {
  return value
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}
