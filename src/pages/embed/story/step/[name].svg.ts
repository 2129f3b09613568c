import type { APIRoute, GetStaticPaths } from 'astro';
import { keptSvg } from '../../../../picture/keptPictures.ts';
import {
  aboutPicture,
  columnPicture,
  storyPicture,
  storyPictures,
} from '../../../../picture/storyPictures.ts';
import { getSite } from '../../../../site.ts';
import { PICTURE_STYLES } from '../../../_pictureStyles.ts';

export const getStaticPaths: GetStaticPaths = () =>
  storyPictures(getSite()).map(({ id }) => ({ params: { name: id } }));

/** The map of a step for an article, as an SVG that needs nothing else. */
export const GET: APIRoute = async ({ params, site: home, url }) => {
  const site = getSite();
  const subject = storyPicture(site, params.name ?? '');
  const picture = columnPicture(site, subject, home ?? url);
  const svg = await keptSvg({ picture, styles: PICTURE_STYLES }, aboutPicture(site, subject));
  return new Response(svg, { headers: { 'Content-Type': 'image/svg+xml' } });
};
