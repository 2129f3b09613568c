import { describe, expect, it } from 'vitest';
import { claimLd, claimsLd, datasetLd, jsonLdText } from '../../../src/data/jsonLd.ts';
import { HOSTILE, PUBLISHED, TALE, taleWith } from './tale.ts';

function claimOf(id: string): Readonly<Record<string, unknown>> {
  return claimLd(
    TALE.positions.find((one) => one.id === id)!,
    TALE,
    PUBLISHED,
  );
}

describe('jsonLdText(value)', () => {
  it.each(HOSTILE)('keeps %j inside its script element and gives it back', (text) => {
    const written = jsonLdText({ text });
    expect(written).not.toMatch(/[<\u2028\u2029]/u);
    expect(JSON.parse(written)).toEqual({ text });
  });
});

describe('claimLd(position, record, published)', () => {
  it('is a Claim with permalink, day, speaker and the pages it appears on', () => {
    expect(claimOf('frd-2024-05-10')).toEqual({
      '@type': 'Claim',
      '@id': 'https://host.example/x/actors/frd/#frd-2024-05-10',
      url: 'https://host.example/x/actors/frd/#frd-2024-05-10',
      identifier: 'frd-2024-05-10',
      text: 'Firefly promised 26 watchmen once the truce had held for a month.',
      datePublished: '2024-05-10',
      about: { '@type': 'Country', name: 'Freedonia' },
      author: { '@type': 'Person', name: 'Rufus Firefly', jobTitle: 'President' },
      keywords: ['question: post-ceasefire-force', 'stance: ready', 'evidence: on-record'],
      license: 'https://creativecommons.org/licenses/by/4.0/',
      appearance: [
        {
          '@type': 'CreativeWork',
          name: 'Freedonia will go',
          url: 'https://gazette.example/ready',
          datePublished: '2024-05-10',
          inLanguage: 'de',
          publisher: { '@type': 'Organization', name: 'Gazette of Sylvania' },
        },
      ],
    });
  });

  it('gives what others reported no author, named or not', () => {
    expect(claimOf('syl-2024-06-20')).not.toHaveProperty('author');
    expect(claimOf('rur-2024-06')).not.toHaveProperty('author');
    expect(claimOf('rur-2024-06').keywords).toContain('evidence: reported');
  });

  it('names the page’s own publisher and credits the outlet it took the text from', () => {
    const [page] = claimOf('eu-2024-04-02').appearance as Record<string, unknown>[];
    expect(page?.publisher).toEqual({ '@type': 'Organization', name: 'Wire of the Valley' });
    expect(page?.creditText).toBe('The Freedonia Herald');
    expect(claimOf('eu-2024-04-02').about).toEqual({
      '@type': 'Organization',
      name: 'Union of the Tale',
    });
  });

  it('rates nothing: no review of a claim anywhere', () => {
    const text = JSON.stringify(claimsLd(TALE.positions, TALE, PUBLISHED));
    expect(text).not.toMatch(/Review|rating/iu);
    expect(text.match(/"@type":"Claim"/g)?.length).toBe(TALE.positions.length);
  });

  it('carries hostile texts whole', () => {
    const record = taleWith('</script><script>');
    const text = jsonLdText(claimsLd(record.positions, record, PUBLISHED));
    expect(text).not.toContain('<');
    expect(text).toContain('\\u003c/script>');
  });
});

describe('datasetLd(record, published, files)', () => {
  it('names day, span, version, licence and each file with size and sum', () => {
    const file = { path: 'positions.csv', bytes: 12, sha256: 'ab', text: '' };
    expect(datasetLd(TALE, PUBLISHED, [file])).toMatchObject({
      '@type': 'Dataset',
      '@id': 'https://host.example/x/data/',
      version: '2024.07.31-3',
      dateModified: '2024-07-31',
      temporalCoverage: '2024-03-01/2024-07-31',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      distribution: [
        {
          contentUrl: 'https://host.example/x/data/positions.csv',
          encodingFormat: 'text/csv',
          contentSize: '12 B',
          sha256: 'ab',
        },
      ],
    });
  });
});
