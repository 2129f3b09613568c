import { describeState } from '../map/describeState.ts';
import type { MapState } from '../map/mapState.ts';
import type { TroopRecord } from '../record/troopRecord.ts';
import { mapTitle } from '../render/renderMap.ts';
import type { PictureMap } from '../render/pictureMap.ts';
import { renderColumnPicture } from '../render/renderColumnPicture.ts';
import { renderPicture, type Picture } from '../render/renderPicture.ts';
import type { Story } from '../story/story.ts';
import type { PictureAbout } from './drawPicture.ts';
import { describePicture, pictureTexts } from './pictureTexts.ts';

/** What the pictures of a story are made from: a site has it all. */
export interface PictureSource extends Omit<PictureMap, 'state'> {
  readonly story: Story;
  readonly record: TroopRecord;
  readonly cover: MapState;
  stateOf(step: string): MapState;
}

/** A picture of the story before it is drawn: of a step, or of the cover. */
export interface StoryPicture {
  /** The step's id, or "cover": the name of its files. */
  readonly id: string;
  readonly title: string;
  readonly state: MapState;
  /** Path of the page it belongs to, from the site's own folder. */
  readonly page: string;
}

/** The name of the cover's files. */
export const COVER = 'cover';

/** What files beside those of the steps are called: a picture, and an oEmbed answer. */
const RESERVED: readonly string[] = [COVER, 'story'];

/** Where the files of the pictures are, from the site's own folder. */
const FOLDER = 'embed/story/step/';

/** The size that pages of other sites show whole, in pixels; a page's head names it. */
export const SHARE_SIZE = { width: 1200, height: 630 } as const;

/** Seen beyond the edge of a window's view; a picture has no such room. */
const KEPT_WHOLE = ['TUR'];

/** The cover, then every step in its order; throws where a step has a name that files of ours have. */
export function storyPictures(source: PictureSource): readonly StoryPicture[] {
  const taken = source.story.steps.find(({ id }) => RESERVED.includes(id));
  if (taken) throw new Error(`storyPictures: a step cannot be called "${taken.id}"`);
  return [COVER, ...source.story.steps.map(({ id }) => id)].map((id) => storyPicture(source, id));
}

/** The picture of a step, or of the cover; throws on an unknown id. */
export function storyPicture(source: PictureSource, id: string): StoryPicture {
  const { story, cover } = source;
  if (id === COVER) return { id, title: story.title, state: wholeState(cover), page: '' };
  const title = story.steps.find((step) => step.id === id)?.title ?? '';
  return { id, title, state: wholeState(source.stateOf(id)), page: `steps/${id}/` };
}

/** Addresses of a picture's files from the site's own folder, by form. */
export function pictureFiles(
  id: string,
): Readonly<Record<'svg' | 'png' | 'png2x' | 'share', string>> {
  const path = `${FOLDER}${id}`;
  return {
    svg: `${path}.svg`,
    png: `${path}.png`,
    png2x: `${path}@2x.png`,
    share: `${path}-share.png`,
  };
}

/** What a picture shows, for its `alt`: name, subject, day, what is highlighted, counts. */
export function pictureAlt(source: PictureSource, { title, state, id }: StoryPicture): string {
  const question = id === COVER ? source.story.question : '';
  return describePicture({ title, question }, state, source);
}

/** What stands under a picture. */
export interface PictureCaption {
  /** Question and day: "Soldiers after a ceasefire, as of 27 March 2025". */
  readonly shows: string;
  /** Whose map it is, and under which licence. */
  readonly credit: string;
  /** Where its sources are, as an address with its host. */
  readonly address: string;
}

/** The caption of a picture on a site at an address. */
export function pictureCaption(
  { story }: PictureSource,
  { state, page }: StoryPicture,
  home: URL,
): PictureCaption {
  return {
    shows: mapTitle(state),
    credit: `Map: ${story.title}, CC BY 4.0`,
    address: new URL(page, home).href,
  };
}

/** A caption as one text. */
export function captionText({ shows, credit, address }: PictureCaption): string {
  return `${shows}. ${credit}. Sources: ${address}`;
}

/** The SVG's own words: the title, and all that the map says, by stance. */
export function aboutPicture(
  { record }: PictureSource,
  { title, state }: StoryPicture,
): PictureAbout {
  const { heading, sentences } = describeState(state, record);
  return { title: `${title}. ${heading}`, description: sentences.join(' ') };
}

/** The picture that a link to a step's page, or to the story, is shown with. */
export function sharePicture(source: PictureSource, { id, title, state }: StoryPicture): Picture {
  const { story } = source;
  const question = id === COVER ? story.question : story.title;
  const texts = pictureTexts({ title, question }, state, source);
  const extent = id === COVER ? texts.extent : extentOf(state, source.record);
  return renderPicture({ ...source, state }, { ...texts, extent }, SHARE_SIZE);
}

/** The picture for an article's column, with its source in it. */
export function columnPicture(source: PictureSource, picture: StoryPicture, home: URL): Picture {
  const { story, record } = source;
  const { id, state, page } = picture;
  const title = id === COVER ? `${story.title}: ${story.question}` : picture.title;
  const texts = pictureTexts({ title, question: '' }, state, source);
  const { host, pathname } = new URL(page, home);
  return renderColumnPicture(
    { ...source, state },
    {
      ...texts,
      extent: `${extentOf(state, record)}. Borders made with Natural Earth, edited.`,
      credit: `${story.title}, ${host}${pathname}`,
    },
  );
}

function wholeState(state: MapState): MapState {
  return state.view.includes('europe') ? { ...state, view: [...state.view, ...KEPT_WHOLE] } : state;
}

/** How many positions a map shows and how many sources they have. */
function extentOf({ standings }: MapState, { positions }: TroopRecord): string {
  const shown = new Set(standings.map(({ position }) => position));
  const own = positions.filter(({ id }) => shown.has(id));
  const sources = new Set(own.flatMap((position) => position.sources));
  return `${countOf(own.length, 'position')} from ${countOf(sources.size, 'source')}`;
}

function countOf(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}
