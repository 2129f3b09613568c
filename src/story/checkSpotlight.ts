import { effectiveDay } from '../record/effectiveDay.ts';
import { canStand, standingOf } from '../record/positionsOn.ts';
import type { TroopRecord } from '../record/troopRecord.ts';
import type { Position, PositionId } from '../schema/position.ts';
import type { Step } from '../schema/story.ts';
import type { Entry } from './entry.ts';
import { problemAt, type Code, type Problem } from './problem.ts';

/** Problems of the positions a step speaks of: each must stand on the step's day, on its question. */
export function spotlightProblems(step: Entry<Step>, record: TroopRecord): readonly Problem[] {
  const { spotlight, date, question } = step.value;
  const byId = new Map(record.positions.map((one) => [one.id, one]));
  return spotlight.flatMap((id, index) => {
    const position = byId.get(id);
    if (!position) return [];
    const standing = standingOf(record, position.actor, date, question).map((one) => one.position);
    const fault = faultOf(position, step.value, standing);
    if (!fault) return [];
    const point = step.at('spotlight', index);
    const hint = standsInstead(position.actor, standing);
    return [problemAt(point, fault.code, `${id}, ${fault.found}`, fault.expected, hint)];
  });
}

interface Fault {
  readonly code: Code;
  readonly found: string;
  readonly expected: string;
}

/** The first thing wrong with one spotlight; others would only follow from it. */
function faultOf(
  position: Position,
  { date, question }: Step,
  standing: readonly PositionId[],
): Fault | undefined {
  if (position.about !== question) {
    const found = `which is about ${position.about}`;
    return { code: 'E-SPOTLIGHT-QUESTION', found, expected: `a position about ${question}` };
  }
  if (effectiveDay(position.date) > date) {
    const expected = `a position of ${date} or before`;
    return { code: 'E-SPOTLIGHT-FUTURE', found: `dated ${dateOf(position)}`, expected };
  }
  if (standing.includes(position.id)) return undefined;
  const expected = `a position that stands on ${date}`;
  return canStand(position)
    ? { code: 'E-SPOTLIGHT-OVERTAKEN', found: 'overtaken by a later one', expected }
    : { code: 'E-SPOTLIGHT-WEAK', found: weaknessOf(position), expected };
}

function standsInstead(actor: string, standing: readonly PositionId[]): string {
  if (standing.length === 0) return `nothing of ${actor} stands then on that question`;
  return `${standing.join(' and ')} ${standing.length === 1 ? 'stands' : 'stand'} then`;
}

function dateOf({ date }: Position): string {
  return date.length === 7 ? `${date} and so counted from its last day` : date;
}

function weaknessOf({ confidence }: Position): string {
  return confidence === 'low'
    ? 'which has low confidence'
    : 'whose speaker never sets the standing';
}
