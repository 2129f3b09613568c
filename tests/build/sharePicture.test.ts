import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/setup.mjs';
import { contentOf, tagsOf } from './htmlTags.ts';

/** Bytes; some networks cut larger pictures or do not load them. */
const LARGEST = 150 * 1024;
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

const dist = join(root, 'dist');
/** Pages to share; frames for other people's pages are none. */
const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.html') && !name.replaceAll('\\', '/').startsWith('embed/story/'),
);

/** The content of a page's `<meta property="…">`. */
function metaOf(page: string, property: string): string | undefined {
  return contentOf(tagsOf(readFileSync(join(dist, page), 'utf8')), property);
}

describe('dist/share.png', () => {
  it('is a PNG of 1200 × 630 pixels and of 150 kB at most', async () => {
    const png = readFileSync(join(dist, 'share.png'));
    expect([...png.subarray(0, 8)]).toEqual(SIGNATURE);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(png.length).toBeLessThanOrEqual(LARGEST);
    // A file cut short has a whole head and does not decode.
    expect((await sharp(png).stats()).isOpaque).toBe(true);
  });

  it('shows the colours of the palette: paper at the left, Ukraine and the sea at the right', async () => {
    const tokens = readFileSync(join(root, 'src/styles/tokens.css'), 'utf8');
    const count = async (role: string, left: number, width: number) => {
      const colour = new RegExp(`--${role}: #(\\w{6});`).exec(tokens)?.[1] ?? '';
      const part = sharp(join(dist, 'share.png')).extract({ left, top: 0, width, height: 630 });
      const { data, info } = await part.raw().toBuffer({ resolveWithObject: true });
      const size = info.channels;
      return Array.from({ length: data.length / size }, (_, at) =>
        data.subarray(at * size, at * size + 3).toString('hex'),
      ).filter((pixel) => pixel === colour).length;
    };
    expect(await count('paper', 0, 500)).toBeGreaterThan(200_000);
    expect(await count('host', 520, 680)).toBeGreaterThan(5000);
    expect(await count('sea', 520, 680)).toBeGreaterThan(50_000);
  });

  it('is what every page but a step’s names as its picture, by an address with its host', () => {
    const others = pages.filter((page) => !/^(steps|embed)\W/.test(page));
    const addresses = others.map((page) => metaOf(page, 'og:image'));
    expect(others.length).toBeGreaterThan(4);
    expect(new Set(addresses).size).toBe(1);
    const [address = ''] = addresses;
    const home = metaOf('index.html', 'og:url');
    expect(address).toMatch(/^https?:\/\//);
    expect(address).toBe(new URL('share.png', home).href);
  });

  it('has the size that the page says it has', () => {
    const size = ['width', 'height'].map((side) => metaOf('index.html', `og:image:${side}`));
    expect(size).toEqual(['1200', '630']);
  });
});
