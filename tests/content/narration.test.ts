import { describe, expect, it } from 'vitest';
import { evidenceOf } from '../../src/record/evidenceOf.ts';
import { countFor, type CountRequest } from '../../src/story/countFor.ts';
import type { StoryStep } from '../../src/story/story.ts';
import { narrationOf, ownWordsOf, site, steps, usesIn } from './realSite.ts';

/** Words that judge, with the plain way to say it. Other people's words are quoted and may judge. */
const LOADED: readonly (readonly [RegExp, string])[] = [
  [/\brefus(e|es|ed|ing|al)\b/i, 'has said it will not'],
  [/\b(admit|admits|admitted|claims|claimed|claiming)\b/i, 'said'],
  [/\b(hawk|hawks|hawkish|dove|doves|warmonger\w*|coward\w*|appease\w*)\b/i, 'what they said'],
  [/\b(cave|caves|caved|caving|bow|bows|bowed|backed down)\b/i, 'said'],
  [/\b(finally|still|only|merely|even|just|so-called|of course|obviously)\b/i, 'nothing'],
  [/\b(pro-war|anti-war|pro-Russian|anti-Russian)\b/i, 'what they said'],
  [/\b(Kiev|Odessa|Kharkov|Lvov)\b/, 'Kyiv, Odesa, Kharkiv, Lviv'],
  [/\bthe Ukraine\b/i, 'Ukraine'],
  [/\bTurkey\b/, 'Türkiye'],
  [/\b(today|currently|at present|nowadays|recently)\b/i, 'a date'],
  [/!/, 'a full stop'],
  [/[“”«»„"]/, 'the component for quotes'],
];

const items = site.story.items.map((item) => [item.id, item] as const);
const byId = steps.map((step) => [step.id, step] as const);

describe('the story', () => {
  it('has about 16 steps', () => {
    expect(steps.length).toBeGreaterThanOrEqual(15);
    expect(steps.length).toBeLessThanOrEqual(18);
  });

  it('has a heading of its own for each step and passage', () => {
    const titles = site.story.items.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('ends at the record’s day', () => {
    expect(steps.at(-1)!.date).toBe(site.record.asOf);
  });
});

describe.each(byId)('step %s', (_, step) => {
  it('has 30 to 60 words', () => {
    const count = narrationOf(step).split(' ').length;
    expect(count).toBeGreaterThanOrEqual(30);
    expect(count).toBeLessThanOrEqual(60);
  });

  it('has a heading of at most 60 characters that is one sentence without a full stop', () => {
    expect([...step.title].length).toBeLessThanOrEqual(60);
    expect(step.title).not.toMatch(/[.!?]/);
  });

  it('asks one question: all that stands on its map and all it spotlights is about it', () => {
    const positions = new Map(site.record.positions.map((one) => [one.id, one]));
    const { standings } = site.stateOf(step.id);
    const shown = standings.map(({ position }) => positions.get(position)!.about);
    const spotlit = step.spotlight.map(({ about }) => about);
    expect(new Set([...shown, ...spotlit, step.question])).toEqual(new Set([step.question]));
  });

  it('says that a spotlighted position is reported where it is', () => {
    const reported = step.spotlight.filter((one) => evidenceOf(one) === 'reported');
    if (reported.length > 0) expect(narrationOf(step)).toMatch(/\breported\b|\bciting\b/);
  });

  it('never says that states said what was only reported: counts with "say" count words on record', () => {
    const counts = usesIn(step).filter(({ name }) => name === 'Count');
    const worded = counts.filter(({ sentence }) => /\b(say|says|said|saying)\b/i.test(sentence));
    for (const { props, sentence } of worded) {
      const request = props as unknown as CountRequest;
      const onRecord = countFor(site.record, step, { ...request, evidence: 'on-record' });
      expect([sentence, countFor(site.record, step, request)]).toEqual([sentence, onRecord]);
    }
  });
});

describe.each(items)('%s', (_, item) => {
  it('is worded neutrally outside quotes', () => {
    const text = `${item.title}. ${ownWordsOf(item)}`;
    const found = LOADED.flatMap(([word, instead]) => {
      const hit = word.exec(text)?.[0];
      return hit === undefined ? [] : [`"${hit}": write ${instead}`];
    });
    expect(found).toEqual([]);
  });
});

describe('claims beside a question', () => {
  /** Steps that tell a claim about other soldiers than their map shows, and how they say so. */
  const TOLD_BESIDE: Readonly<Record<string, string>> = {
    'on-her-first-day article-01-nothing-ruled-out': 'who would or would not send soldiers',
    'on-her-first-day article-02-strategic-ambiguity': 'strategic ambiguity',
    'le-monde-reports article-16-lemonde-pmcs': 'private military companies',
  };

  it('are told in their own words: no step joins two questions without saying so', () => {
    const about = new Map(site.story.claims.map((claim) => [claim.id, claim.about]));
    const beside = steps.flatMap((step: StoryStep) =>
      step.claims
        .filter((id) => !['context', step.question].includes(about.get(id)!))
        .map((id) => [`${step.id} ${id}`, narrationOf(step)] as const),
    );
    expect(beside.map(([key]) => key)).toEqual(Object.keys(TOLD_BESIDE));
    for (const [key, text] of beside) expect(text).toContain(TOLD_BESIDE[key]);
  });
});
