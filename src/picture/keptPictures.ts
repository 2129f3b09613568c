import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, keepFile, keyOf, readKept, sourceOf } from '../cache/keptFile.ts';
import { projectRoot } from '../cache/projectRoot.ts';
import type { Picture } from '../render/renderPicture.ts';
import { drawPicture, writePicture, type PictureAbout, type PictureStyles } from './drawPicture.ts';

/** A picture with the styles it is drawn with. */
export interface StyledPicture {
  readonly picture: Picture;
  readonly styles: PictureStyles;
}

/** The code and the packages that turn a picture into a file. */
let makers: readonly string[] | undefined;

/** A picture as an SVG with its words, drawn once as long as nothing that it depends on changes. */
export async function keptSvg(
  { picture, styles }: StyledPicture,
  about: PictureAbout,
  folder = cacheFolder(),
): Promise<string> {
  const name = `${nameFor([picture, styles, about])}.svg`;
  const draw = async (): Promise<Uint8Array> =>
    Buffer.from(await writePicture(picture, styles, about));
  return Buffer.from(await kept(folder, name, draw)).toString();
}

/** A picture as a PNG, `scale` times its size, drawn once as long as nothing that it depends on changes. */
export async function keptPng(
  { picture, styles }: StyledPicture,
  scale = 1,
  folder = cacheFolder(),
): Promise<Uint8Array<ArrayBuffer>> {
  const name = `${nameFor([picture, styles, scale])}.png`;
  return new Uint8Array(await kept(folder, name, () => drawPicture(picture, styles, scale)));
}

async function kept(
  folder: string,
  name: string,
  draw: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const known = readKept(folder, name);
  if (known) return known;
  const drawn = await draw();
  keepFile(folder, name, drawn);
  return drawn;
}

function nameFor(input: readonly unknown[]): string {
  makers ??= [
    ...sourceOf('picture'),
    readFileSync(join(projectRoot(), 'package-lock.json'), 'utf8'),
  ];
  return `picture-${keyOf([...makers, JSON.stringify(input)])}`;
}
