import type { ActorId } from '../schema/actor.ts';
import type { PositionId } from '../schema/position.ts';
import type { Stance } from '../schema/vocabulary.ts';

/** Said in public by a named speaker, or reported by others; unnamed sources count as reported. */
export type Evidence = 'on-record' | 'reported';

/** The position that counts for an actor on a day, reduced to what a map draws. */
export interface Standing {
  /** Whose it is. */
  readonly actor: ActorId;
  /** Where it stands on the scale. */
  readonly stance: Stance;
  /** Solid (`on-record`) or striped (`reported`). */
  readonly evidence: Evidence;
  /** The position it comes from. */
  readonly position: PositionId;
}
