import type { Stance } from '../schema/vocabulary.ts';
import { byName } from '../record/byName.ts';
import { isOnScale } from '../record/isOnScale.ts';
import { shownStanding } from '../record/shownStanding.ts';
import { STANCE_NAME, stancePhraseOf } from '../i18n/words.ts';
import type { ExploreActor, ExploreRecord, Statement } from './exploreRecord.ts';
import type { ExploreState } from './exploreState.ts';

/** Where an actor is in a comparison: on the scale, kept out by the filters, or nothing found. */
export type Place = Stance | 'left-out' | 'none';

/** One actor on two days. */
export interface Move {
  readonly actor: ExploreActor;
  readonly from: Place;
  readonly to: Place;
  /** What stood on each of the days. */
  readonly before: readonly Statement[];
  readonly after: readonly Statement[];
  /** False for the host, a belligerent and its ally, who are in no picture of the scale. */
  readonly isScaled: boolean;
}

/** The places in their fixed order. */
export const PLACES: readonly Place[] = [
  ...(Object.keys(STANCE_NAME) as Stance[]),
  'left-out',
  'none',
];

/** Every actor with where it stands in two states of one question, by name. */
export function movesBetween(
  { actors }: Pick<ExploreRecord, 'actors'>,
  before: ExploreState,
  after: ExploreState,
): readonly Move[] {
  return byName(actors).map((actor) => ({
    actor,
    from: placeIn(before, actor),
    to: placeIn(after, actor),
    before: before.standings.get(actor.id) ?? [],
    after: after.standings.get(actor.id) ?? [],
    isScaled: isOnScale(actor),
  }));
}

/** True where a move shows: another place, or what stands is known in another way. */
export function isChange({ actor, from, to, before, after }: Move): boolean {
  const shape = (standings: readonly Statement[]): string =>
    standings.map(({ stance, evidence }) => `${stancePhraseOf(actor, stance)} ${evidence}`).join();
  const isElsewhere = actor.role !== 'host' && from !== to;
  return isElsewhere || shape(before) !== shape(after);
}

function placeIn({ standings, leftOut }: ExploreState, { id }: ExploreActor): Place {
  if (leftOut.has(id)) return 'left-out';
  return shownStanding(standings.get(id) ?? [])?.stance ?? 'none';
}
