import type { Position } from '../schema/position.ts';
import { canStand } from '../record/positionsOn.ts';
import { ATTRIBUTION_NAME } from './words.ts';

/** How a statement is known, in one line: on the record or not, who spoke, the desk's grade. */
export function knownLine(position: Position): string {
  const { attribution, speaker, confidence } = position;
  const parts = [
    ATTRIBUTION_NAME[attribution],
    `${speaker.name}, ${speaker.role}`,
    `confidence ${confidence}`,
    ...(canStand(position) ? [] : ['does not set a colour']),
  ];
  return parts.join(' · ');
}
