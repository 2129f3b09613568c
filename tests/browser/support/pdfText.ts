import { inflateSync } from 'node:zlib';

/**
 * The text of a PDF that Chromium has printed, one string a page, without any white space: how words are
 * spaced is the printer's business. Reads what Skia writes (deflated streams, fonts with a ToUnicode map),
 * not every PDF there is.
 */
export function textOfPdf(bytes: Buffer): readonly string[] {
  const objects = objectsOf(bytes);
  const pages = [...objects.values()].filter(({ head }) => /\/Type\s*\/Page\b/.test(head));
  return pages.map(({ head }) => {
    const fonts = fontsOf(head, objects);
    const contents = idsIn(/\/Contents\s*(\[[^\]]*\]|\d+ 0 R)/.exec(head)?.[1] ?? '');
    return contents.map((id) => decode(objects.get(id)?.stream ?? '', fonts)).join('');
  });
}

interface PdfObject {
  /** The dictionary, up to the stream if there is one. */
  readonly head: string;
  readonly stream: string;
}

type Objects = ReadonlyMap<number, PdfObject>;
/** A font's characters by glyph number, and the hexadecimal digits that such a number has. */
interface Glyphs {
  readonly digits: 2 | 4;
  readonly characters: ReadonlyMap<number, string>;
}

function objectsOf(bytes: Buffer): Objects {
  const text = bytes.toString('latin1');
  const found = new Map<number, PdfObject>();
  for (const match of text.matchAll(/(\d+) 0 obj\s*([\s\S]*?)endobj/g)) {
    const body = match[2] ?? '';
    const start = body.indexOf('stream');
    const head = start < 0 ? body : body.slice(0, start);
    found.set(Number(match[1]), { head, stream: start < 0 ? '' : streamOf(head, body, start) });
  }
  return found;
}

function streamOf(head: string, body: string, start: number): string {
  if (/\/Subtype\s*\/Image|\/FontFile/.test(head)) return '';
  const from = start + 'stream'.length + (body.startsWith('\r\n', start + 6) ? 2 : 1);
  const raw = Buffer.from(body.slice(from, body.lastIndexOf('endstream')), 'latin1');
  if (!head.includes('/FlateDecode')) return raw.toString('latin1');
  try {
    return inflateSync(raw, { finishFlush: 2 }).toString('latin1');
  } catch {
    return '';
  }
}

/** Glyphs of a page's or form's fonts, by the name its content calls them. */
function fontsOf(head: string, objects: Objects): ReadonlyMap<string, Glyphs> {
  const resources = /\/Resources\s+(\d+) 0 R/.exec(head)?.[1];
  const scope = resources ? (objects.get(Number(resources))?.head ?? '') : head;
  const listed = /\/Font\s*<<([\s\S]*?)>>/.exec(scope)?.[1] ?? '';
  const pairs = [...listed.matchAll(/\/(\w+)\s+(\d+) 0 R/g)];
  return new Map(
    pairs.map(([, name = '', id]) => {
      const font = objects.get(Number(id))?.head ?? '';
      const map = Number(/\/ToUnicode\s+(\d+) 0 R/.exec(font)?.[1]);
      const digits = font.includes('/Type0') ? 4 : 2;
      return [name, { digits, characters: charactersOf(objects.get(map)?.stream ?? '') }];
    }),
  );
}

/** A ToUnicode map: single characters and ranges. */
function charactersOf(map: string): ReadonlyMap<number, string> {
  const glyphs = new Map<number, string>();
  const hex = (digits = '') => Number.parseInt(digits, 16);
  for (const [, block = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph, to] of block.matchAll(/<(\w+)>\s*<(\w+)>/g)) {
      glyphs.set(hex(glyph), utf16(to));
    }
  }
  for (const [, block = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from, to, first = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      for (let glyph = hex(from); glyph <= hex(to); glyph += 1) {
        glyphs.set(glyph, String.fromCharCode(hex(first) + glyph - hex(from)));
      }
    }
  }
  return glyphs;
}

function utf16(digits = ''): string {
  return (digits.match(/.{4}/g) ?? [])
    .map((unit) => String.fromCharCode(Number.parseInt(unit, 16)))
    .join('');
}

/** The text that a content stream shows. */
function decode(stream: string, fonts: ReadonlyMap<string, Glyphs>): string {
  const SHOWN = /\/(\w+)\s+[\d.]+\s+Tf|((?:<\w+>|\[[^\]]*\])\s*T[jJ])/g;
  let glyphs: Glyphs | undefined;
  let text = '';
  for (const [, font, strings = ''] of stream.matchAll(SHOWN)) {
    if (font) glyphs = fonts.get(font);
    for (const [, numbers = ''] of strings.matchAll(/<(\w+)>/g)) {
      const each = numbers.match(glyphs?.digits === 4 ? /.{4}/g : /.{2}/g) ?? [];
      for (const glyph of each) text += glyphs?.characters.get(Number.parseInt(glyph, 16)) ?? '';
    }
  }
  return text.replace(/\s+/g, '');
}

function idsIn(text: string): readonly number[] {
  return [...text.matchAll(/(\d+) 0 R/g)].map(([, id]) => Number(id));
}
