import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { APIRoute, GetStaticPaths } from 'astro';
import subset from 'subset-font';
import { charactersOf, FONT_FACES, WEIGHTS, type FontFace } from '../../fonts/fontFaces.ts';

const require = createRequire(import.meta.url);

export const getStaticPaths: GetStaticPaths = () =>
  FONT_FACES.map((face) => ({ params: { name: face.name }, props: { face } }));

/** A face of the site, cut from its package's file to the characters and weights in use. */
export const GET: APIRoute<{ face: FontFace }> = async ({ props: { face } }) => {
  const original = await readFile(require.resolve(face.from));
  const cut = await subset(original, charactersOf(face), {
    targetFormat: 'woff2',
    variationAxes: { wght: WEIGHTS },
  });
  return new Response(new Uint8Array(cut), { headers: { 'Content-Type': 'font/woff2' } });
};
