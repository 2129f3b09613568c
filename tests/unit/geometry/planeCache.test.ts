import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Plane } from '../../../src/geometry/plane.ts';
import { cachedPlane } from '../../../src/geometry/planeCache.ts';

const PLANE: Plane = {
  shapes: [{ id: 'ATL', d: 'M0 0l9 0 0 9z' }],
  context: '',
  lines: { kosovo: '', greenLine: '', crimea: '', contextBorders: '' },
  graticule: '',
  horizon: '',
  anchors: { ATL: [6, 3] },
  bounds: { ATL: [0, 0, 9, 9] },
  dots: {},
};

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plane-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('cachedPlane(derive, folder)', () => {
  it('derives the plane once and reads it from then on', () => {
    const derive = vi.fn(() => PLANE);
    expect(cachedPlane(derive, folder)).toEqual(PLANE);
    expect(cachedPlane(derive, folder)).toEqual(PLANE);
    expect(derive).toHaveBeenCalledTimes(1);
  });

  it('leaves one file, named after the data and the code', () => {
    cachedPlane(() => PLANE, join(folder, 'new'));
    const files = readdirSync(join(folder, 'new'));
    expect(files).toEqual([expect.stringMatching(/^plane-[0-9a-f]{16}\.json$/)]);
  });

  it('derives the plane again where the file is broken', () => {
    cachedPlane(() => PLANE, folder);
    writeFileSync(join(folder, readdirSync(folder)[0]!), '{"shapes":');
    expect(cachedPlane(() => PLANE, folder)).toEqual(PLANE);
  });

  it('does without a file where the folder cannot be written', () => {
    const file = join(folder, 'no-folder');
    writeFileSync(file, '');
    expect(cachedPlane(() => PLANE, file)).toEqual(PLANE);
  });
});
