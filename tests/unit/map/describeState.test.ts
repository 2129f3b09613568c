import { describe, expect, it } from 'vitest';
import { describeState } from '../../../src/map/describeState.ts';
import { mapState } from '../../../src/map/mapState.ts';
import type { Position } from '../../../src/schema/position.ts';
import { position } from '../record/tale.ts';
import { mapRecord, MEMBERS, scene } from './taleMap.ts';

function describeTale(positions: readonly Position[], rest: Parameters<typeof scene>[0] = {}) {
  const record = mapRecord(positions);
  return describeState(mapState(record, MEMBERS, scene(rest)), record);
}

const sentencesOf = (...args: Parameters<typeof describeTale>) => describeTale(...args).sentences;

describe('describeState(state, record)', () => {
  it('begins with the question and the day', () => {
    expect(describeTale([]).heading).toBe('Soldiers after a ceasefire, as of 1 June 2024');
    expect(describeTale([], { question: 'combat', date: '2024-12-31' }).heading).toBe(
      'Combat troops, as of 31 December 2024',
    );
  });

  it('says so when no position is shown', () => {
    expect(sentencesOf([])).toEqual(['No position of any government is shown.']);
  });

  it('names actors by stance in the order of the scale, by name within, with their number', () => {
    const positions = [
      position('rur', { actor: 'RUR', stance: 'opposes' }),
      position('syl', { actor: 'SYL', stance: 'ready' }),
      position('frd', { actor: 'FRD', stance: 'ready' }),
      position('eu', { actor: 'EU', stance: 'undecided' }),
    ];
    expect(sentencesOf(positions)).toEqual([
      'Would send (two): Freedonia and Sylvania.',
      'No decision (one): Union of the Tale.',
      'Against anyone’s troops (one): Ruritania.',
    ]);
  });

  it('keeps what is reported apart from what was said', () => {
    const positions = [
      position('syl', { actor: 'SYL', stance: 'open' }),
      position('rur', { actor: 'RUR', stance: 'open', attribution: 'reported' }),
      position('frd', { actor: 'FRD', stance: 'open', attribution: 'unnamed-sources' }),
    ];
    expect(sentencesOf(positions)).toEqual([
      'Does not rule it out (one): Sylvania.',
      'Does not rule it out, reported (two): Freedonia and Ruritania.',
    ]);
  });

  it('names an actor under both where reports stand beside its own word', () => {
    const positions = [
      position('syl', { actor: 'SYL', stance: 'rules-out' }),
      position('syl-hint', { actor: 'SYL', stance: 'ready', attribution: 'unnamed-sources' }),
    ];
    expect(sentencesOf(positions)).toEqual([
      'Would send, reported (one): Sylvania.',
      'Rules it out (one): Sylvania.',
    ]);
  });

  it('keeps host, belligerent and ally off the scale and says what they are', () => {
    const positions = [
      position('ukr', { actor: 'UKR', stance: 'ready' }),
      position('ors', { actor: 'ORS', stance: 'opposes' }),
      position('tln', { actor: 'TLN', stance: 'rules-out' }),
    ];
    const sentences = sentencesOf(positions);
    expect(sentences[0]).toBe('No position of any government is shown.');
    expect(sentences).toContain(
      'Outside the scale: Uqbar, the host: asks for or consents to troops.',
    );
    expect(sentences).toContain(
      'Outside the scale: Orsinia, a belligerent: against anyone’s troops.',
    );
    expect(sentences.find((one) => one.includes('Tlön'))).toMatch(/^Outside the scale: .*ally/);
  });

  it('says of an actor off the scale too when its position is only reported', () => {
    const reported = { attribution: 'reported' } as const;
    const positions = [
      position('ukr', { actor: 'UKR', stance: 'ready', ...reported }),
      position('ors', { actor: 'ORS', stance: 'opposes', ...reported }),
      position('tln', { actor: 'TLN', stance: 'rules-out', ...reported }),
    ];
    const outside = sentencesOf(positions).filter((one) => one.startsWith('Outside the scale'));
    expect(outside).toHaveLength(3);
    expect(outside.filter((one) => !one.includes('reported'))).toEqual([]);
  });

  it('names whom the step highlights, in its order', () => {
    const positions = [
      position('syl', { actor: 'SYL' }),
      position('frd', { actor: 'FRD' }),
      position('rur', { actor: 'RUR' }),
    ];
    const last = (spotlight: readonly string[]) => sentencesOf(positions, { spotlight }).at(-1);
    expect(last(['rur', 'syl', 'frd'])).toBe('Highlighted: Ruritania, Sylvania and Freedonia.');
    expect(last(['syl'])).toBe('Highlighted: Sylvania.');
    expect(sentencesOf(positions).join(' ')).not.toContain('Highlighted');
  });

  it('says what is drawn besides, and that line and band are schematic', () => {
    const sentences = sentencesOf([], {
      layers: ['eu-outline', 'nato-outline', 'contact-line', 'buffer-zone'],
    }).slice(1);
    expect(sentences).toHaveLength(4);
    expect(sentences[0]).toMatch(/outline of the European Union/);
    expect(sentences[1]).toMatch(/outline of NATO’s members on this day/);
    expect(sentences[2]).toMatch(/schematic line/);
    expect(sentences[3]).toMatch(/buffer zone as reported.*schematic/);
  });
});
