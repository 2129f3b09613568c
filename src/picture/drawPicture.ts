import satori from 'satori';
import sharp from 'sharp';
import type { Picture, PictureBox } from '../render/renderPicture.ts';
import { escapeText } from '../render/svgText.ts';
import { flatStyles, inRoles, type Roles } from './lightStyles.ts';
import { pictureFonts } from './pictureFonts.ts';

/** The page's palette and rules that a picture is drawn with. */
export interface PictureStyles {
  readonly roles: Roles;
  /** The text of `map.css`. */
  readonly map: string;
}

/** Flat fills need few colours: 256 of them, without dots between, halve the file. */
const PNG = { palette: true, dither: 0, effort: 10, compressionLevel: 9 };

/** A picture as a PNG file, of its size in pixels. */
export async function drawPicture(picture: Picture, styles: PictureStyles): Promise<Uint8Array> {
  const svg = await outlinePicture(picture, styles);
  return sharp(Buffer.from(svg)).flatten().png(PNG).toBuffer();
}

/** A picture as one SVG that needs nothing else: colours by value, texts as paths. */
export async function outlinePicture(
  { width, height, pixel, map, texts }: Picture,
  { roles, map: css }: PictureStyles,
): Promise<string> {
  const fonts = [...(await pictureFonts(textsIn(texts).join(' ')))];
  const outlined = await satori(inColour(texts, roles), { width, height, fonts });
  const size = `width="${String(width)}" height="${String(height)}"`;
  const ground = `<rect class="ground" ${size}/>`;
  const rules = flatStyles(`.ground{fill:var(--paper)}${css}`, roles, pixel);
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}><style>${escapeText(rules)}</style>${ground}${map}${outlined}</svg>`;
}

/** The texts of a box, in the order of reading. */
export function textsIn({ props: { children } }: PictureBox): readonly string[] {
  return typeof children === 'string' ? [children].filter(Boolean) : children.flatMap(textsIn);
}

function inColour({ type, props: { style, children } }: PictureBox, roles: Roles): PictureBox {
  const resolved = Object.entries(style).map(
    ([name, value]) => [name, typeof value === 'string' ? inRoles(value, roles) : value] as const,
  );
  const inside =
    typeof children === 'string' ? children : children.map((one) => inColour(one, roles));
  return { type, props: { style: Object.fromEntries(resolved), children: inside } };
}
