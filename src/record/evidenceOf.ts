import type { Position } from '../schema/position.ts';
import type { Evidence } from './standing.ts';

/** The evidence class of a position: what unnamed sources say is reported, never said. */
export function evidenceOf({ attribution }: Position): Evidence {
  return attribution === 'on-record' ? 'on-record' : 'reported';
}
