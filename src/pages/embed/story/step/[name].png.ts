import type { APIRoute, GetStaticPaths } from 'astro';
import { keptPng } from '../../../../picture/keptPictures.ts';
import {
  columnPicture,
  sharePicture,
  storyPicture,
  storyPictures,
} from '../../../../picture/storyPictures.ts';
import { getSite } from '../../../../site.ts';
import { PICTURE_STYLES } from '../../../_pictureStyles.ts';

interface Props {
  readonly id: string;
  /** For an article at one or two pixels a pixel, or for those who share a link. */
  readonly form: 1 | 2 | 'share';
}

export const getStaticPaths: GetStaticPaths = () =>
  storyPictures(getSite()).flatMap(({ id }) => [
    { params: { name: id }, props: { id, form: 1 } satisfies Props },
    { params: { name: `${id}@2x` }, props: { id, form: 2 } satisfies Props },
    { params: { name: `${id}-share` }, props: { id, form: 'share' } satisfies Props },
  ]);

/** The map of a step as a PNG: for an article, or as its page's share picture. */
export const GET: APIRoute<Props> = async ({ props: { id, form }, site: home, url }) => {
  const site = getSite();
  const subject = storyPicture(site, id);
  const picture =
    form === 'share' ? sharePicture(site, subject) : columnPicture(site, subject, home ?? url);
  const png = await keptPng({ picture, styles: PICTURE_STYLES }, form === 'share' ? 1 : form);
  return new Response(png, { headers: { 'Content-Type': 'image/png' } });
};
