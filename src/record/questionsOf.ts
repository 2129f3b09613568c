import { QUESTIONS, type Question } from '../schema/vocabulary.ts';
import type { TroopRecord } from './troopRecord.ts';

/** The questions that anyone in the record has spoken of, in their fixed order. */
export function questionsOf(record: TroopRecord): readonly Question[] {
  const asked = new Set(record.positions.map(({ about }) => about));
  return QUESTIONS.filter((question) => asked.has(question));
}
