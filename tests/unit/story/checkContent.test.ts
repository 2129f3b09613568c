import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../scripts/setup.mjs';
import { checkContent } from '../../../src/story/checkContent.ts';
import { formatProblems } from '../../../src/story/formatProblems.ts';
import { CODES } from '../../../src/story/problem.ts';
import { badCodes, badContent, changed, expectedReport, VALID } from './fixtures.ts';

describe('checkContent(files)', () => {
  it('finds nothing in sound content', () => {
    expect(formatProblems(checkContent(VALID))).toBe('');
  });

  it.each(CODES)('finds %s where its fixture has it, and nothing else', (code) => {
    const problems = checkContent(badContent(code));
    expect(formatProblems(problems, '')).toBe(expectedReport(code));
    expect(new Set(problems.map((problem) => problem.code))).toEqual(new Set([code]));
  });

  it('gives the same list whatever the order of the files', () => {
    const files = changed('record/positions/frd.yml', 'stance: ready', 'stance: reddy');
    expect(checkContent(files.toReversed())).toEqual(checkContent(files));
  });

  it('says something about no files at all', () => {
    const missing = checkContent([]).map(({ code, file }) => `${code} ${file}`);
    expect(missing).toEqual([
      'E-MISSING-FILE places/front.yml',
      'E-MISSING-FILE places/members.yml',
      'E-MISSING-FILE places/regions.yml',
      'E-MISSING-FILE record/actors.yml',
      'E-MISSING-FILE record/contested.yml',
      'E-MISSING-FILE record/corrections.yml',
      'E-MISSING-FILE record/published.lock.json',
      'E-MISSING-FILE record/sources.yml',
      'E-MISSING-FILE record/standings.yml',
      'E-MISSING-FILE record/vocabulary.yml',
      'E-MISSING-FILE stories/<story>/story.yml',
    ]);
  });
});

describe('the codes', () => {
  it('each have a fixture, and each fixture a code', () => {
    expect(badCodes()).toEqual([...CODES].sort());
  });

  it('each have an entry in docs/errors.md, and each entry a code', () => {
    const text = readFileSync(join(root, 'docs/errors.md'), 'utf8');
    const entries = [...text.matchAll(/^### `(E-[A-Z-]+)`/gmu)].map((match) => match[1] ?? '');
    expect(entries.toSorted()).toEqual([...CODES].sort());
  });
});
