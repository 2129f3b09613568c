import { describe, expect, it } from 'vitest';
import { buildContent } from '../../../src/story/buildContent.ts';
import { buildStory } from '../../../src/story/buildStory.ts';
import { parseContent } from '../../../src/story/parseContent.ts';
import { sourcesOfStep } from '../../../src/story/sourcesOfStep.ts';
import { VALID } from './fixtures.ts';

describe('sourcesOfStep(story, step)', () => {
  const story = buildStory(buildContent(parseContent(VALID)), 'tale');
  const [step] = story.steps;

  it('has the sources of positions, then of claims, each once', () => {
    const position = { ...step!.spotlight[0]!, sources: ['b', 'a'] };
    const claim = { ...story.claims[0]!, sources: ['a', 'c'] };
    const told = { ...step!, spotlight: [position], claims: [claim.id] };
    expect(sourcesOfStep({ ...story, claims: [claim] }, told)).toEqual(['b', 'a', 'c']);
  });

  it('leaves out claims that the step does not tell', () => {
    const quiet = { ...step!, claims: [] };
    const own = quiet.spotlight.flatMap(({ sources }) => sources);
    expect(sourcesOfStep(story, quiet)).toEqual([...new Set(own)]);
  });
});
