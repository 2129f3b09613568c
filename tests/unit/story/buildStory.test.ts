import { describe, expect, it } from 'vitest';
import { buildContent, type Content } from '../../../src/story/buildContent.ts';
import { buildStory } from '../../../src/story/buildStory.ts';
import { countFor } from '../../../src/story/countFor.ts';
import { dayFor } from '../../../src/story/dayFor.ts';
import { figureFor } from '../../../src/story/figureFor.ts';
import { parseContent } from '../../../src/story/parseContent.ts';
import { quoteFor } from '../../../src/story/quoteFor.ts';
import type { ContentFile } from '../../../src/story/sourceText.ts';
import { statementsOf, type Statement } from '../../../src/story/statement.ts';
import { changed, VALID } from './fixtures.ts';

function content(files: readonly ContentFile[] = VALID): Content {
  return buildContent(parseContent(files));
}

const story = buildStory(content(), 'tale');

describe('buildStory(content, id, language)', () => {
  it('gives steps and passages in the order of their numbers', () => {
    expect(story.items.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'step freedonia-speaks',
      'passage between',
      'step where-it-stands',
    ]);
    expect(story.steps.map(({ index }) => index)).toEqual([0, 1]);
  });

  it('resolves the scene and fills in what the author left out', () => {
    const { spotlight, ...step } = story.steps[1]!;
    expect(spotlight.map(({ speaker }) => speaker.name)).toEqual([
      'Rufus Firefly',
      'officials of Sylvania',
    ]);
    expect(step).toEqual({
      kind: 'step',
      id: 'where-it-stands',
      file: 'stories/tale/en/030-where-it-stands.mdx',
      index: 1,
      title: 'Where it stands',
      dateline: 'Summer',
      date: '2024-07-31',
      question: 'post-ceasefire-force',
      claims: ['article-02-sylvania-changes'],
      layers: [],
      view: ['FRD', 'SYL', 'line_of_the_tale'],
      show: 'spotlight',
    });
    expect([story.steps[0]!.show, story.steps[0]!.dateline]).toEqual(['record', undefined]);
  });

  it('takes the words from the translation and the scene from the original', () => {
    const german = buildStory(content(), 'tale', 'de');
    expect(german.items.map(({ title }) => title)).toEqual([
      'Freedonien lässt die Tür offen',
      'Dazwischen',
      'Wie es steht',
    ]);
    expect(german.steps[1]).toMatchObject({
      file: 'stories/tale/de/030-where-it-stands.mdx',
      dateline: 'Sommer',
      date: '2024-07-31',
    });
  });

  it('leaves out what cannot be read, and throws for a story that is not there', () => {
    const broken = changed(
      'stories/tale/en/010-freedonia-speaks.mdx',
      "date: '2024-03-05'",
      'date: never',
    );
    expect(buildStory(content(broken), 'tale').steps.map(({ id, index }) => [id, index])).toEqual([
      ['where-it-stands', 0],
    ]);
    expect(() => buildStory(content(), 'fable')).toThrow('no readable story "fable"');
  });
});

describe('buildContent(parsed)', () => {
  it('gives record, places and stories', () => {
    const { record, front, regions, members, stories } = content();
    expect([...record.actors.keys()]).toEqual(['FRD', 'SYL', 'RUR', 'UQB', 'ORS', 'EU']);
    expect([record.positions.length, record.sources.size, record.asOf]).toEqual([
      10,
      7,
      '2024-07-31',
    ]);
    expect(record.noPositionFound).toEqual(new Set(['UQB']));
    expect(record.contested.map(({ positions }) => positions.map(({ id }) => id))).toEqual([
      ['syl-2024-03-05', 'syl-2024-05-10-general'],
      ['rur-2024-06'],
    ]);
    expect([Object.keys(front), Object.keys(regions)]).toEqual([
      ['line_of_the_tale', 'band_of_the_tale'],
      ['valley', 'europe'],
    ]);
    expect([members.EU.always, [...stories.keys()]]).toEqual([['FRD', 'SYL'], ['tale']]);
  });

  it('throws with the list when a file that all pages need cannot be read', () => {
    expect(() => content(changed('record/vocabulary.yml', 'stance:', 'stances:'))).toThrow(
      'content/record/vocabulary.yml:1:1  E-UNKNOWN-KEY  found the key "stances"',
    );
  });
});

describe('the resolvers of the narration', () => {
  const statements = statementsOf(content().record, story.claims);
  const get = (id: string): Statement => statements.get(id)!;

  it('countFor(record, scene, request) counts governments unless asked for all', () => {
    const scene = story.steps[1]!;
    const count = (request: Parameters<typeof countFor>[2]): number =>
      countFor(content().record, scene, request);
    expect(count({ stance: 'open' })).toBe(1);
    expect(count({ stance: 'open', of: 'all' })).toBe(2);
    expect(count({ stance: 'open', evidence: 'on-record' })).toBe(0);
    expect(count({ stance: 'rules-out  opposes' })).toBe(1);
  });

  it('figureFor(statement, value) gives a figure that stands in paraphrase, quote or note, else nothing', () => {
    expect(figureFor(get('frd-2024-05-10'), '26')).toBe('26');
    expect(figureFor(get('frd-2024-05-10'), '6')).toBeUndefined();
    expect(figureFor(get('article-02-sylvania-changes'), '800 paces')).toBe('800 paces');
    const statement = { ...get('frd-2024-05-10'), note: 'Some 1,200 to 1,290 km; 5.5% by 2026.' };
    const values = [
      '1,200',
      '1,290',
      '1,290 km',
      '5.5%',
      '200',
      '1',
      '5.5',
      '5',
      '2026',
      '26',
      '90',
    ];
    expect(values.filter((value) => figureFor(statement, value))).toEqual([
      '1,200',
      '1,290',
      '1,290 km',
      '5.5%',
      '5.5',
      '2026',
      '26',
    ]);
  });

  it('dayFor(statement, form) gives the date as precisely as asked, never more than is known', () => {
    expect(dayFor(get('frd-2024-05-10'))).toBe('2024-05-10');
    expect(dayFor(get('frd-2024-05-10'), 'month')).toBe('2024-05');
    expect(dayFor(get('rur-2024-06'))).toBe('2024-06');
    expect(dayFor(get('rur-2024-06'), 'day')).toBeUndefined();
  });

  it('quoteFor(statement) gives the quote with its language, if there is one', () => {
    expect(quoteFor(get('frd-2024-03-01'))).toEqual({
      text: 'the door is neither open nor shut',
      language: 'en',
    });
    expect(quoteFor(get('syl-2024-03-05'))).toBeUndefined();
  });
});
