import type { Claim } from '../schema/position.ts';
import type { Story, StoryStep } from './story.ts';

/** The claims of a step by speaker, day and attribution: each group is one line of its card. */
export function claimGroups(story: Story, step: StoryStep): readonly (readonly Claim[])[] {
  const claims = story.claims.filter(({ id }) => step.claims.includes(id));
  const keyOf = ({ speaker, date, attribution }: Claim): string =>
    [speaker.name, date, attribution].join('|');
  return [...Map.groupBy(claims, keyOf).values()];
}
