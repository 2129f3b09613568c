import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withRelativeAddresses } from '../../../src/integrations/relativeAddresses.ts';

describe('withRelativeAddresses(html, prefix)', () => {
  it.each([
    ['<a href="/">Story</a>', '<a href="../">Story</a>'],
    ['<a href="/table/">Table</a>', '<a href="../table/">Table</a>'],
    ['<a href="/actors/#fra">FR</a>', '<a href="../actors/#fra">FR</a>'],
    [
      '<script type="module" src="/_astro/a.js"></script>',
      '<script type="module" src="../_astro/a.js"></script>',
    ],
    [
      '<link rel="icon" href="/favicon.svg" type="image/svg+xml">',
      '<link rel="icon" href="../favicon.svg" type="image/svg+xml">',
    ],
    [
      '<style>@font-face{src:url(/fonts/a.woff2)}</style>',
      '<style>@font-face{src:url(../fonts/a.woff2)}</style>',
    ],
    [
      `<style>a{src:url("/a.woff2"),url('/b.woff2')}</style>`,
      `<style>a{src:url("../a.woff2"),url('../b.woff2')}</style>`,
    ],
    [
      '<img src="/a.png" srcset="/a@2x.png 2x" alt="">',
      '<img src="../a.png" srcset="../a@2x.png 2x" alt="">',
    ],
  ])('leads %s from the page back to the root', (html, expected) => {
    expect(withRelativeAddresses(html, '../')).toBe(expected);
  });

  it('leads every address of a tag that has two, and of tags on several lines', () => {
    const html = '<a\n  href="/a/"\n  src="/b">x</a><a href="/c/">y</a>';
    expect(withRelativeAddresses(html, './')).toBe(
      '<a\n  href="./a/"\n  src="./b">x</a><a href="./c/">y</a>',
    );
  });

  it.each([
    '<a href="https://outlet.example/a/b">outlet</a>',
    '<a href="//outlet.example/a">outlet</a>',
    '<a href="#sources">Sources</a>',
    '<a href="../table/">Table</a>',
    '<p>Either/or, and href="/x/" in a text.</p>',
    '<p>&lt;a href="/x/"&gt;</p>',
    '<meta property="og:url" content="https://host.example/x/">',
    '<style>a{background:url(//outlet.example/a.png)}</style>',
    '<use href="#FRA"/>',
  ])('leaves %s as it is', (html) => {
    expect(withRelativeAddresses(html, '../')).toBe(html);
  });

  it('takes a prefix from the root for the page that a host serves at any depth', () => {
    const run = () => withRelativeAddresses('<a href="/table/" src="/a"><a href="/">', '/x/y/');
    // What it writes is itself an address from the root: it must not be led there again and again.
    const html = runInNewContext('run()', { run }, { timeout: 2000 }) as string;
    expect(html).toBe('<a href="/x/y/table/" src="/x/y/a"><a href="/x/y/">');
  });

  it('is done after one run: a second changes nothing', () => {
    const path = fc.stringMatching(/^[a-z0-9/#.-]{0,20}$/).filter((text) => !text.startsWith('/'));
    fc.assert(
      fc.property(
        fc.array(path, { maxLength: 6 }),
        fc.constantFrom('./', '../', '../../'),
        (paths, prefix) => {
          const html = paths.map((to) => `<a class="b" href="/${to}">${to}</a>`).join('\n');
          const once = withRelativeAddresses(html, prefix);
          expect(once).toBe(
            paths.map((to) => `<a class="b" href="${prefix}${to}">${to}</a>`).join('\n'),
          );
          expect(withRelativeAddresses(once, prefix)).toBe(once);
        },
      ),
    );
  });
});
