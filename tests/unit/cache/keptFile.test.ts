import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cacheFolder, keepFile, keyOf, readKept, sourceOf } from '../../../src/cache/keptFile.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.unstubAllEnvs();
});

describe('keepFile(folder, name, content) and readKept(folder, name)', () => {
  it('give back the bytes that were kept, and leave no draft', () => {
    const inside = join(folder, 'new');
    keepFile(inside, 'a.bin', new Uint8Array([1, 2, 255]));
    expect([...readKept(inside, 'a.bin')!]).toEqual([1, 2, 255]);
    expect(readdirSync(inside)).toEqual(['a.bin']);
  });

  it('know nothing of a file that was never kept', () => {
    expect(readKept(folder, 'a.bin')).toBeUndefined();
  });

  it('do without where the folder is none', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    keepFile(file, 'a.bin', 'x');
    expect(readKept(file, 'a.bin')).toBeUndefined();
  });
});

describe('keyOf(parts)', () => {
  it('is the same for the same parts, and tells where one part ends', () => {
    expect(keyOf(['ab', 'c'])).toBe(keyOf(['ab', 'c']));
    expect(keyOf(['ab', 'c'])).toMatch(/^[\da-f]{16}$/);
    const keys = [['ab', 'c'], ['a', 'bc'], ['abc'], ['abc', ''], ['c', 'ab']].map(keyOf);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('cacheFolder()', () => {
  it('is the one that the environment names, else one that is never published', () => {
    vi.stubEnv('CACHE_FOLDER', folder);
    expect(cacheFolder()).toBe(folder);
    vi.unstubAllEnvs();
    expect(cacheFolder()).toMatch(/node_modules[/\\]\.cache[/\\]nothing-ruled-out$/);
  });
});

describe('sourceOf(folder)', () => {
  it('has every file of the folder with its text', () => {
    const source = sourceOf('cache');
    expect(source.filter((_, index) => index % 2 === 0)).toEqual(['keptFile.ts', 'projectRoot.ts']);
    expect(source[1]).toContain('export function sourceOf');
  });
});
