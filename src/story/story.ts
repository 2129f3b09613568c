import type { IsoDay } from '../schema/isoDate.ts';
import type { Claim, Position } from '../schema/position.ts';
import type { SourceId } from '../schema/source.ts';
import type { Layer, Question } from '../schema/vocabulary.ts';

/** A step: its scene resolved, its narration by file. */
export interface StoryStep {
  readonly kind: 'step';
  /** The slug of its file name. */
  readonly id: string;
  /** The file with the narration in the story's language, below the content root. */
  readonly file: string;
  readonly title: string;
  /** The as-of day of the map. */
  readonly date: IsoDay;
  /** The date line over the heading, where a single day would mislead. */
  readonly dateline: string | undefined;
  /** Which soldiers the map is about. */
  readonly question: Question;
  /** The positions it speaks of, in the author's order. */
  readonly spotlight: readonly Position[];
  /** Ids of the article's claims that the narration names. */
  readonly claims: readonly string[];
  readonly layers: readonly Layer[];
  /** Actors, regions, lines and bands that the camera must contain. */
  readonly view: readonly string[];
  /** Colour every standing or the spotlighted ones alone. */
  readonly show: 'record' | 'spotlight';
  /** Place among the steps, from 0. */
  readonly index: number;
}

/** A full-width passage between steps. */
export interface StoryPassage {
  readonly kind: 'passage';
  readonly id: string;
  readonly file: string;
  readonly title: string;
}

/** A story in one language. */
export interface Story {
  readonly id: string;
  /** ISO 639-1. */
  readonly language: string;
  readonly title: string;
  readonly question: string;
  readonly standfirst: string;
  /** The source of the article the story grew out of. */
  readonly article: SourceId;
  /** The article's claims, in the file's order. */
  readonly claims: readonly Claim[];
  readonly steps: readonly StoryStep[];
  /** Steps and passages in reading order. */
  readonly items: readonly (StoryStep | StoryPassage)[];
}
