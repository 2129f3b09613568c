import type { Stance } from '../schema/vocabulary.ts';
import {
  LEFT_OUT_NAME,
  NOTHING_FOUND_NAME,
  OUTSIDE_NAME,
  STANCE_GLYPH,
  STANCE_NAME,
} from './words.ts';

/** A group of a ledger: a stance, or why its actors have none of the scale. */
export type GroupId = Stance | 'outside' | 'none' | 'left-out';

const OFF_SCALE: Readonly<Record<string, string>> = {
  outside: OUTSIDE_NAME,
  none: NOTHING_FOUND_NAME,
  'left-out': LEFT_OUT_NAME,
};

/** What a group of a ledger is called. */
export function groupName(id: GroupId): string {
  return isStance(id) ? STANCE_NAME[id] : (OFF_SCALE[id] ?? '');
}

/** The sign of a group's stance; empty for actors without one. */
export function groupGlyph(id: GroupId): string {
  return isStance(id) ? STANCE_GLYPH[id] : '';
}

function isStance(id: GroupId): id is Stance {
  return id in STANCE_NAME;
}
