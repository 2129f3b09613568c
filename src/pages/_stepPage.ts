import type { GetStaticPaths } from 'astro';
import { aroundView } from '../map/camera.ts';
import type { MapState } from '../map/mapState.ts';
import { viewOf } from '../map/viewOf.ts';
import {
  pictureCaption,
  storyPicture,
  type PictureCaption,
  type StoryPicture,
} from '../picture/storyPictures.ts';
import { renderDefinitions } from '../render/renderDefinitions.ts';
import { getSite, type Site } from '../site.ts';
import { sourcesOfStep } from '../story/sourcesOfStep.ts';
import type { StoryStep } from '../story/story.ts';

/** One address a step, by the step's id. */
export const stepPaths = (() =>
  getSite().story.steps.map((step) => ({
    params: { step: step.id },
    props: { step },
  }))) satisfies GetStaticPaths;

/** What a page about one step is made of. */
export interface StepPage {
  /** The site, its sources those of the step alone: they number the notes. */
  readonly site: Site;
  readonly state: MapState;
  /** Shapes of the map, cut to what it shows, for the page's head. */
  readonly definitions: string;
  readonly picture: StoryPicture;
  readonly caption: PictureCaption;
}

/** The parts of a step's page on a site at an address, the same in a frame as on the site. */
export function stepPage(step: StoryStep, home: URL): StepPage {
  const whole = getSite();
  const site = { ...whole, sourceIds: sourcesOfStep(whole.story, step) };
  const state = site.stateOf(step.id);
  const { plane, actors } = site;
  const paths = site.pathsIn(aroundView(viewOf(plane, state.view)));
  const picture = storyPicture(site, step.id);
  return {
    site,
    state,
    definitions: renderDefinitions(paths, plane, actors, [{ id: step.id, state }]),
    picture,
    caption: pictureCaption(site, picture, home),
  };
}
