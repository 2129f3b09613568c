import type { Actor } from '../schema/actor.ts';
import type { Attribution, Question, Stance } from '../schema/vocabulary.ts';
import type { Evidence } from '../record/standing.ts';
import type { Correction } from '../schema/correction.ts';

/** A stance in the words of the ledger and legend. */
export const STANCE_NAME: Readonly<Record<Stance, string>> = {
  ready: 'Would send',
  open: 'Does not rule it out',
  undecided: 'No decision',
  'support-only': 'Help, but no soldiers there',
  'rules-out': 'Rules it out',
  opposes: 'Against anyone’s troops',
};

/** A stance as it stands behind an actor's name: "France: would send". */
export const STANCE_PHRASE: Readonly<Record<Stance, string>> = {
  ready: 'would send',
  open: 'does not rule it out',
  undecided: 'no decision',
  'support-only': 'would help, no soldiers there',
  'rules-out': 'rules it out',
  opposes: 'against anyone’s troops',
};

/** What the host says, whose stance is not on the scale. */
const HOST_PHRASE = 'asks for or consents to troops';

/** An actor's stance as it stands behind its name; the host's is put in words of its own. */
export function stancePhraseOf(actor: Pick<Actor, 'role'> | undefined, stance: Stance): string {
  return actor?.role === 'host' ? HOST_PHRASE : STANCE_PHRASE[stance];
}

/** What an actor is that stands outside the scale; undefined for one that stands on it. */
export function roleOutside({ role }: Pick<Actor, 'role'>): string | undefined {
  if (role === 'host') return 'the host';
  if (role === 'belligerent') return 'a belligerent';
  return role === 'ally-of-belligerent' ? 'an ally of a belligerent' : undefined;
}

/** A second sign beside the colour, so that colour is never alone. */
export const STANCE_GLYPH: Readonly<Record<Stance, string>> = {
  ready: '●',
  open: '◐',
  undecided: '○',
  'support-only': '◇',
  'rules-out': '✕',
  opposes: '■',
};

/** Which soldiers the map is about, as its label says it. */
export const QUESTION_NAME: Readonly<Record<Question, string>> = {
  'post-ceasefire-force': 'Soldiers after a ceasefire',
  instructors: 'Instructors in Ukraine during the war',
  combat: 'Combat troops',
  unspecified: 'Ground troops, purpose not stated',
  'buffer-zone': 'Troops for a buffer zone',
  contractors: 'Private or state-owned defence companies',
};

/** How a position became known, as a source line begins. */
export const ATTRIBUTION_NAME: Readonly<Record<Attribution, string>> = {
  'on-record': 'On the record',
  reported: 'Reported',
  'unnamed-sources': 'Reported, unnamed sources',
};

/** The two evidence classes in words. */
export const EVIDENCE_NAME: Readonly<Record<Evidence, string>> = {
  'on-record': 'on the record',
  reported: 'reported',
};

const SMALL = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** Numbers below ten as words, others as figures: the house style of running text. */
export function numberInWords(count: number): string {
  return SMALL[count] ?? String(count);
}

/** "a", "a and b", "a, b and c". */
export function joinNames(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

/** The ledger's group of the host, the belligerent and its allies. */
export const OUTSIDE_NAME = 'Outside the scale';

/** The ledger's group of actors for whom nothing was found on the question and day. */
export const NOTHING_FOUND_NAME = 'No position found';

/** The explored ledger's group of actors whose positions the reader's filters keep out of sight. */
export const LEFT_OUT_NAME = 'Left out by the filters';

/** What must be said wherever nothing was found. */
export const NOT_A_NO = 'This is not a no.';

/** "1 statement", "12 statements". */
export function statementCount(count: number): string {
  return count === 1 ? '1 statement' : `${String(count)} statements`;
}

/** The words of a source line's link to further sources. */
export function moreSources(count: number): string {
  return count === 1 ? 'and 1 more' : `and ${String(count)} more`;
}

/** Whether the source article agrees with the record. */
export const CHECK_NAME: Readonly<Record<'confirmed' | 'differs', string>> = {
  confirmed: 'confirmed by the record',
  differs: 'differs from the record',
};

/** Kinds of entries of the log of corrections. */
export const CORRECTION_NAME: Readonly<Record<Correction['kind'], string>> = {
  correction: 'Correction',
  clarification: 'Clarification',
  update: 'Update',
  retraction: 'Taken out',
};
