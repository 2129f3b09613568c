import type { Actor } from '../schema/actor.ts';
import { STANCES, type Stance } from '../schema/vocabulary.ts';
import type { PositionId } from '../schema/position.ts';
import type { Evidence } from '../record/standing.ts';
import { isOnScale } from '../record/isOnScale.ts';
import { standsOutside } from '../record/standsOutside.ts';
import type { MapState } from '../map/mapState.ts';

/** A pill of the ledger: one standing of one actor. */
export interface Pill {
  readonly actor: Actor;
  readonly stance: Stance | undefined;
  readonly evidence: Evidence | undefined;
  readonly position: PositionId | undefined;
  readonly spotlight: boolean;
}

/** A group of the ledger: a stance, the actors outside the scale, or those with nothing found. */
export interface LedgerGroup {
  readonly id: Stance | 'outside' | 'none';
  readonly pills: readonly Pill[];
  /** Actors in the group; one that is on record and reported alike has two pills and counts once. */
  readonly count: number;
}

/** The ledger of a state: stances in their fixed order, then outside the scale, then nothing found. */
export function ledgerGroups(state: MapState, actors: readonly Actor[]): readonly LedgerGroup[] {
  const sorted = [...actors].sort((a, b) => a.name.localeCompare(b.name, 'en'));
  const pills = sorted.flatMap((actor) => pillsOf(actor, state));
  const standing = pills.filter(({ actor, stance }) => isOnScale(actor) && stance !== undefined);
  return [
    ...STANCES.map((id) =>
      group(
        id,
        standing.filter(({ stance }) => stance === id),
      ),
    ),
    group('outside', pills.filter(isOutside)),
    group(
      'none',
      pills.filter((pill) => pill.stance === undefined && !isOutside(pill)),
    ),
  ];
}

function group(id: LedgerGroup['id'], pills: readonly Pill[]): LedgerGroup {
  return { id, pills, count: new Set(pills.map(({ actor }) => actor.id)).size };
}

function isOutside({ actor, stance }: Pill): boolean {
  return standsOutside(actor, stance !== undefined);
}

function pillsOf(actor: Actor, state: MapState): readonly Pill[] {
  const spotlight = state.spotlight.includes(actor.id);
  const own = state.standings.filter((standing) => standing.actor === actor.id);
  if (own.length === 0) {
    return [{ actor, stance: undefined, evidence: undefined, position: undefined, spotlight }];
  }
  return own.map(({ stance, evidence, position }) => ({
    actor,
    stance,
    evidence,
    position,
    spotlight,
  }));
}
