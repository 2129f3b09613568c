import { describe, expect, it } from 'vitest';
import { checkContent } from '../../../src/story/checkContent.ts';
import type { ContentFile } from '../../../src/story/sourceText.ts';
import { changed, VALID } from './fixtures.ts';

const LOG = 'record/corrections.yml';
const LOCK = 'record/published.lock.json';
const EU = 'record/positions/eu.yml';

/** "CODE file:line" of everything found. */
function found(files: readonly ContentFile[]): readonly string[] {
  return checkContent(files).map(({ code, file, line }) => `${code} ${file}:${String(line)}`);
}

/** The sound content with other texts for some files. */
function withTexts(texts: Readonly<Record<string, string>>): readonly ContentFile[] {
  return VALID.map((file) => ({ ...file, text: texts[file.path] ?? file.text }));
}

function textOf(path: string): string {
  return VALID.find((file) => file.path === path)!.text;
}

const ENTRY = `- id: 2024-07-20-eu
  date: '2024-07-20'
  kind: correction
  position: eu-2024-04-02
  changed: [stance]
  was: The record said that the Union was open to it.
  now: The Secretary said that nothing was decided.
`;

describe('checkContent(files) about what was published', () => {
  it.each([
    ['stance', 'stance: open', 'stance: ready', 'stance ready, published as open'],
    ['question', 'about: post-ceasefire-force', 'about: combat', 'about combat, published as'],
    ['attribution', 'attribution: on-record', 'attribution: reported', 'attribution reported,'],
    ['source', 'herald-2024-04-02-union-weighs', 'courier-2024-06-20-officials-hint', 'sources co'],
  ])('refuses another %s than the published one', (_, from, to, words) => {
    const problems = checkContent(changed(EU, from, to));
    const told = problems.filter(({ code }) => code === 'E-PUBLISHED-CHANGED');
    expect(told.map(({ file }) => file)).toEqual([EU]);
    expect(told[0]?.found).toContain(words);
  });

  it('refuses another date, under the old id and under a new one', () => {
    expect(found(changed(EU, "date: '2024-04-02'", "date: '2024-04-01'"))).toContain(
      `E-PUBLISHED-CHANGED ${EU}:3`,
    );
    expect(found(changed(EU, /2024-04-02(?!-union)/gu, '2024-04-01'))).toContain(
      `E-PUBLISHED-REMOVED ${LOCK}:3`,
    );
  });

  it('lets a change pass that a new entry of the log tells, part by part', () => {
    const stance = { [EU]: textOf(EU).replace('stance: open', 'stance: undecided') };
    const told = { ...stance, [LOG]: textOf(LOG) + ENTRY };
    expect(found(withTexts(stance))).toEqual([`E-PUBLISHED-CHANGED ${EU}:4`]);
    expect(found(withTexts(told))).toEqual([]);
    const both = { ...told, [EU]: stance[EU].replace('on-record', 'reported') };
    expect(found(withTexts(both))).toEqual([`E-PUBLISHED-CHANGED ${EU}:7`]);
  });

  it('does not take an entry that was published before for the reason of a new change', () => {
    const entry = JSON.stringify({
      id: '2024-07-20-eu',
      date: '2024-07-20',
      kind: 'correction',
      position: 'eu-2024-04-02',
      changed: ['stance'],
      was: 'The record said that the Union was open to it.',
      now: 'The Secretary said that nothing was decided.',
    });
    const files = withTexts({
      [EU]: textOf(EU).replace('stance: open', 'stance: undecided'),
      [LOG]: textOf(LOG) + ENTRY,
      [LOCK]: textOf(LOCK).replace(
        '"corrections": {',
        `"corrections": {"2024-07-20-eu": ${entry},`,
      ),
    });
    expect(found(files)).toEqual([`E-PUBLISHED-CHANGED ${EU}:4`]);
  });

  it('lets words, notes and the order of sources change, and positions be added', () => {
    expect(found(changed(EU, 'would answer for itself', 'had to answer for itself'))).toEqual([]);
    const two = `    - herald-2024-04-02-union-weighs\n    - courier-2024-06-20-officials-hint\n`;
    const swapped = withTexts({
      [EU]: textOf(EU).replace('    - herald-2024-04-02-union-weighs\n', two),
      [LOCK]: textOf(LOCK).replace(
        '["herald-2024-04-02-union-weighs"]',
        '["courier-2024-06-20-officials-hint","herald-2024-04-02-union-weighs"]',
      ),
    });
    expect(found(swapped)).toEqual([]);
    expect(textOf(LOCK)).not.toContain('frd-2024-03-01');
  });
});

describe('checkContent(files) about the log of corrections', () => {
  it('wants every published entry to stay, wherever its keys stand', () => {
    const first = textOf(LOG).slice(0, textOf(LOG).indexOf('- id: 2024-07-02'));
    expect(found(changed(LOG, first, ''))).toEqual([`E-CORRECTION-CHANGED ${LOCK}:8`]);
    const moved = `${first.replace("  date: '2024-06-01'\n", '')}  date: '2024-06-01'\n`;
    expect(found(changed(LOG, first, moved))).toEqual([]);
  });

  it('wants new entries to be about something that was published and has changed', () => {
    expect(found(withTexts({ [LOG]: textOf(LOG) + ENTRY }))).toEqual([
      `E-NOTHING-CORRECTED ${LOG}:27`,
    ]);
    const unknown = ENTRY.replace('eu-2024-04-02', 'frd-2024-03-01');
    expect(found(withTexts({ [LOG]: textOf(LOG) + unknown }))).toEqual([
      `E-UNKNOWN-POSITION ${LOG}:26`,
    ]);
  });

  it('wants days in order, ids that begin with the day, parts once, replacements that exist', () => {
    expect(found(changed(LOG, /2024-07-03/gu, '2024-06-30'))).toEqual([`E-ORDER ${LOG}:16`]);
    expect(found(changed(LOG, 'id: 2024-07-03-syl-day', 'id: 2024-07-04-syl-day'))).toEqual([
      `E-ID-MISMATCH ${LOG}:15`,
    ]);
    expect(found(changed(LOG, '[removed]', '[removed, removed]'))).toEqual([
      `E-LISTED-TWICE ${LOG}:19`,
    ]);
    expect(
      found(changed(LOG, 'replaced_by: syl-2024-05-10', 'replaced_by: syl-2024-05-12')),
    ).toEqual([`E-UNKNOWN-POSITION ${LOG}:22`]);
  });

  it('says one thing, not many, when the log or the lock cannot be read', () => {
    expect(found(changed(LOG, '- id: 2024-06', '- [id: 2024-06'))).toEqual([
      expect.stringContaining('E-YAML'),
    ]);
    expect(found(changed(LOCK, '"stance":"open"', '"stance":"opn"'))).toEqual([
      `E-UNKNOWN-STANCE ${LOCK}:3`,
    ]);
    expect(found(changed(LOG, 'kind: retraction', 'kind: erasure'))).toEqual([
      `E-UNKNOWN-VALUE ${LOG}:17`,
    ]);
  });
});
