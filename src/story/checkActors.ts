import { shown } from './characters.ts';
import type { ParsedContent } from './parsedContent.ts';
import { problemAt, type Problem } from './problem.ts';
import { duplicateProblems } from './references.ts';

/** Actors: ids and pill codes used once, ids that fit the kind. */
export function actorProblems({ actors }: ParsedContent): readonly Problem[] {
  return [
    ...duplicateProblems(
      'E-DUPLICATE-ID',
      'actor id',
      actors.map(({ value, at }) => ({ value: value.id, point: at('id') })),
    ),
    ...duplicateProblems(
      'E-DUPLICATE-ID',
      'pill code',
      actors.map(({ value, at }) => ({ value: value.code, point: at('code') })),
    ),
    ...actors.flatMap(({ value, at }) => {
      const isOrganisation = value.id === 'EU' || value.id === 'NATO';
      if (isOrganisation === (value.kind === 'organisation')) return [];
      const expected = isOrganisation ? 'the kind organisation' : 'the kind country';
      return [
        problemAt(at('kind'), 'E-ID-MISMATCH', `${shown(value.id)} as ${value.kind}`, expected),
      ];
    }),
  ];
}
