import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withPolicy } from '../../../src/integrations/contentSecurityPolicy.ts';

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const page = (head: string, body = '') =>
  `<!DOCTYPE html><html lang="en"> <head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;

/** The values of a directive in a page's policy. */
function directive(html: string, name: string): readonly string[] {
  const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
  const parts = policy.split(';').map((part) => part.trim().split(/\s+/));
  return parts.find(([key]) => key === name)?.slice(1) ?? [];
}

describe('withPolicy(html)', () => {
  it('puts the policy behind the encoding and before all else', () => {
    const html = withPolicy(page('<title>A title</title><style>a{}</style>'));
    expect(html).toMatch(
      /<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy"[^>]*><title>/,
    );
  });

  it('puts the policy first in a head without an encoding', () => {
    const html = withPolicy('<html><head><style>a{}</style></head></html>');
    expect(html).toMatch(/^<html><head><meta http-equiv="Content-Security-Policy"[^>]*><style>/);
  });

  it('changes nothing else', () => {
    const html = page('<style>a{color:red}</style>', '<p>$& $1 $$</p>');
    const meta =
      /<meta http-equiv="Content-Security-Policy"[^>]*>/.exec(withPolicy(html))?.[0] ?? '?';
    expect(withPolicy(html).replace(meta, () => '')).toBe(html);
  });

  it('hashes inline styles and scripts byte by byte, each once', () => {
    const [first, second] = ['a::before{content:"„é…"}', '\n  b { c: d }\n'];
    const html = withPolicy(
      page(
        `<style>${first}</style><style media="print">${second}</style>`,
        `<style>${first}</style><script>go()</script>`,
      ),
    );
    expect(directive(html, 'style-src')).toEqual(["'self'", hashOf(first), hashOf(second)]);
    expect(directive(html, 'script-src')).toEqual(["'self'", hashOf('go()')]);
  });

  it('does not hash scripts that are loaded, nor blocks of data', () => {
    const html = withPolicy(
      page(
        '',
        '<script type="module" src="./a.js"></script><script type="application/ld+json">{"a":1}</script>',
      ),
    );
    expect(directive(html, 'script-src')).toEqual(["'self'"]);
  });

  it('allows style attributes one by one, where a sample code has some, and never all', () => {
    const [first, second] = ['border:0;height:min(90vh,720px)', 'top:64px'];
    const html = withPolicy(
      page('', `<p style="${first}">a</p><img alt="" style="${second}"><i style="${first}"></i>`),
    );
    expect(directive(html, 'style-src-attr')).toEqual([
      "'unsafe-hashes'",
      hashOf(first),
      hashOf(second),
    ]);
    expect(directive(html, 'style-src')).toEqual(["'self'"]);
    const escaped = withPolicy(page('', '<textarea>&lt;p style="top:0"&gt;</textarea>'));
    expect(directive(escaped, 'style-src-attr')).toEqual([]);
  });

  it('allows frames of the site alone, on pages that have some or whose element makes one', () => {
    const frame = '<iframe src="./a/" title="A"></iframe>';
    const element = '<nothing-ruled-out title="A"></nothing-ruled-out>';
    for (const body of [frame, element]) {
      expect(directive(withPolicy(page('', body)), 'frame-src')).toEqual(["'self'"]);
    }
    expect(withPolicy(page('', '<textarea>&lt;iframe &gt;</textarea>'))).not.toContain('frame-src');
  });

  it('allows fetches from the site alone, on pages that name an index', () => {
    const html = withPolicy(page('', '<div data-search data-index="index.json"></div>'));
    expect(directive(html, 'connect-src')).toEqual(["'self'"]);
    expect(withPolicy(page('', '<p>data-index="x"</p>'))).not.toContain('connect-src');
  });

  it('allows nothing that is not named', () => {
    const html = withPolicy(page('<style>a{}</style>', '<script>go()</script>'));
    expect(directive(html, 'default-src')).toEqual(["'none'"]);
    expect(directive(html, 'base-uri')).toEqual(["'none'"]);
    expect(directive(html, 'form-action')).toEqual(["'none'"]);
    expect(html).not.toMatch(/unsafe-|\*|https?:/);
  });

  it('has the hash of any style, whatever stands in it', () => {
    const css = fc
      .string({ unit: 'grapheme', maxLength: 200 })
      .filter((text) => !text.includes('</'));
    fc.assert(
      fc.property(css, (text) => {
        const html = withPolicy(page(`<style>${text}</style>`));
        expect(directive(html, 'style-src')).toEqual(["'self'", hashOf(text)]);
      }),
    );
  });
});
