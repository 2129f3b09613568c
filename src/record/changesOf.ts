import type { Position } from '../schema/position.ts';
import { evidenceOf } from './evidenceOf.ts';
import { canStand } from './positionsOn.ts';
import type { TroopRecord } from './troopRecord.ts';

/** A position that differs from what its actor had said on the same question before. */
export interface Change {
  readonly position: Position;
  /** The actor's own standing until then; undefined for its first. */
  readonly before: Position | undefined;
}

/**
 * Every change of stance or evidence, oldest first, for all actors and questions. What unnamed sources
 * say counts as a change where it differs from the actor's own standing, and never replaces it.
 */
export function changesOf(record: TroopRecord): readonly Change[] {
  const own = new Map<string, Position>();
  return record.positions.filter(canStand).flatMap((position) => {
    const key = `${position.actor} ${position.about}`;
    const before = own.get(key);
    if (position.attribution !== 'unnamed-sources') own.set(key, position);
    return isChange(position, before) ? [{ position, before }] : [];
  });
}

function isChange(position: Position, before: Position | undefined): boolean {
  if (before?.stance !== position.stance) return true;
  const isOwn = position.attribution !== 'unnamed-sources';
  return isOwn && evidenceOf(before) !== evidenceOf(position);
}
