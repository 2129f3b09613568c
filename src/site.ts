import { resolve } from 'node:path';
import { env } from 'node:process';
import { buildAtlas, type Atlas } from './geometry/buildAtlas.ts';
import { buildPlane } from './geometry/plane.ts';
import { contentRoot } from './integrations/contentRoot.ts';
import { readContent } from './integrations/readContent.ts';
import { reportAddress } from './integrations/reportAddress.ts';
import { mapState, type MapState, type Scene } from './map/mapState.ts';
import type { TroopRecord } from './record/troopRecord.ts';
import type { Actor } from './schema/actor.ts';
import type { SourceId } from './schema/source.ts';
import { buildContent } from './story/buildContent.ts';
import { buildStory } from './story/buildStory.ts';
import { parseContent } from './story/parseContent.ts';
import { sourcesOfStep } from './story/sourcesOfStep.ts';
import { statementsOf, type Statement } from './story/statement.ts';
import type { Story } from './story/story.ts';

/** Everything the pages show, assembled once a build. */
export interface Site extends Atlas {
  readonly record: TroopRecord;
  /** Actors in the order of `actors.yml`. */
  readonly actors: readonly Actor[];
  readonly story: Story;
  /** Positions and claims by id: what the narration quotes from. */
  readonly statements: ReadonlyMap<string, Statement>;
  /** The state behind the first and the last screen: the record's as-of day. */
  readonly cover: MapState;
  /** Where readers report an error; undefined where nobody has said. */
  readonly reportAddress: string | undefined;
  /** Reading length in minutes, rounded. */
  readonly minutes: number;
  /** Sources of the positions and claims of the story, in order of first use: their numbers in the notes. */
  readonly sourceIds: readonly SourceId[];
  /** The state of any scene of the record. */
  stateFor(scene: Scene): MapState;
  /** The state of a step; throws on an unknown id. */
  stateOf(step: string): MapState;
}

/** Reading a card, its positions and its map. */
const SECONDS_A_STEP = 18;

let site: Site | undefined;

/** The site, read from the content folder on first use. */
export function getSite(): Site {
  // The live mode reads anew for every request, so that an author sees a change at once.
  if (import.meta.env.DEV) return buildSite(resolve(contentRoot()));
  site ??= buildSite(resolve(contentRoot()));
  return site;
}

/** Reads a content folder and assembles the site; expects checked content, see `checkContent`. */
export function buildSite(root: string): Site {
  const content = buildContent(parseContent(readContent(root)));
  const { record, front, regions, members } = content;
  const [id] = content.stories.keys();
  if (id === undefined) throw new Error(`no story in ${root}`);
  const story = buildStory(content, id);
  const actors = [...record.actors.values()];
  const stateFor = (scene: Scene): MapState => mapState(record, members, scene);
  const states = new Map(story.steps.map((step) => [step.id, stateFor(sceneOf(step))]));
  return {
    ...buildAtlas(buildPlane(), actors, { front, regions }),
    record,
    actors,
    story,
    statements: statementsOf(record, story.claims),
    reportAddress: reportAddress(env.REPORT_URL),
    cover: stateFor(coverScene(record)),
    minutes: Math.round((story.steps.length * SECONDS_A_STEP) / 60),
    sourceIds: sourcesOf(story),
    stateFor,
    stateOf(step) {
      const state = states.get(step);
      if (!state) throw new Error(`stateOf: no step is called "${step}"`);
      return state;
    },
  };
}

function sceneOf(step: Story['steps'][number]): Scene {
  return { ...step, spotlight: step.spotlight.map(({ id }) => id) };
}

function coverScene(record: TroopRecord): Scene {
  return {
    date: record.asOf,
    question: 'post-ceasefire-force',
    spotlight: [],
    layers: [],
    view: ['europe'],
    show: 'record',
  };
}

function sourcesOf(story: Story): readonly SourceId[] {
  return [
    ...new Set([story.article, ...story.steps.flatMap((step) => sourcesOfStep(story, step))]),
  ];
}
