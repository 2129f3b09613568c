import type { APIRoute } from 'astro';
import { drawPicture } from '../picture/drawPicture.ts';
import { lightRoles } from '../picture/lightStyles.ts';
import { pictureTexts } from '../picture/pictureTexts.ts';
import { renderPicture } from '../render/renderPicture.ts';
import { getSite } from '../site.ts';
import map from '../styles/map.css?raw';
import tokens from '../styles/tokens.css?raw';

/** The size that pages of other sites show whole, in pixels; the page's head names it. */
const SIZE = { width: 1200, height: 630 };

/** Seen beyond the edge of the first screen's view; a picture has no such room. */
const KEPT_WHOLE = ['TUR'];

/** The share picture of the story: its cover map with title, key and day. */
export const GET: APIRoute = async () => {
  const site = getSite();
  const state = { ...site.cover, view: [...site.cover.view, ...KEPT_WHOLE] };
  const texts = pictureTexts(site.story, state, site);
  const picture = renderPicture({ ...site, state }, texts, SIZE);
  const png = await drawPicture(picture, { roles: lightRoles(tokens), map });
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
};
