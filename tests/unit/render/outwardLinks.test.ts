import { describe, expect, it } from 'vitest';
import { withOutwardLinks } from '../../../src/render/outwardLinks.ts';

describe('withOutwardLinks(html)', () => {
  it.each([
    ['https://outlet.example/a', true],
    ['/steps/here/', true],
    ['/#here', true],
    ['#s2', false],
  ])('%s: opens a window of its own: %s', (href, isOutward) => {
    const html = `<p><a class="more" href="${href}">x</a></p>`;
    const opened = `<p><a target="_blank" rel="noopener" class="more" href="${href}">x</a></p>`;
    expect(withOutwardLinks(html)).toBe(isOutward ? opened : html);
  });
});
