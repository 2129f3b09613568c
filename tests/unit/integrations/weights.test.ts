import { describe, expect, it } from 'vitest';
import { withWeights } from '../../../src/integrations/weights.ts';

const sizes = new Map([['embed/a.js', 1975]]);
const weigh = (html: string) => withWeights(html, (path) => sizes.get(path) ?? null);

describe('withWeights(html, sizeOf)', () => {
  it('says what a file weighs, in kB and as a value', () => {
    expect(weigh('<p><data data-weight="embed/a.js">up to 2 kB</data>, once</p>')).toBe(
      '<p><data value="1975" data-weight="embed/a.js">2.0 kB</data>, once</p>',
    );
  });

  it('leaves the words where there is no such file', () => {
    const html = '<data data-weight="embed/b.png">up to 60 kB</data>';
    expect(weigh(html)).toBe(html);
  });

  it('does the same again', () => {
    const once = weigh('<data data-weight="embed/a.js">?</data><data value="1">1</data>');
    expect(weigh(once)).toBe(once);
    expect(once).toContain('<data value="1">1</data>');
  });
});
