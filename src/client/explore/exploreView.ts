import type { ActorId } from '../../schema/actor.ts';
import type { Box } from '../../map/camera.ts';
import type { ExploreQuery } from '../../explore/exploreQuery.ts';
import type { ExploreRecord } from '../../explore/exploreRecord.ts';
import type { ExploreState } from '../../explore/exploreState.ts';

/** The record as the page carries it, with what a map must show for actors outside of the common view. */
export interface PageRecord extends ExploreRecord {
  readonly views: Readonly<Record<ActorId, Box>>;
}

/** A part of the page that shows a view. */
export interface ExploreView {
  /** Shows a state, at most once a frame; touches only what differs from what it shows already. */
  show?(state: ExploreState, query: ExploreQuery): void;
  /** What can wait until the reader rests: words, lists, pictures of comparison. */
  rest?(state: ExploreState, query: ExploreQuery): void;
}

/** Asks for another view: a choice makes an entry in the history, a movement along time does not. */
export type Change = (next: Partial<ExploreQuery>, how: 'choice' | 'movement') => void;
