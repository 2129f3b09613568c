import type { APIRoute } from 'astro';
import { keptPng } from '../picture/keptPictures.ts';
import { COVER, sharePicture, storyPicture } from '../picture/storyPictures.ts';
import { getSite } from '../site.ts';
import { PICTURE_STYLES } from './_pictureStyles.ts';

/** The share picture of the story: its cover map with title, key and day. */
export const GET: APIRoute = async () => {
  const site = getSite();
  const picture = sharePicture(site, storyPicture(site, COVER));
  const png = await keptPng({ picture, styles: PICTURE_STYLES });
  return new Response(png, { headers: { 'Content-Type': 'image/png' } });
};
