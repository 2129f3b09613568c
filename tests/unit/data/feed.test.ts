import { describe, expect, it } from 'vitest';
import { FEED_LENGTH, feedEntries, renderFeed } from '../../../src/data/feed.ts';
import { HOSTILE, PUBLISHED, TALE, taleWith } from './tale.ts';

const SITE = PUBLISHED.site;

describe('feedEntries(record, site)', () => {
  const entries = feedEntries(TALE, SITE);
  const titles = new Map(entries.map(({ id, title }) => [id.slice(SITE.length), title]));

  it('has each change of stance once, by its permalink, and every correction', () => {
    expect([...titles.keys()].toSorted()).toEqual([
      'actors/eu/#eu-2024-04-02',
      'actors/frd/#frd-2024-03-01',
      'actors/frd/#frd-2024-03-05',
      'actors/frd/#frd-2024-05-10',
      'actors/ors/#ors-2024-06-20',
      'actors/rur/#rur-2024-06',
      'actors/syl/#syl-2024-03-05',
      'actors/syl/#syl-2024-06-20',
      'method/#2024-06-01-frd-may',
      'method/#2024-07-02-syl-general',
      'method/#2024-07-03-syl-day',
    ]);
  });

  it('says what was said as said, and what was reported as reported', () => {
    expect(titles.get('actors/frd/#frd-2024-05-10')).toBe(
      'Freedonia, Soldiers after a ceasefire: would send (on the record)',
    );
    expect(titles.get('actors/syl/#syl-2024-06-20')).toBe(
      'Sylvania, Soldiers after a ceasefire: does not rule it out (reported)',
    );
  });

  it('gives actors outside the scale no stance', () => {
    expect(titles.get('actors/ors/#ors-2024-06-20')).toBe(
      'Orsinia, Soldiers after a ceasefire (on the record)',
    );
  });

  it('tells conditions and what was said before', () => {
    const entry = entries.find(({ id }) => id.endsWith('#frd-2024-05-10'));
    expect(entry?.summary).toBe(
      '10 May 2024. Firefly promised 26 watchmen once the truce had held for a month. ' +
        'Conditions: only after a truce. Before, 1 March 2024: does not rule it out (on the record).',
    );
  });

  it('takes its days from the data: of the statement, or of its correction', () => {
    const day = (end: string) => {
      const found = entries.find(({ id }) => id.endsWith(end));
      return [found?.published, found?.updated];
    };
    expect(day('#rur-2024-06')).toEqual(['2024-06-30', '2024-06-30']);
    expect(day('#frd-2024-05-10')).toEqual(['2024-05-10', '2024-06-01']);
    expect(day('#2024-07-03-syl-day')).toEqual(['2024-07-03', '2024-07-03']);
  });

  it('comes newest first and ends at a fixed length', () => {
    const days = entries.map(({ updated }) => updated);
    expect(days).toEqual(days.toSorted().reverse());
    const [first] = TALE.positions;
    const positions = Array.from({ length: 200 }, (_, index) => ({
      ...first!,
      id: `frd-2024-03-01-${String(index)}`,
      stance: index % 2 === 0 ? ('open' as const) : ('ready' as const),
    }));
    expect(feedEntries({ ...TALE, positions, corrections: [] }, SITE).length).toBe(FEED_LENGTH);
  });
});

describe('renderFeed(record, published)', () => {
  it('names itself by its full address, with the day of its newest entry', () => {
    const xml = renderFeed(TALE, PUBLISHED);
    expect(xml).toContain('<id>https://host.example/x/feed.xml</id>');
    expect(xml).toContain('<updated>2024-07-03T00:00:00Z</updated>');
    expect(xml).toContain('<title>The tale: Who would go to Uqbar?</title>');
    expect(xml.match(/<entry>/g)?.length).toBe(11);
  });

  it.each(HOSTILE)('carries %j as text', (text) => {
    const xml = renderFeed(taleWith(text), PUBLISHED);
    const escaped = text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;');
    expect(xml).toContain(`<summary>1 March 2024. ${escaped}`);
    expect(xml.match(/<[a-z]+/g)?.filter((tag) => /^<(script|img|style)$/.test(tag))).toEqual([]);
  });
});
