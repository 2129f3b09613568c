import fc from 'fast-check';
import type { Position } from '../../../src/schema/position.ts';
import { ATTRIBUTIONS, CONFIDENCES, QUESTIONS, STANCES } from '../../../src/schema/vocabulary.ts';
import { ACTORS, position } from './tale.ts';

/** Any day of the year of the tale. */
export const day = fc
  .record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) })
  .map((one) => `2024-${two(one.month)}-${two(one.day)}`);
const date = fc.oneof(
  { weight: 4, arbitrary: day },
  day.map((one) => one.slice(0, 7)),
);

function two(number: number): string {
  return String(number).padStart(2, '0');
}

const fields = fc.record({
  actor: fc.constantFrom(...ACTORS.slice(0, 4).map(({ id }) => id)),
  date,
  stance: fc.constantFrom(...STANCES),
  about: fc.constantFrom(...QUESTIONS.slice(0, 2)),
  attribution: fc.constantFrom(...ATTRIBUTIONS),
  confidence: fc.constantFrom(...CONFIDENCES),
});
/** What sets one position apart from Sylvania’s. */
export const differences = fc
  .tuple(fields, fc.boolean())
  .map(([rest, isWeak]): Partial<Position> => (isWeak ? { ...rest, sets_standing: false } : rest));
/** Up to 25 positions on two questions, weak, reported and without a day among them. */
export const positions = fc
  .array(differences, { maxLength: 25 })
  .map((all) => all.map((rest, index) => position(`p${index}`, rest)));
/** One of the two questions. */
export const question = fc.constantFrom(...QUESTIONS.slice(0, 2));
