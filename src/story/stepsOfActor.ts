import type { ActorId } from '../schema/actor.ts';
import type { Story, StoryStep } from './story.ts';

/** The steps that speak of an actor: those with one of its positions in the spotlight, in reading order. */
export function stepsOfActor({ steps }: Story, actor: ActorId): readonly StoryStep[] {
  return steps.filter(({ spotlight }) => spotlight.some((position) => position.actor === actor));
}
