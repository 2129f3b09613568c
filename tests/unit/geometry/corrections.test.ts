import { beforeAll, describe, expect, it } from 'vitest';
import { correctedParts, type LandPart } from '../../../src/geometry/corrections.ts';
import {
  readAtlas,
  type AtlasCountry,
  type AtlasTopology,
} from '../../../src/geometry/worldAtlas.ts';

let atlas: AtlasTopology;
let parts: readonly LandPart[];

beforeAll(() => {
  atlas = readAtlas();
  parts = correctedParts(atlas);
});

const ownersOf = (country: string) =>
  [...new Set(parts.filter((part) => part.country === country).map((part) => part.owner))].sort();

/** The atlas with one country changed. */
const changed = (
  name: string,
  change: (country: { id?: unknown; properties?: unknown }) => void,
) => {
  const copy = structuredClone(atlas);
  change(
    copy.objects.countries.geometries.find((c) => (c as AtlasCountry).properties?.name === name)!,
  );
  return copy;
};

describe('correctedParts(topology)', () => {
  it('moves exactly one polygon, Crimea, from Russia to Ukraine', () => {
    const moved = parts.filter((part) => part.country === 'Russia' && part.owner !== 'RUS');
    expect(moved.map(({ owner, origin }) => ({ owner, origin }))).toEqual([
      { owner: 'UKR', origin: 'crimea' },
    ]);
  });

  it('joins what the data draws apart to the state it belongs to', () => {
    expect(ownersOf('N. Cyprus')).toEqual(['CYP']);
    expect(ownersOf('Cyprus U.N. Buffer Zone')).toEqual(['CYP']);
    expect(ownersOf('Akrotiri')).toEqual(['CYP']);
    expect(ownersOf('Dhekelia')).toEqual(['CYP']);
    expect(ownersOf('Baikonur')).toEqual(['KAZ']);
    expect(ownersOf('Åland')).toEqual(['FIN']);
    expect(ownersOf('Somaliland')).toEqual(['context']);
  });

  it('gives Kosovo a place of its own', () => {
    expect(ownersOf('Kosovo')).toEqual(['KOS']);
    expect(ownersOf('Serbia')).toEqual(['SRB']);
  });

  it('leaves land overseas neutral: it is context, not the member', () => {
    expect(ownersOf('France')).toEqual(['FRA', 'context']);
    expect(ownersOf('Netherlands')).toEqual(['NLD', 'context']);
    expect(parts.filter((part) => part.owner === 'FRA' && part.country !== 'France')).toEqual([]);
  });

  it('throws when a name it corrects is gone', () => {
    const renamed = changed('Kosovo', (country) => {
      country.properties = { name: 'Elsewhere' };
    });
    expect(() => correctedParts(renamed)).toThrow(
      'world-atlas changed: no Kosovo; check the border corrections',
    );
  });

  it('throws when Crimea is no longer a polygon of Russia', () => {
    const without = changed('Russia', (country) => {
      country.id = '804';
    });
    expect(() => correctedParts(without)).toThrow('0 polygons of Russia lie in Crimea, expected 1');
  });

  it('throws when a state with a shape of its own has no land', () => {
    const without = changed('Latvia', (country) => {
      country.id = '999';
    });
    expect(() => correctedParts(without)).toThrow('world-atlas changed: no land for LVA');
  });
});
