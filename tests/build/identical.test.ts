import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSite, filesOf, type Build } from './buildSite.ts';

/** Sums of all files of a build, by path. */
function sumsOf({ folder }: Build): Record<string, string> {
  const sum = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  return Object.fromEntries([...filesOf(folder)].map(([path, bytes]) => [path, sum(bytes)]));
}

describe('two builds in different folders, time zones and languages', () => {
  let east: Build;
  let west: Build;
  let nothing: string;

  beforeAll(async () => {
    // The ends of the day: it is never the same date in both. The second finds nothing kept, so what is
    // kept from earlier builds cannot hide a difference.
    east = await buildSite({ TZ: 'Pacific/Kiritimati', LANG: 'en_US.UTF-8' });
    nothing = mkdtempSync(join(tmpdir(), 'nothing-kept-'));
    const turkish = { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
    west = await buildSite({ TZ: 'America/Adak', CACHE_FOLDER: nothing, ...turkish });
  });

  afterAll(() => {
    east.remove();
    west.remove();
    rmSync(nothing, { recursive: true, force: true });
  });

  it('both end well, with all pages', () => {
    expect([east.code, west.code], east.output + west.output).toEqual([0, 0]);
    expect(Object.keys(sumsOf(east)).length).toBeGreaterThan(10);
  });

  it('are the same byte by byte', () => {
    expect(sumsOf(west)).toEqual(sumsOf(east));
  });

  it('say nothing of the day or the place they were made at', () => {
    const today = new Date().toISOString().slice(0, 10);
    const telling = [...filesOf(east.folder)].filter(([, bytes]) => {
      const text = bytes.toString('latin1');
      return text.includes(today) || text.includes(process.cwd()) || text.includes(east.folder);
    });
    expect(telling.map(([path]) => path)).toEqual([]);
  });
});
