import { expect, it } from 'vitest';
import { formatProblems } from '../../../src/story/formatProblems.ts';
import { inReadingOrder, problemAt } from '../../../src/story/problem.ts';

const later = problemAt({ file: 'b.yml', line: 10, column: 2 }, 'E-VALUE', '"x"', 'a list');
const first = problemAt(
  { file: 'a.yml', line: 9, column: 1 },
  'E-DATE',
  '"1"',
  'a date',
  'write it',
);

it('formatProblems(problems, root) gives one line a problem, its hint below, and a count', () => {
  expect(formatProblems([first, later], 'content')).toBe(
    [
      'content/a.yml:9:1  E-DATE  found "1", expected a date',
      '    hint: write it',
      'content/b.yml:10:2  E-VALUE  found "x", expected a list',
      '',
      '2 problems in 2 files. docs/errors.md explains each code.',
      '',
    ].join('\n'),
  );
  expect(formatProblems([])).toBe('');
});

it('inReadingOrder(problems) sorts by file, line as a number, column and code, and says each once', () => {
  const sameLine = { ...later, column: 1 };
  const ninth = { ...later, line: 9 };
  expect(inReadingOrder([later, sameLine, ninth, first, later])).toEqual([
    first,
    ninth,
    sameLine,
    later,
  ]);
});
