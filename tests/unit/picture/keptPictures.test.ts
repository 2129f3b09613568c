import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from '../../../scripts/setup.mjs';
import { keptPng, keptSvg } from '../../../src/picture/keptPictures.ts';
import { lightRoles } from '../../../src/picture/lightStyles.ts';
import { pictureTexts } from '../../../src/picture/pictureTexts.ts';
import { renderPicture } from '../../../src/render/renderPicture.ts';
import { ACTORS, PLANE } from '../map/taleMap.ts';
import { PATHS, RECORD, stateOf } from '../render/taleStates.ts';

const css = (name: string) => readFileSync(join(root, 'src/styles', name), 'utf8');
const STYLES = { roles: lightRoles(css('tokens.css')), map: css('map.css') };
const ABOUT = { title: 'Who marches & why', description: 'Nobody said.' };

function styledFor(title = 'Who marches') {
  const data = { record: RECORD, plane: PLANE, actors: ACTORS, pathsIn: () => PATHS };
  const state = stateOf();
  const texts = pictureTexts({ title, question: '' }, state, data);
  const picture = renderPicture({ ...data, state }, texts, { width: 320, height: 168 });
  return { picture, styles: STYLES };
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pictures-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('keptPng(styled, scale, folder)', () => {
  it('draws once and then reads what it has drawn', async () => {
    const drawn = await keptPng(styledFor(), 1, folder);
    const [name = ''] = readdirSync(folder);
    expect(Buffer.compare(drawn, readFileSync(join(folder, name)))).toBe(0);
    writeFileSync(join(folder, name), 'kept');
    expect(Buffer.from(await keptPng(styledFor(), 1, folder)).toString()).toBe('kept');
  });

  it('draws anew at another scale, with another text and in another colour', async () => {
    await keptPng(styledFor(), 1, folder);
    const twice = await keptPng(styledFor(), 2, folder);
    expect(await sharp(twice).metadata()).toMatchObject({ width: 640, height: 336 });
    await keptPng(styledFor('Who does not'), 1, folder);
    const roles = { ...STYLES.roles, '--sea': '#00ff00' };
    await keptPng({ ...styledFor(), styles: { ...STYLES, roles } }, 1, folder);
    expect(readdirSync(folder)).toHaveLength(4);
  });
});

describe('keptSvg(styled, about, folder)', () => {
  it('carries its words and its texts as texts, and is drawn once for each', async () => {
    const svg = await keptSvg(styledFor(), ABOUT, folder);
    expect(svg).toContain('<title id="t">Who marches &amp; why</title><desc id="d">Nobody said.');
    expect(svg).toMatch(/<text [^>]*>As of 1 June 2024<\/text>/);
    expect(await keptSvg(styledFor(), ABOUT, folder)).toBe(svg);
    await keptSvg(styledFor(), { ...ABOUT, title: 'Another' }, folder);
    expect(readdirSync(folder)).toHaveLength(2);
  });
});
