import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentReport } from '../../../src/integrations/checkContent.ts';
import { readContent } from '../../../src/integrations/readContent.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'content-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

describe('readContent(root)', () => {
  it('reads every file with its path below the root, in the order of paths', () => {
    write('record/sources.yml', 'a: 1\n');
    write('record/positions/zzz.yml', '- id: zzz\n');
    write('places/front.yml', '');
    expect(readContent(folder)).toEqual([
      { path: 'places/front.yml', text: '' },
      { path: 'record/positions/zzz.yml', text: '- id: zzz\n' },
      { path: 'record/sources.yml', text: 'a: 1\n' },
    ]);
  });

  it('passes over hidden files and READMEs', () => {
    for (const path of ['.DS_Store', '.git/config', 'README.md', 'record/readme.md', 'a.yml']) {
      write(path, 'x');
    }
    expect(readContent(folder).map(({ path }) => path)).toEqual(['a.yml']);
  });

  it('finds nothing in a folder that is absent, or is a file', () => {
    write('file', 'x');
    expect(readContent(join(folder, 'absent'))).toEqual([]);
    expect(readContent(join(folder, 'file'))).toEqual([]);
  });

  it('shows bytes that are not UTF-8 as U+FFFD', () => {
    write('a.yml', new Uint8Array([0x61, 0xe9, 0x62]));
    expect(readContent(folder)).toEqual([{ path: 'a.yml', text: 'a\uFFFDb' }]);
  });
});

describe('contentReport(root, from)', () => {
  it('names files as they are seen from a folder', () => {
    write('content/record/actors.yml', 'not: [closed\n');
    const report = contentReport(join(folder, 'content'), folder);
    expect(report).toMatch(/^content\/record\/actors\.yml:\d+:\d+ {2}E-[A-Z-]+ {2}/m);
  });
});
