import type { SourceId } from '../schema/source.ts';
import type { Story, StoryStep } from './story.ts';

/** Sources of a step's positions, then of the article's claims that it tells; each once. */
export function sourcesOfStep({ claims }: Story, step: StoryStep): readonly SourceId[] {
  const told = claims.filter(({ id }) => step.claims.includes(id));
  return [...new Set([...step.spotlight, ...told].flatMap(({ sources }) => sources))];
}
