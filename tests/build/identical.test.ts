import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/setup.mjs';
import { buildSite, filesOf, type Build } from './buildSite.ts';

/** Sums of all files of a built site, by path. */
function sumsOf(folder: string): Record<string, string> {
  const sum = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  return Object.fromEntries([...filesOf(folder)].map(([path, bytes]) => [path, sum(bytes)]));
}

const dateIn = (timeZone?: string) => new Intl.DateTimeFormat('en', { timeZone }).format();

/** The ends of the day: in one of them it is another date than here. */
const elsewhere =
  ['Pacific/Kiritimati', 'America/Adak'].find((zone) => dateIn(zone) !== dateIn()) ??
  'Pacific/Kiritimati';

describe('the site and another build of it, in another folder, time zone and language', () => {
  const here = join(root, 'dist');
  let there: Build;
  let nothing: string;

  beforeAll(async () => {
    // It finds nothing kept, so what is kept from earlier builds cannot hide a difference.
    nothing = mkdtempSync(join(tmpdir(), 'nothing-kept-'));
    const turkish = { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
    there = await buildSite({ TZ: elsewhere, CACHE_FOLDER: nothing, ...turkish });
  });

  afterAll(() => {
    there.remove();
    rmSync(nothing, { recursive: true, force: true });
  });

  it('ends well, with all pages', () => {
    expect(there.code, there.output).toBe(0);
    expect(Object.keys(sumsOf(there.folder)).length).toBeGreaterThan(100);
  });

  it('are the same byte by byte', () => {
    expect(sumsOf(there.folder)).toEqual(sumsOf(here));
  });

  it('say nothing of the day or the place they were made at', () => {
    const today = new Date().toISOString().slice(0, 10);
    const telling = [...filesOf(there.folder)].filter(([, bytes]) => {
      const text = bytes.toString('latin1');
      return [today, process.cwd(), there.folder].some((told) => text.includes(told));
    });
    expect(telling.map(([path]) => path)).toEqual([]);
  });
});
