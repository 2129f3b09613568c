import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/setup.mjs';

/** Fixtures laid over one another: mistakes in different files, so that none hides another. */
const MISTAKES = ['E-SOURCE-OLDER', 'E-URL', 'E-MISSING-FILE', 'E-UNKNOWN-COMPONENT', 'E-FIGURE'];

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const folder = mkdtempSync(join(tmpdir(), 'bad-input-'));
const content = join(folder, 'content');
const dist = join(folder, 'dist');

/** Runs the real build on a content folder, as `npm run build` does. */
function build(contentRoot: string): Promise<Ended> {
  const bin = join(root, 'node_modules/.bin');
  const env = {
    ...process.env,
    PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
    CONTENT_ROOT: contentRoot,
    ASTRO_TELEMETRY_DISABLED: '1',
    NO_COLOR: '1',
  };
  const child = spawn(join(bin, 'astro'), ['build', '--outDir', dist], { cwd: root, env });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve) =>
    child.on('close', (code) => {
      resolve({ code, stdout, stderr });
    }),
  );
}

function lay(fixture: string): string {
  const from = join(root, 'tests/fixtures', fixture);
  cpSync(from, content, { recursive: true });
  const about = readdirSync(from).filter((name) => name.endsWith('.txt'));
  const texts = Object.fromEntries(
    about.map((name) => [name, readFileSync(join(from, name), 'utf8')]),
  );
  for (const name of about) rmSync(join(content, name));
  for (const path of (texts['removed.txt'] ?? '').split('\n').filter(Boolean)) {
    rmSync(join(content, path));
  }
  return texts['expected.txt'] ?? '';
}

describe('astro build on content with mistakes in five files', () => {
  let ended: Ended;
  const expected: string[] = [];

  beforeAll(async () => {
    mkdirSync(dist);
    writeFileSync(join(dist, 'index.html'), 'the last good page');
    lay('valid');
    for (const code of MISTAKES) {
      expected.push(
        ...lay(`bad/${code}`)
          .split('\n')
          .filter((line) => line.includes(code)),
      );
    }
    ended = await build(content);
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('ends with exit code 1', () => {
    expect(ended.code).toBe(1);
  });

  it('lists every mistake with file, line and column, and counts them', () => {
    const listed = ended.stderr.split('\n').filter((line) => /:\d+:\d+ {2}E-/u.test(line));
    expect(expected.length).toBe(MISTAKES.length);
    for (const line of expected) {
      expect(
        listed.some((one) => one.endsWith(line)),
        line,
      ).toBe(true);
    }
    expect(listed.length).toBe(MISTAKES.length);
    expect(ended.stderr).toContain('5 problems in 5 files. docs/errors.md explains each code.');
    expect(ended.stderr).toContain('hint: did you mean Quote?');
  });

  it('shows no stack trace', () => {
    expect(ended.stderr + ended.stdout).not.toMatch(/^\s+at /mu);
    expect(ended.stderr + ended.stdout).not.toContain('node_modules');
  });

  it('leaves the last good output as it was', () => {
    expect(readdirSync(dist)).toEqual(['index.html']);
    expect(readFileSync(join(dist, 'index.html'), 'utf8')).toBe('the last good page');
  });
});
