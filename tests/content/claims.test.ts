import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/schema/position.ts';
import { narrationOf, site, steps } from './realSite.ts';

const { claims } = site.story;
const listing = (claim: Claim) => steps.filter((step) => step.claims.includes(claim.id));

/** Words that name whom a claim is about: the speaker's last name, or an actor's name. */
function namesFor({ speaker, actors }: Claim): readonly string[] {
  const surname = speaker.name.split(' ').at(-1)!;
  return [surname, ...actors.map((id) => site.record.actors.get(id)!.name)];
}

describe('the claims of the source article', () => {
  it('are 19, each told by one step, in the order of the article', () => {
    expect(claims).toHaveLength(19);
    expect(steps.flatMap((step) => step.claims)).toEqual(claims.map(({ id }) => id));
  });

  it.each(claims.map((claim) => [claim.id, claim] as const))(
    '%s: the step that tells it names its speaker or actor',
    (_, claim) => {
      const told = listing(claim).map((step) => `${step.title}. ${narrationOf(step)}`);
      const names = namesFor(claim);
      expect(told.filter((text) => !names.some((name) => text.includes(name)))).toEqual([]);
    },
  );

  it.each(claims.filter(({ check }) => check === 'differs').map((claim) => [claim.id, claim]))(
    '%s differs from the record: its step speaks of the article',
    (_, claim) => {
      for (const step of listing(claim)) expect(narrationOf(step)).toMatch(/\barticle\b/);
    },
  );

  it('of what the article leaves to unnamed sources are told as reported', () => {
    const unnamed = claims.filter(({ attribution }) => attribution === 'unnamed-sources');
    expect(unnamed.map(({ id }) => id.slice(0, 10))).toEqual([
      ...['article-15', 'article-16', 'article-18', 'article-19'],
    ]);
    for (const step of unnamed.flatMap(listing)) {
      expect(narrationOf(step)).toMatch(/reported .*citing unnamed/);
    }
  });
});
