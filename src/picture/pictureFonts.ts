import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subset from 'subset-font';
import { charactersOf, FONT_FACES, type FontFace } from '../fonts/fontFaces.ts';

/** A font of one weight, as the text layout takes it. */
export interface PictureFont {
  readonly name: string;
  readonly weight: 400 | 600;
  readonly style: 'normal';
  readonly data: Buffer;
}

/** Weights of the text layout, which knows hundreds alone, with the weights of the page they stand for. */
const WEIGHTS = [
  [400, 400],
  [600, 650],
] as const;

const require = createRequire(import.meta.url);

/** Cut once a process: all pictures of a build take the same files. */
const cuts = new Map<string, Promise<readonly PictureFont[]>>();

/**
 * The page's fonts that a text needs, in the two weights of a picture: for a layout that knows no variable
 * fonts and asks for no installed ones. Throws on a character that no face of the site covers.
 */
export async function pictureFonts(text: string): Promise<readonly PictureFont[]> {
  const used = [...new Set(text)].sort();
  const faces = FONT_FACES.map((face) => ({ face, characters: charactersOf(face) }));
  const unknown = used.find((one) => !faces.some(({ characters }) => characters.includes(one)));
  if (unknown !== undefined) {
    throw new Error(`pictureFonts: no face has the character "${unknown}"`);
  }
  const needed = faces.filter(({ characters }) => used.some((one) => characters.includes(one)));
  return (await Promise.all(needed.map(({ face }) => weightsOf(face)))).flat();
}

function weightsOf(face: FontFace): Promise<readonly PictureFont[]> {
  const known = cuts.get(face.name);
  if (known) return known;
  const cut = Promise.all(WEIGHTS.map(([weight, axis]) => cutFont(face, weight, axis)));
  cuts.set(face.name, cut);
  return cut;
}

async function cutFont(
  face: FontFace,
  weight: PictureFont['weight'],
  axis: number,
): Promise<PictureFont> {
  const original = await readFile(require.resolve(face.from));
  const data = await subset(original, charactersOf(face), {
    targetFormat: 'woff2',
    variationAxes: { wght: { min: axis, max: axis } },
  });
  return { name: face.family, weight, style: 'normal', data: Buffer.from(data) };
}
