import { CHANGEABLE, type Changeable } from '../schema/correction.ts';
import type { PublishedPosition } from '../schema/publishedLock.ts';
import { shown } from './characters.ts';
import { newCorrections } from './checkCorrections.ts';
import type { ParsedContent, PositionEntry } from './parsedContent.ts';
import { problemAt, type Problem } from './problem.ts';
import { samePart } from './samePart.ts';

/**
 * Positions against what was last published of them: a part that a reader relies on changes only
 * with a new entry in the log that names it. Silent while the log itself cannot be read whole.
 */
export function publishedProblems(content: ParsedContent): readonly Problem[] {
  const { published, positions } = content;
  if (!published || !isLogRead(content)) return [];
  const explained = explainedBy(content);
  const byId = new Map(positions.map((entry) => [entry.value.id, entry]));
  return Object.entries(published.value.positions).flatMap(([id, before]) => {
    const entry = byId.get(id);
    if (entry) return changedProblems(entry, before, explained);
    return explained.has(`${id} removed`) ? [] : removedProblems(id, content);
  });
}

function isLogRead({ corrections, known }: ParsedContent): boolean {
  return !known.corrections.has('') && known.corrections.ids.size === corrections.length;
}

/** "id part" for every change that a new entry of the log tells. */
function explainedBy(content: ParsedContent): ReadonlySet<string> {
  return new Set(
    newCorrections(content).flatMap(({ value }) =>
      value.changed.map((part) => `${value.position} ${part}`),
    ),
  );
}

function changedProblems(
  { value, at }: PositionEntry,
  before: PublishedPosition,
  explained: ReadonlySet<string>,
): readonly Problem[] {
  return CHANGEABLE.filter(
    (part) => !samePart(part, before, value) && !explained.has(`${value.id} ${part}`),
  ).map((part) =>
    problemAt(
      at(part),
      'E-PUBLISHED-CHANGED',
      `${part} ${inWords(part, value)}, published as ${inWords(part, before)}`,
      `what was published, or an entry in record/corrections.yml that says it changed`,
    ),
  );
}

function inWords(part: Changeable, position: PublishedPosition): string {
  return part === 'sources' ? position.sources.join(', ') : position[part];
}

function removedProblems(id: string, { published, known }: ParsedContent): readonly Problem[] {
  if (!published || known.positions.has(id)) return [];
  return [
    problemAt(
      published.keyAt('positions', id),
      'E-PUBLISHED-REMOVED',
      `no position ${shown(id)}, which was published`,
      `the position, or an entry in record/corrections.yml that says it was removed`,
    ),
  ];
}
