import type { Correction } from '../schema/correction.ts';
import { shown } from './characters.ts';
import type { Entry } from './entry.ts';
import { createKnownIds } from './knownIds.ts';
import type { ParsedContent } from './parsedContent.ts';
import { problemAt, type Problem } from './problem.ts';
import { duplicateProblems, listedTwice, positionTarget, referenceProblems } from './references.ts';
import { samePart } from './samePart.ts';

/** The log of corrections: ids, order, references, and that nothing published in it was touched. */
export function correctionProblems(content: ParsedContent): readonly Problem[] {
  const { corrections } = content;
  const ids = corrections.map(({ value, at }) => ({ value: value.id, point: at('id') }));
  return [
    ...duplicateProblems('E-DUPLICATE-ID', 'correction', ids),
    ...corrections.flatMap((entry, index) => [
      ...idProblems(entry),
      ...orderProblems(entry, corrections[index - 1]),
      ...listedTwice(entry, 'changed', entry.value.changed),
      ...replacementProblems(entry, content),
      ...(isPublished(entry, content)
        ? editedProblems(entry, content)
        : unfoundedProblems(entry, content)),
    ]),
    ...lostProblems(content),
  ];
}

/** Entries of the log that have not been published yet: the ones that may explain a change. */
export function newCorrections(content: ParsedContent): readonly Entry<Correction>[] {
  return content.corrections.filter((entry) => !isPublished(entry, content));
}

function isPublished({ value }: Entry<Correction>, { published }: ParsedContent): boolean {
  return published !== undefined && Object.hasOwn(published.value.corrections, value.id);
}

function idProblems({ value, at }: Entry<Correction>): readonly Problem[] {
  if (value.id.startsWith(`${value.date}-`)) return [];
  const expected = `an id that starts with ${value.date}`;
  return [problemAt(at('id'), 'E-ID-MISMATCH', `the id ${shown(value.id)}`, expected)];
}

function orderProblems(
  { value, at }: Entry<Correction>,
  before: Entry<Correction> | undefined,
): readonly Problem[] {
  if (before === undefined || before.value.date <= value.date) return [];
  const found = `${value.date} after ${before.value.date}`;
  return [problemAt(at('date'), 'E-ORDER', found, 'corrections in order of date, oldest first')];
}

function replacementProblems(
  { value, at }: Entry<Correction>,
  { known }: ParsedContent,
): readonly Problem[] {
  if (value.replaced_by === undefined) return [];
  return referenceProblems(value.replaced_by, at('replaced_by'), positionTarget(known));
}

/** What readers have seen in the log stays as they saw it. */
function editedProblems(
  { value, at }: Entry<Correction>,
  { published }: ParsedContent,
): readonly Problem[] {
  const before = published?.value.corrections[value.id];
  if (before === undefined || canonical(before) === canonical(value)) return [];
  return [
    problemAt(
      at('id'),
      'E-CORRECTION-CHANGED',
      `the published entry ${shown(value.id)}, edited`,
      'the entry as it was published',
      'put it back and add a new entry at the end',
    ),
  ];
}

/** Keys in one order, so that moving a line in the file is no change. */
function canonical(value: Correction): string {
  return JSON.stringify(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function lostProblems({ published, known }: ParsedContent): readonly Problem[] {
  if (!published) return [];
  return Object.keys(published.value.corrections)
    .filter((id) => !known.corrections.has(id))
    .map((id) =>
      problemAt(
        published.keyAt('corrections', id),
        'E-CORRECTION-CHANGED',
        `no entry ${shown(id)} in record/corrections.yml`,
        'every entry that was published',
      ),
    );
}

/** A new entry tells of something that was published and has changed. */
function unfoundedProblems(entry: Entry<Correction>, content: ParsedContent): readonly Problem[] {
  const { published } = content;
  if (!published) return [];
  const { value, at } = entry;
  const before = published.value.positions[value.position];
  if (before === undefined) {
    return referenceProblems(value.position, at('position'), {
      code: 'E-UNKNOWN-POSITION',
      known: createKnownIds(Object.keys(published.value.positions)),
      expected: 'the id of a position that was published',
    });
  }
  const now = content.positions.find((one) => one.value.id === value.position)?.value;
  return value.changed.flatMap((part, index) => {
    const isIdle =
      now !== undefined &&
      (part === 'removed' || (part !== 'wording' && samePart(part, before, now)));
    if (!isIdle) return [];
    const found = `${part} of ${value.position}, which is as it was published`;
    return [
      problemAt(at('changed', index), 'E-NOTHING-CORRECTED', found, 'a part that has changed'),
    ];
  });
}
