import { canStand, positionsOn } from '../record/positionsOn.ts';
import type { TroopRecord } from '../record/troopRecord.ts';
import { shown } from './characters.ts';
import type { ParsedContent } from './parsedContent.ts';
import { problemAt, type FilePoint, type Problem } from './problem.ts';
import { listProblems, positionTarget, referenceProblems } from './references.ts';

/** The lists of `standings.yml` against what the standing rule makes of the positions. */
export function standingsProblems(
  content: ParsedContent,
  record: TroopRecord | undefined,
): readonly Problem[] {
  const { standings, known } = content;
  if (!standings) return [];
  const actors = {
    code: 'E-UNKNOWN-ACTOR' as const,
    known: known.actors,
    expected: 'the id of an actor',
  };
  const { current, no_position_found: none } = standings.value;
  return [
    ...Object.keys(current).flatMap((id) =>
      referenceProblems(id, standings.keyAt('current', id), actors),
    ),
    ...Object.entries(current).flatMap(([id, position]) =>
      referenceProblems(position, standings.at('current', id), positionTarget(known)),
    ),
    ...listProblems(standings, 'no_position_found', none, actors),
    ...(record
      ? [...record.actors.keys()].flatMap((actor) => actorStanding(actor, content, record))
      : []),
  ];
}

/** One actor's line in the lists; nothing is said about positions that could not be read. */
function actorStanding(
  actor: string,
  content: ParsedContent,
  record: TroopRecord,
): readonly Problem[] {
  const { standings, positions } = content;
  if (!standings) return [];
  const listed = standings.value.current[actor];
  const isRead = positions.some(({ value }) => value.id === listed);
  if (listed !== undefined && !isRead) return [];
  const rule = ruleFor(actor, record);
  const index = standings.value.no_position_found.indexOf(actor);
  const point = pointFor(content, actor, listed, index);
  if (rule !== listed) return [wrongCurrent(point, actor, listed, rule)];
  if ((rule === undefined) === index >= 0) return [];
  return [wrongNone(point, actor, rule)];
}

/** The position on a force after a ceasefire that stands on the as-of day, unnamed sources aside. */
function ruleFor(actor: string, record: TroopRecord): string | undefined {
  const named = {
    ...record,
    positions: record.positions.filter(
      (one) => one.attribution !== 'unnamed-sources' && canStand(one),
    ),
  };
  return positionsOn(named, record.asOf, 'post-ceasefire-force').find((one) => one.actor === actor)
    ?.position;
}

function pointFor(
  { standings }: ParsedContent,
  actor: string,
  listed: string | undefined,
  index: number,
): FilePoint {
  if (!standings) return { file: '', line: 1, column: 1 };
  if (listed !== undefined) return standings.at('current', actor);
  return index >= 0 ? standings.at('no_position_found', index) : standings.keyAt('current');
}

function wrongCurrent(
  point: FilePoint,
  actor: string,
  listed: string | undefined,
  rule: string | undefined,
): Problem {
  const found =
    listed === undefined
      ? `no line for ${actor} under current`
      : `${shown(listed)} as the standing of ${actor}`;
  const expected =
    rule === undefined
      ? 'no line: nothing on a force after a ceasefire stands'
      : `${rule}, which stands on the as-of day`;
  return problemAt(point, 'E-STANDING-LIST', found, expected);
}

function wrongNone(point: FilePoint, actor: string, rule: string | undefined): Problem {
  const found = rule === undefined ? `${actor} in neither list` : `${actor} in both lists`;
  const expected =
    rule === undefined ? `${actor} under no_position_found` : `${actor} under current alone`;
  return problemAt(point, 'E-STANDING-LIST', found, expected);
}
