import { describe, expect, it } from 'vitest';
import { buildContent } from '../../../src/story/buildContent.ts';
import { buildStory } from '../../../src/story/buildStory.ts';
import { parseContent } from '../../../src/story/parseContent.ts';
import { stepsOfActor } from '../../../src/story/stepsOfActor.ts';
import type { Story } from '../../../src/story/story.ts';
import { VALID } from './fixtures.ts';

const tale = buildStory(buildContent(parseContent(VALID)), 'tale');
const [first, second] = tale.steps;
/** The tale with Freedonia alone in the spotlight of its first step. */
const story: Story = {
  ...tale,
  steps: [
    { ...first!, spotlight: first!.spotlight.filter(({ actor }) => actor === 'FRD') },
    second!,
  ],
};
const stepIds = (actor: string) => stepsOfActor(story, actor).map(({ id }) => id);

describe('stepsOfActor(story, actor)', () => {
  it('gives the steps with a position of the actor in the spotlight, in reading order', () => {
    expect(stepIds('FRD')).toEqual(['freedonia-speaks', 'where-it-stands']);
    expect(stepIds('SYL')).toEqual(['where-it-stands']);
  });

  it('gives none to an actor that is merely on the map', () => {
    expect(stepIds('RUR')).toEqual([]);
  });
});
