/** An element of parsed markup. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

interface OpenElement extends Element {
  readonly children: (Element | string)[];
}

const TOKEN = /<(\/)?([a-zA-Z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/)?>|([^<>]+)/gy;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Parses well-formed SVG as the renderers write it; throws where a tag, quote or entity is broken. */
export function parseMarkup(markup: string): Element {
  const root: OpenElement = { name: '#root', attributes: {}, children: [] };
  const open = [root];
  let at = 0;
  for (const match of markup.matchAll(TOKEN)) {
    const [all, closing, name = '', attributes = '', selfClosing, text] = match;
    at = match.index + all.length;
    const parent = open.at(-1)!;
    if (text !== undefined) parent.children.push(decode(text));
    else if (closing) close(open, name);
    else {
      const element = { name, attributes: attributesIn(attributes), children: [] };
      parent.children.push(element);
      if (!selfClosing) open.push(element);
    }
  }
  if (at !== markup.length) throw new Error(`markup breaks at: ${markup.slice(at, at + 80)}`);
  if (open.length !== 1) throw new Error(`<${open.at(-1)!.name}> is never closed`);
  return root;
}

function close(open: OpenElement[], name: string): void {
  const last = open.pop();
  if (last?.name !== name) throw new Error(`</${name}> closes <${last?.name ?? ''}>`);
}

function attributesIn(text: string): Readonly<Record<string, string>> {
  const found = [...text.matchAll(/([\w:-]+)="([^"]*)"/g)];
  const names = found.map(([, name]) => name);
  if (new Set(names).size !== names.length) throw new Error(`an attribute twice in:${text}`);
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, decode(value)]));
}

function decode(text: string): string {
  return text.replace(/&(\w*)(;?)/g, (all, name: string, end: string) => {
    const character = ENTITIES[name];
    if (character === undefined || end === '') throw new Error(`an entity breaks at: ${all}`);
    return character;
  });
}

/** Every element below one, in document order. */
export function elementsOf(root: Element): readonly Element[] {
  return root.children.flatMap((child) =>
    typeof child === 'string' ? [] : [child, ...elementsOf(child)],
  );
}

/** All text below an element. */
export function textOf(root: Element): string {
  return root.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** Ids that elements carry, in document order. */
export function idsIn(root: Element): readonly string[] {
  return elementsOf(root).flatMap(({ attributes }) => attributes.id ?? []);
}

/** Ids that elements refer to by `href="#…"` or `url(#…)`. */
export function referencesIn(root: Element): readonly string[] {
  return elementsOf(root).flatMap(({ attributes }) =>
    Object.entries(attributes).flatMap(([name, value]) => {
      if (name === 'href') return value.replace(/^#/, '');
      return /^url\(#(.*)\)$/.exec(value)?.[1] ?? [];
    }),
  );
}
