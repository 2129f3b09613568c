import type { Actor } from '../schema/actor.ts';
import type { Layer, Question } from '../schema/vocabulary.ts';
import type { ActorStanding } from '../record/actorStandings.ts';
import type { TroopRecord } from '../record/troopRecord.ts';
import type { Scene } from './mapState.ts';
import type { Plane } from './plane.ts';

const OUTLINES: Readonly<Record<string, Layer>> = { EU: 'eu-outline', NATO: 'nato-outline' };

/**
 * The scene of an actor's own map: the record's day, the first question on which it stands, the camera on
 * its land. An organisation is the outline of its members in Europe. Undefined for an actor that lies off
 * the plane.
 */
export function actorScene(
  record: TroopRecord,
  plane: Plane,
  actor: Actor,
  standings: readonly ActorStanding[],
): Scene | undefined {
  const outline = OUTLINES[actor.id];
  if (!plane.bounds[actor.id] && !outline) return undefined;
  const told = standings.find((one) => one.standings.length > 0);
  return {
    date: record.asOf,
    question: told?.question ?? FIRST,
    spotlight: (told?.standings ?? []).map(({ position }) => position.id),
    layers: outline ? [outline] : [],
    view: outline ? ['europe'] : [actor.id],
    show: 'record',
  };
}

/** What a map is about where its actor has answered nothing. */
const FIRST: Question = 'post-ceasefire-force';
