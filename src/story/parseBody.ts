import { mdxToMdast } from 'satteri';
import { codePointName, PLAIN_TEXT, refusedCharacters, shown } from './characters.ts';
import { problemAt, type FilePoint, type Problem } from './problem.ts';
import type { SourceText } from './sourceText.ts';

/** One attribute of a component as an author wrote it. */
export interface AttributeUse {
  readonly name: string;
  /** The quoted text; empty for an attribute without a value. */
  readonly value: string;
  readonly point: FilePoint;
}

/** One component as an author wrote it. */
export interface ComponentUse {
  readonly name: string;
  readonly attributes: readonly AttributeUse[];
  readonly point: FilePoint;
}

/** A run of prose between markup. */
export interface TextRun {
  readonly text: string;
  /** Where the part of the run that starts at an index stands in the file. */
  readonly pointOf: (part: string, index: number) => FilePoint;
}

/** A narration, reduced to what the checks need. */
export interface Body {
  readonly components: readonly ComponentUse[];
  readonly texts: readonly TextRun[];
  readonly links: readonly { readonly url: string; readonly point: FilePoint }[];
  /** Where the narration starts, or would. */
  readonly start: FilePoint;
  /** Markup that does not parse, code, and kinds of Markdown that narration does not carry. */
  readonly problems: readonly Problem[];
}

/** Kinds of Markdown that a card can show; everything else is a problem. */
const ALLOWED = new Set([
  'root',
  'paragraph',
  'text',
  'emphasis',
  'strong',
  'link',
  'list',
  'listItem',
  'blockquote',
  'break',
]);

/** The part of the syntax tree that is used here. */
interface Node {
  readonly type: string;
  readonly value?: string;
  readonly name?: string | null;
  readonly url?: string;
  readonly children?: readonly Node[];
  readonly attributes?: readonly Attribute[];
  readonly position?: {
    readonly start: { readonly offset: number };
    readonly end: { readonly offset: number };
  };
}

interface Attribute {
  readonly type: string;
  readonly name?: string;
  readonly value?: string | null | { readonly value: string };
}

/** Parses the narration that starts at an offset of an MDX file. Never throws. */
export function parseBody(source: SourceText, from: number): Body {
  const start = source.pointAt(from + (/\S/u.exec(source.text.slice(from))?.index ?? 0));
  // The frontmatter becomes blank space, so that every offset stays the file's own.
  const text = source.text.slice(0, from).replace(/[^\r\n]/gu, ' ') + source.text.slice(from);
  const empty = { components: [], texts: [], links: [], start };
  try {
    const nodes = flattened(mdxToMdast(text) as unknown as Node);
    return { ...empty, ...bodyOf(nodes, source) };
  } catch (error) {
    return { ...empty, problems: [mdxProblem(error, source)] };
  }
}

function flattened(node: Node): readonly Node[] {
  return [node, ...(node.children ?? []).flatMap(flattened)];
}

function bodyOf(nodes: readonly Node[], source: SourceText): Omit<Body, 'start'> {
  const elements = nodes.filter(isElement);
  return {
    components: elements.map((node) => componentOf(node, source)),
    texts: nodes.filter(({ type }) => type === 'text').map((node) => textRun(node, source)),
    links: nodes.flatMap((node) =>
      node.url === undefined ? [] : [{ url: node.url, point: pointOf(node, source) }],
    ),
    problems: [
      ...nodes.flatMap((node) => nodeProblems(node, source)),
      ...elements.flatMap((node) => elementProblems(node, source)),
    ],
  };
}

function isElement({ type }: Node): boolean {
  return type === 'mdxJsxFlowElement' || type === 'mdxJsxTextElement';
}

function nodeProblems(node: Node, source: SourceText): readonly Problem[] {
  const point = pointOf(node, source);
  if (isElement(node)) return [];
  if (node.type === 'mdxjsEsm') {
    return [problemAt(point, 'E-BODY-CODE', 'an import or export', 'narration alone')];
  }
  if (node.type.endsWith('Expression')) {
    return isComment(node.value ?? '')
      ? []
      : [problemAt(point, 'E-BODY-CODE', 'code in braces', 'narration alone')];
  }
  const hidden = refusedCharacters(node.value ?? '')[0];
  const typed = refusedCharacters(sliceOf(node, source)).length > 0;
  return [
    ...(ALLOWED.has(node.type)
      ? []
      : [problemAt(point, 'E-BODY-ELEMENT', `Markdown of the kind ${node.type}`, EXPECTED)]),
    ...(hidden && !typed
      ? [problemAt(point, 'E-CHARACTER', codePointName(hidden.character), PLAIN_TEXT)]
      : []),
  ];
}

const EXPECTED = 'paragraphs, lists, quotations, emphasis, links and components';

function isComment(code: string): boolean {
  return /^\s*(?:\/\*[\s\S]*?\*\/\s*)+$/u.test(code);
}

function elementProblems(node: Node, source: SourceText): readonly Problem[] {
  const point = pointOf(node, source);
  const code = (node.attributes ?? []).some(
    ({ type, value }) =>
      type === 'mdxJsxExpressionAttribute' || (typeof value === 'object' && value !== null),
  );
  return [
    ...(code
      ? [
          problemAt(
            point,
            'E-BODY-CODE',
            `code in <${node.name ?? ''}>`,
            'attributes with quoted values',
          ),
        ]
      : []),
    ...((node.children ?? []).length > 0
      ? [
          problemAt(
            point,
            'E-BODY-ELEMENT',
            `content inside <${node.name ?? ''}>`,
            `<${node.name ?? ''} … /> alone`,
          ),
        ]
      : []),
  ];
}

function componentOf(node: Node, source: SourceText): ComponentUse {
  const slice = sliceOf(node, source);
  let from = 1 + (node.name ?? '').length;
  const attributes = (node.attributes ?? []).flatMap(({ name, value }): readonly AttributeUse[] => {
    if (name === undefined) return [];
    const index = Math.max(slice.indexOf(name, from), 0);
    const text = typeof value === 'string' ? value : '';
    from = index + name.length + text.length;
    return [{ name, value: text, point: source.pointAt(offsetOf(node) + index) }];
  });
  return { name: node.name ?? '', attributes, point: pointOf(node, source) };
}

function textRun(node: Node, source: SourceText): TextRun {
  const text = node.value ?? '';
  const slice = sliceOf(node, source);
  const pointOfPart = (part: string, index: number): FilePoint => {
    // An entity or escape before the part makes the file's text longer than the run, never shorter.
    const inFile = slice.indexOf(part, index);
    return source.pointAt(offsetOf(node) + Math.max(inFile, 0));
  };
  return { text, pointOf: pointOfPart };
}

function offsetOf(node: Node): number {
  return node.position?.start.offset ?? 0;
}

function sliceOf(node: Node, source: SourceText): string {
  return source.text.slice(offsetOf(node), node.position?.end.offset ?? 0);
}

function pointOf(node: Node, source: SourceText): FilePoint {
  return source.pointAt(offsetOf(node));
}

/** The parser's message reads "line:column: what, expected what (note: …) (rule)". */
function mdxProblem(error: unknown, source: SourceText): Problem {
  const message = error instanceof Error ? error.message : String(error);
  const [, line = '1', column = '1', rest = message] =
    /^(\d+):(\d+): ([\s\S]*)$/u.exec(message) ?? [];
  const [, note] = /\(note: ([^)]*)\)/u.exec(rest) ?? [];
  const [found = rest, expected] = rest
    .replace(/ \((?:note|mdx|\d+:\d+\))[\s\S]*$/u, '')
    .split(/, expected /u);
  const offset = lineStart(source.text, Number(line)) + Number(column) - 1;
  return problemAt(
    source.pointAt(offset),
    'E-MDX',
    `narration that does not parse (${shown(found).slice(1, -1)})`,
    expected ?? 'valid MDX',
    note,
  );
}

/** Offset of a line's first character; lines count from 1. */
function lineStart(text: string, line: number): number {
  return text
    .split('\n')
    .slice(0, line - 1)
    .reduce((sum, one) => sum + one.length + 1, 0);
}
