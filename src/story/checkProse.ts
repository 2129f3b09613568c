import type { Body, TextRun } from './parseBody.ts';
import { addressProblems } from './checkSources.ts';
import { problemAt, type FilePoint, type Problem } from './problem.ts';

/** Number words from two up, by language; a language without a list is checked for digits alone. */
const NUMBER_WORDS: ReadonlyMap<string, string> = new Map([
  [
    'en',
    'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|' +
      'seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|' +
      'hundreds?|thousands?|millions?|billions?|dozens?',
  ],
]);

/** Digits that are not part of a name such as G7. */
const DIGITS = '(?<![\\p{L}\\p{N}])\\p{Nd}[\\p{Nd}.,]*(?<![.,])';

/** A narration that says something, types no number, and links to sound addresses. */
export function proseProblems(body: Body, language: string): readonly Problem[] {
  return [
    ...emptyProblems(body),
    ...body.texts.flatMap((run) => numberProblems(run, language)),
    ...body.links.flatMap(({ url, point }) => addressProblems(url, point)),
  ];
}

function emptyProblems({ texts, components, start, problems }: Body): readonly Problem[] {
  const isEmpty = components.length === 0 && texts.every(({ text }) => text.trim() === '');
  // What does not parse is no empty narration.
  if (!isEmpty || problems.length > 0) return [];
  return [problemAt(start, 'E-EMPTY-BODY', 'no narration', 'text under the frontmatter')];
}

function numberProblems({ text, pointOf }: TextRun, language: string): readonly Problem[] {
  return typedNumbers(text, language).map(({ number, index }) =>
    problemAt(
      pointOf(number, index),
      'E-TYPED-NUMBER',
      `the number "${number}" typed`,
      'a number that comes from the record',
      'use <Count>, <Figure> or <When>, or say it without a number',
    ),
  );
}

/** Problems of a heading or standfirst: no component can stand there, so no number but a year may. */
export function headingProblems(
  text: string,
  point: FilePoint,
  language: string,
): readonly Problem[] {
  const [typed] = typedNumbers(text, language).filter(({ number }) => !/^20\d\d$/u.test(number));
  if (typed === undefined) return [];
  const found = `the number "${typed.number}" typed in a heading`;
  return [problemAt(point, 'E-TYPED-NUMBER', found, 'a heading without numbers, years aside')];
}

function typedNumbers(
  text: string,
  language: string,
): readonly { readonly number: string; readonly index: number }[] {
  const words = NUMBER_WORDS.get(language);
  const isWord = words === undefined ? '' : `|(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`;
  const matches = text.matchAll(new RegExp(`${DIGITS}${isWord}`, 'giu'));
  return [...matches].map((match) => ({ number: match[0], index: match.index }));
}
