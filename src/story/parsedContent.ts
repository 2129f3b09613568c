import type { Actor } from '../schema/actor.ts';
import type { ContestedPoint } from '../schema/contestedPoint.ts';
import type { Correction } from '../schema/correction.ts';
import type { Band, Line, Members, Regions } from '../schema/place.ts';
import type { Claim, Position } from '../schema/position.ts';
import type { PublishedLock } from '../schema/publishedLock.ts';
import type { Source } from '../schema/source.ts';
import type { StandingsFile } from '../schema/standings.ts';
import type { Passage, Step, StoryFile, Translation } from '../schema/story.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';
import type { ItemPath } from './contentPath.ts';
import type { Entry } from './entry.ts';
import type { KnownIds } from './knownIds.ts';
import type { Body } from './parseBody.ts';
import type { Problem } from './problem.ts';

/** A value under an id. */
export type Keyed<T> = readonly [id: string, value: T];

/** Everything that fits its schema, with its place in the files, and what is wrong with the rest. */
export interface ParsedContent {
  readonly actors: readonly Entry<Actor>[];
  readonly sources: readonly Entry<Keyed<Source>>[];
  readonly positions: readonly PositionEntry[];
  readonly vocabulary: Entry<Vocabulary> | undefined;
  readonly standings: Entry<StandingsFile> | undefined;
  /** Points on which sources or readings differ. */
  readonly contested: readonly Entry<ContestedPoint>[];
  /** The log of corrections, oldest first. */
  readonly corrections: readonly Entry<Correction>[];
  /** What was last published. */
  readonly published: Entry<PublishedLock> | undefined;
  readonly front: readonly Entry<Keyed<Line | Band>>[];
  readonly regions: readonly Entry<Keyed<Regions[string]>>[];
  readonly members: Entry<Members> | undefined;
  readonly stories: readonly ParsedStory[];
  readonly known: Known;
  /** Syntax, shape, missing and misnamed files; `checkContent` adds what shows only across files. */
  readonly problems: readonly Problem[];
}

/** A position and the actor whose file it stands in. */
export interface PositionEntry extends Entry<Position> {
  readonly fileOf: string;
}

/** Ids that something may refer to, those of entries with mistakes too, so that one mistake is one problem. */
export interface Known {
  readonly actors: KnownIds;
  readonly sources: KnownIds;
  readonly positions: KnownIds;
  /** Ids of entries of the log of corrections. */
  readonly corrections: KnownIds;
  readonly conditions: KnownIds;
  /** Ids of lines, bands and regions. */
  readonly places: KnownIds;
  /** Every source id that some entry names, well formed or not. */
  readonly usedSources: KnownIds;
  /** Every condition id that some position names. */
  readonly usedConditions: KnownIds;
}

/** One folder below `stories/`. */
export interface ParsedStory {
  readonly id: string;
  readonly story: Entry<StoryFile> | undefined;
  readonly claims: readonly Entry<Claim>[];
  readonly knownClaims: KnownIds;
  /** The language that the scenes are written in. */
  readonly original: string;
  /** In path order: languages by code, then by number. */
  readonly items: readonly ParsedItem[];
}

/** One MDX file. */
export interface ParsedItem {
  readonly path: ItemPath;
  readonly file: string;
  readonly front: ItemFront | undefined;
  readonly body: Body | undefined;
}

/** The frontmatter of an MDX file that fits its schema. */
export type ItemFront =
  | { readonly kind: 'step'; readonly entry: Entry<Step> }
  | { readonly kind: 'passage'; readonly entry: Entry<Passage> }
  | { readonly kind: 'translation'; readonly entry: Entry<Translation> };
