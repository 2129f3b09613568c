import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../scripts/setup.mjs';
import { themeSheet } from '../../../src/embed/themeSheet.ts';

const TOKENS = `:root {
  --paper: #fff;
  --serif: 'X', var(--serif-fallbacks);
  color: red;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #000;
  }
}`;

describe('themeSheet', () => {
  it('gives each theme its roles and scheme, on screens alone', () => {
    expect(themeSheet(TOKENS)).toBe(
      "@media screen{:root[data-theme='light']{color-scheme:light;--paper: #fff}" +
        ":root[data-theme='dark']{color-scheme:dark;--paper: #000}}",
    );
  });

  it('throws where a block is missing', () => {
    expect(() => themeSheet(':root {\n --paper: #fff;\n}')).toThrow(/light and a dark block/);
    expect(() => themeSheet('')).toThrow(/themeSheet/);
  });

  it('names, for both themes, every colour that the project’s tokens make dark', () => {
    const sheet = themeSheet(readFileSync(join(root, 'src/styles/tokens.css'), 'utf8'));
    const [light, dark] = ['light', 'dark'].map((theme) => {
      const block = new RegExp(`\\[data-theme='${theme}'\\]\\{([^}]*)\\}`).exec(sheet)?.[1] ?? '';
      return new Set([...block.matchAll(/(--[\w-]+):/g)].map(([, role]) => role));
    });
    expect(dark!.size).toBeGreaterThan(15);
    expect([...dark!].filter((role) => !light!.has(role))).toEqual([]);
  });
});
