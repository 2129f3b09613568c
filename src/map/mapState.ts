import type { ActorId } from '../schema/actor.ts';
import type { IsoDay } from '../schema/isoDate.ts';
import type { PositionId } from '../schema/position.ts';
import type { Members } from '../schema/place.ts';
import type { Layer, Question } from '../schema/vocabulary.ts';
import { positionsOn } from '../record/positionsOn.ts';
import type { Standing } from '../record/standing.ts';
import type { TroopRecord } from '../record/troopRecord.ts';
import { labelsFor, type Label } from './labelsFor.ts';

/** What an author asks a step's graphic to show. */
export interface Scene {
  /** The day the map is true for. */
  readonly date: IsoDay;
  /** Which soldiers. */
  readonly question: Question;
  /** Positions the step speaks of. */
  readonly spotlight: readonly PositionId[];
  /** What is drawn besides the standings. */
  readonly layers: readonly Layer[];
  /** Actors, regions and lines the camera must contain. */
  readonly view: readonly string[];
  /** Colour all standings or the spotlighted ones alone. */
  readonly show: 'record' | 'spotlight';
}

/** What the graphic shows: fully resolved, plain JSON. No pixels, no colours, no clock. */
export interface MapState {
  readonly asOf: IsoDay;
  readonly question: Question;
  readonly standings: readonly Standing[];
  readonly spotlight: readonly ActorId[];
  readonly layers: readonly Layer[];
  /** Members of the outlined organisations on the day. */
  readonly outlines: Readonly<Partial<Record<'EU' | 'NATO', readonly ActorId[]>>>;
  readonly view: readonly string[];
  readonly labels: readonly Label[];
}

/** The map of a scene, from the record alone; a scene may narrow what is coloured, never change a stance. */
export function mapState(record: TroopRecord, members: Members, scene: Scene): MapState {
  const all = positionsOn(record, scene.date, scene.question);
  const spotlight = spotlightOf(record, scene);
  const standings =
    scene.show === 'record' ? all : all.filter(({ actor }) => spotlight.includes(actor));
  return {
    asOf: scene.date,
    question: scene.question,
    standings,
    spotlight,
    layers: scene.layers,
    outlines: outlinesOf(members, scene),
    view: scene.view,
    labels: labelsFor(record, standings, spotlight, scene.view),
  };
}

/** Members of an organisation on a day, in the file's order. */
export function membersOn(
  members: Members,
  organisation: 'EU' | 'NATO',
  day: IsoDay,
): readonly ActorId[] {
  const { always, since } = members[organisation];
  return [...always, ...Object.keys(since ?? {}).filter((id) => (since?.[id] ?? '9999') <= day)];
}

/** The spotlighted actors, each once, in the scene's order. */
function spotlightOf(record: TroopRecord, scene: Scene): readonly ActorId[] {
  const byId = new Map(record.positions.map((position) => [position.id, position.actor]));
  return [...new Set(scene.spotlight.flatMap((id) => byId.get(id) ?? []))];
}

function outlinesOf(members: Members, scene: Scene): MapState['outlines'] {
  return {
    ...(scene.layers.includes('eu-outline') ? { EU: membersOn(members, 'EU', scene.date) } : {}),
    ...(scene.layers.includes('nato-outline')
      ? { NATO: membersOn(members, 'NATO', scene.date) }
      : {}),
  };
}
