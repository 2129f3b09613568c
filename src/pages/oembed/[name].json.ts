import type { APIRoute, GetStaticPaths } from 'astro';
import {
  COVER,
  pictureFiles,
  SHARE_SIZE,
  storyPicture,
  storyPictures,
} from '../../picture/storyPictures.ts';
import { frameHeight, frameTitle, oembedFor } from '../../render/oembed.ts';
import { getSite } from '../../site.ts';

/** The width of an article's column, in pixels. */
const WIDTH = 640;
/** What the story's stepper is made for, in pixels. */
const STORY_HEIGHT = 720;

export const getStaticPaths: GetStaticPaths = () =>
  storyPictures(getSite()).map(({ id }) => ({
    params: { name: id === COVER ? 'story' : id },
    props: { id },
  }));

/** The oEmbed answer of the story, or of a step: static, so it says the same to every question. */
export const GET: APIRoute<{ id: string }> = ({ props: { id }, site: home, url }) => {
  const { story, ...site } = getSite();
  const { title } = storyPicture({ ...site, story }, id);
  const step = story.steps.find((one) => one.id === id);
  const answer = oembedFor(
    {
      title: step ? title : `${title}: ${story.question}`,
      frameTitle: step
        ? frameTitle(story, title)
        : `${title}: ${story.question} (${String(story.steps.length)} steps)`,
      frame: step ? `embed/story/step/${id}/` : 'embed/story/',
      width: WIDTH,
      height: step ? frameHeight(story, step) : STORY_HEIGHT,
      thumbnail: { path: pictureFiles(id).share, ...SHARE_SIZE },
    },
    story,
    home ?? url,
  );
  return Response.json(answer);
};
