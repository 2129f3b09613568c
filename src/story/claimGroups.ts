import type { Claim } from '../schema/position.ts';
import type { Story, StoryStep } from './story.ts';

/** The article's claims of a step by verdict and attribution: each group is one line of its card. */
export function claimGroups(story: Story, step: StoryStep): readonly (readonly Claim[])[] {
  const claims = story.claims.filter(({ id }) => step.claims.includes(id));
  const keyOf = ({ check, attribution }: Claim): string => `${check} ${attribution}`;
  return [...Map.groupBy(claims, keyOf).values()];
}
