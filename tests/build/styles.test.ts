import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/setup.mjs';
import { filesOf } from './buildSite.ts';

/** The order that later layers win in, whatever file comes first in a page. */
const LAYERS = ['base', 'map', 'story', 'reading', 'print'];

/** The names of the layers of a page in the order in which it first names them. */
function layersOf(html: string): readonly string[] {
  const named = [...html.matchAll(/@layer ([\w, ]+)[;{]/g)];
  return [...new Set(named.flatMap(([, names = '']) => names.split(/,\s*/)))];
}

const styled = [...filesOf(join(root, 'dist'))]
  .map(([path, bytes]) => [path, layersOf(bytes.toString())] as const)
  .filter(([path, layers]) => path.endsWith('.html') && layers.length > 0);

describe('the layers of styles', () => {
  it('are found in the pages', () => {
    expect(styled.length).toBeGreaterThan(60);
  });

  it('stand in the same order in every page', () => {
    const astray = styled.filter(
      ([, layers]) => layers.join() !== LAYERS.filter((layer) => layers.includes(layer)).join(),
    );
    expect(astray).toEqual([]);
  });
});
