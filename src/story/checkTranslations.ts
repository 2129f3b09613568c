import { missingFile } from './checkFiles.ts';
import { shown } from './characters.ts';
import { hintFor } from './nearest.ts';
import type { ParsedItem, ParsedStory } from './parsedContent.ts';
import { problemAt, type Problem } from './problem.ts';

/** Every language of a story has the same files as the original, and no language has files unasked. */
export function translationProblems(parsed: ParsedStory): readonly Problem[] {
  const { story, items, original, id } = parsed;
  const names = new Set(items.filter(({ path }) => path.language === original).map(nameOf));
  const languages = story?.value.languages ?? [];
  return [
    ...(names.size === 0 ? [missingFile(`stories/${id}/${original}/010-<slug>.mdx`)] : []),
    ...items.flatMap((item) => [
      ...(story && !languages.includes(item.path.language) ? [unlisted(item, languages)] : []),
      ...(names.has(nameOf(item)) || names.size === 0
        ? []
        : [withoutOriginal(item, names, original)]),
    ]),
    ...languages.flatMap((language) => missingIn(language, names, parsed)),
  ];
}

function nameOf({ path }: ParsedItem): string {
  return `${path.number}-${path.slug}.mdx`;
}

function unlisted({ path, file }: ParsedItem, languages: readonly string[]): Problem {
  const expected = `one of the story’s languages: ${languages.join(', ')}`;
  return problemAt(
    { file, line: 1, column: 1 },
    'E-TRANSLATION',
    `a file in the language ${shown(path.language)}`,
    expected,
  );
}

function withoutOriginal(item: ParsedItem, names: ReadonlySet<string>, original: string): Problem {
  const name = nameOf(item);
  const point = { file: item.file, line: 1, column: 1 };
  return problemAt(
    point,
    'E-TRANSLATION',
    `a translation ${name}`,
    `a name that a file in ${original}/ has`,
    hintFor(name, names),
  );
}

function missingIn(
  language: string,
  names: ReadonlySet<string>,
  { id, items }: ParsedStory,
): readonly Problem[] {
  const own = new Set(items.filter(({ path }) => path.language === language).map(nameOf));
  return [...names]
    .filter((name) => !own.has(name))
    .map((name) => missingFile(`stories/${id}/${language}/${name}`));
}
