import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from '../../../scripts/setup.mjs';
import { LOCK_FILE, publishLock } from '../../../src/integrations/publishLock.ts';
import type { PublishedLock } from '../../../src/schema/publishedLock.ts';

let folder: string;
const at = (path: string): string => join(folder, path);
const lock = (): PublishedLock => JSON.parse(readFileSync(at(LOCK_FILE), 'utf8')) as PublishedLock;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
  cpSync(join(root, 'tests/fixtures/valid'), folder, { recursive: true });
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('publishLock(root)', () => {
  it('takes every position and every entry of the log as published, by id', () => {
    expect(publishLock(folder, 'content')).toBe('');
    const { positions, corrections } = lock();
    expect(Object.keys(positions).length).toBe(10);
    expect(Object.keys(positions)).toEqual(Object.keys(positions).toSorted());
    expect(positions['rur-2024-06']).toEqual({
      about: 'post-ceasefire-force',
      stance: 'undecided',
      date: '2024-06',
      sources: ['gazette-2024-06-ruritania-thinks'],
      attribution: 'reported',
    });
    expect(Object.keys(corrections)).toEqual([
      '2024-06-01-frd-may',
      '2024-07-02-syl-general',
      '2024-07-03-syl-day',
    ]);
  });

  it('writes the same again, one line an entry', () => {
    publishLock(folder, 'content');
    const first = readFileSync(at(LOCK_FILE), 'utf8');
    expect(publishLock(folder, 'content')).toBe('');
    expect(readFileSync(at(LOCK_FILE), 'utf8')).toBe(first);
    expect(first.split('\n').filter((line) => line.startsWith('  "')).length).toBe(13);
  });

  it('writes nothing while a published position has changed unsaid, and says where', () => {
    const before = readFileSync(at(LOCK_FILE), 'utf8');
    const file = at('record/positions/eu.yml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('stance: open', 'stance: opposes'));
    expect(publishLock(folder, 'content')).toContain(
      'content/record/positions/eu.yml:4:11  E-PUBLISHED-CHANGED  found stance opposes',
    );
    expect(readFileSync(at(LOCK_FILE), 'utf8')).toBe(before);
  });

  it('makes the first lock of a record that has none and no corrections', () => {
    rmSync(at(LOCK_FILE));
    writeFileSync(at('record/corrections.yml'), '[]\n');
    expect(publishLock(folder, 'content')).toBe('');
    expect(Object.keys(lock().positions).length).toBe(10);
  });
});
