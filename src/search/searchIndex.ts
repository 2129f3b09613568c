import type { Evidence } from '../record/standing.ts';
import type { ActorId } from '../schema/actor.ts';
import type { IsoDayOrMonth } from '../schema/isoDate.ts';
import type { PositionId } from '../schema/position.ts';
import type { Stance } from '../schema/vocabulary.ts';

/** A statement as it is searched and shown: every word that a reader sees, resolved. */
export interface StatementEntry {
  readonly id: PositionId;
  readonly actor: ActorId;
  /** Permanent address, from the root of the site. */
  readonly address: string;
  readonly date: IsoDayOrMonth;
  /** The date in words. */
  readonly day: string;
  /** Name of the question. */
  readonly question: string;
  /** The stance behind the actor's name. */
  readonly phrase: string;
  /** The stance whose colour the swatch takes; none outside the scale. */
  readonly stance?: Stance;
  readonly glyph?: string;
  readonly evidence: Evidence;
  /** How it became known, and whether it can set a colour, in words. */
  readonly known: string;
  readonly speaker: string;
  /** Office of the speaker on that day. */
  readonly role: string;
  /** What was said, in our words. */
  readonly text: string;
  /** At most twelve words of it. */
  readonly quote?: string;
  /** ISO 639-1 code of the quote. */
  readonly language?: string;
  /** Conditions named, in words. */
  readonly conditions?: string;
  /** The best source: who published it and where. */
  readonly outlet: string;
  readonly source: string;
  /** "and 2 more", of the sources. */
  readonly more?: string;
}

/** An actor as it is searched and shown. */
export interface ActorEntry {
  readonly id: ActorId;
  readonly name: string;
  /** Abbreviations, parted by spaces: "EE EST". */
  readonly codes: string;
  /** Address of its page, from the root of the site. */
  readonly address: string;
  /** What it is, where it stands outside the scale. */
  readonly outside?: string;
  /** Ids of the statements that stand on the as-of day, by question. */
  readonly standing: readonly PositionId[];
}

/** All that the search page searches and shows, plain JSON. */
export interface SearchIndex {
  /** The day that the record is true for, in words. */
  readonly asOf: string;
  /** By name. */
  readonly actors: readonly ActorEntry[];
  /** Newest first. */
  readonly statements: readonly StatementEntry[];
}
