import { shown } from './characters.ts';
import { isInRange, rangeOf } from './dateRange.ts';
import type { ParsedContent, PositionEntry } from './parsedContent.ts';
import { problemAt, type Problem } from './problem.ts';
import { duplicateProblems, listProblems, referenceProblems } from './references.ts';
import { olderSources, statementProblems } from './checkStatement.ts';

/** Positions: ids, files, order, dates, references and wording. */
export function positionProblems(content: ParsedContent): readonly Problem[] {
  const { positions } = content;
  const published = new Map(
    content.sources.map(({ value: [id, source] }) => [id, source.published]),
  );
  const claims = content.stories.flatMap((story) => story.claims);
  const ids = [...positions, ...claims].map(({ value, at }) => ({
    value: value.id,
    point: at('id'),
  }));
  return [
    ...duplicateProblems('E-DUPLICATE-ID', 'id', ids),
    ...positions.flatMap((entry, index) => [
      ...onePosition(entry, positions[index - 1], content),
      ...olderSources(entry, published),
    ]),
    ...unusedConditions(content),
  ];
}

function onePosition(
  entry: PositionEntry,
  before: PositionEntry | undefined,
  content: ParsedContent,
): readonly Problem[] {
  const { value, at } = entry;
  const { actors, conditions } = content.known;
  return [
    ...referenceProblems(value.actor, at('actor'), {
      code: 'E-UNKNOWN-ACTOR',
      known: actors,
      expected: 'the id of an actor',
    }),
    ...listProblems(entry, 'conditions', value.conditions, {
      code: 'E-UNKNOWN-CONDITION',
      known: conditions,
      expected: 'a condition of record/vocabulary.yml',
    }),
    ...statementProblems(entry, content),
    ...fileProblems(entry),
    ...idProblems(entry),
    ...orderProblems(entry, before),
    ...(isInRange(value.date, content)
      ? []
      : [problemAt(at('date'), 'E-DATE-RANGE', value.date, rangeOf(content))]),
  ];
}

function fileProblems({ value, fileOf, at }: PositionEntry): readonly Problem[] {
  if (value.actor === fileOf) return [];
  const expected = `a position of ${fileOf}, whose file this is`;
  const hint = `move it to record/positions/${value.actor.toLowerCase()}.yml`;
  return [
    problemAt(at('actor'), 'E-WRONG-FILE', `a position of ${shown(value.actor)}`, expected, hint),
  ];
}

function idProblems({ value, at }: PositionEntry): readonly Problem[] {
  const start = `${value.actor.toLowerCase()}-${value.date}`;
  const rest = value.id.slice(start.length);
  // The id of a record whose day is not known must not name a day.
  const namesDay = value.date.length === 7 && /^-\d\d(?:-|$)/u.test(rest);
  if (value.id.startsWith(start) && /^(?:-|$)/u.test(rest) && !namesDay) return [];
  return [
    problemAt(
      at('id'),
      'E-ID-MISMATCH',
      `the id ${shown(value.id)}`,
      `an id that starts with ${start}`,
    ),
  ];
}

function orderProblems(
  { value, fileOf, at }: PositionEntry,
  before: PositionEntry | undefined,
): readonly Problem[] {
  if (before?.fileOf !== fileOf || before.value.date <= value.date) return [];
  const found = `${value.date} after ${before.value.date}`;
  return [problemAt(at('date'), 'E-ORDER', found, 'positions in order of date, oldest first')];
}

function unusedConditions({ vocabulary, known }: ParsedContent): readonly Problem[] {
  const conditions = Object.keys(vocabulary?.value.conditions ?? {});
  return conditions.flatMap((id) => {
    if (!vocabulary || known.usedConditions.has(id)) return [];
    const found = `the condition ${shown(id)} used nowhere`;
    return [
      problemAt(vocabulary.keyAt('conditions', id), 'E-UNUSED', found, 'a position that names it'),
    ];
  });
}
