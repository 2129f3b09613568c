import satori from 'satori';
import sharp from 'sharp';
import type { PictureBox } from '../render/pictureBoxes.ts';
import type { Picture } from '../render/renderPicture.ts';
import { escapeText } from '../render/svgText.ts';
import { flatStyles, inRoles, type Roles } from './lightStyles.ts';
import { pictureFonts } from './pictureFonts.ts';
import { withoutIdleMasks, withPlainTexts } from './plainTexts.ts';

/** The page's palette and rules that a picture is drawn with. */
export interface PictureStyles {
  readonly roles: Roles;
  /** The text of `map.css`. */
  readonly map: string;
}

/** A picture in words, for a file that somebody opens by itself. */
export interface PictureAbout {
  readonly title: string;
  readonly description: string;
}

/** Flat fills need few colours: 256 of them, without dots between, halve the file. */
const PNG = { palette: true, dither: 0, effort: 10, compressionLevel: 9 };
/** Dots an inch at which a pixel of an SVG is a pixel of the file. */
const DENSITY = 72;

/** A picture as a PNG file, of its size in pixels or `scale` times it. */
export async function drawPicture(
  picture: Picture,
  styles: PictureStyles,
  scale = 1,
): Promise<Uint8Array> {
  const svg = await outlinePicture(picture, styles);
  const drawn = sharp(Buffer.from(svg), { density: DENSITY * scale });
  return drawn.flatten().png(PNG).toBuffer();
}

/** A picture as one SVG that needs nothing else: colours by value, texts as paths. */
export async function outlinePicture(picture: Picture, styles: PictureStyles): Promise<string> {
  return svgOf(picture, styles, await layOut(picture, styles, true), '');
}

/** The same for people to open, with its words: texts stay texts, in whatever font is there. */
export async function writePicture(
  picture: Picture,
  styles: PictureStyles,
  { title, description }: PictureAbout,
): Promise<string> {
  const texts = withPlainTexts(await layOut(picture, styles, false));
  const words = `<title id="t">${escapeText(title)}</title><desc id="d">${escapeText(description)}</desc>`;
  return svgOf(picture, styles, texts, words);
}

/** Panel and labels, with their letters as paths or as text. */
async function layOut(
  { width, height, texts }: Picture,
  { roles }: PictureStyles,
  embedFont: boolean,
): Promise<string> {
  const fonts = [...(await pictureFonts(textsIn(texts).join(' ')))];
  return withoutIdleMasks(
    await satori(inColour(texts, roles), { width, height, fonts, embedFont }),
  );
}

function svgOf(
  { width, height, pixel, map }: Picture,
  { roles, map: css }: PictureStyles,
  texts: string,
  words: string,
): string {
  const [w, h] = [String(width), String(height)];
  const size = `width="${w}" height="${h}"`;
  const ground = `<rect class="ground" ${size}/>`;
  const rules = flatStyles(`.ground{fill:var(--paper)}${css}`, roles, pixel);
  const role = words === '' ? '' : ' role="img" aria-labelledby="t" aria-describedby="d"';
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${w} ${h}"${role}>${words}<style>${escapeText(rules)}</style>${ground}${map}${texts}</svg>`;
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
