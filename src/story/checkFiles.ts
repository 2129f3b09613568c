import { codePointName, PLAIN_TEXT, refusedCharacters } from './characters.ts';
import type { ReadFile } from './contentFiles.ts';
import { FILE_NAMES, FIXED_FILES } from './contentPath.ts';
import { nearestTo } from './nearest.ts';
import { problemAt, type Problem } from './problem.ts';

/** Files that are missing or misnamed, and characters that no file may hold. */
export function fileProblems(files: readonly ReadFile[]): readonly Problem[] {
  return [
    ...missingFiles(files),
    ...files.filter(({ path }) => path.kind === 'unknown').map(misnamed),
    ...files.flatMap(characterProblems),
  ];
}

function missingFiles(files: readonly ReadFile[]): readonly Problem[] {
  const present = new Set(files.map(({ source }) => source.path));
  const stories = new Set(files.flatMap(({ path }) => ('story' in path ? [path.story] : [])));
  const needed = [
    ...FIXED_FILES.keys(),
    ...[...stories].flatMap((id) => [`stories/${id}/story.yml`, `stories/${id}/claims.yml`]),
  ];
  if (stories.size === 0) needed.push('stories/<story>/story.yml');
  return needed.filter((path) => !present.has(path)).map(missingFile);
}

/** The one problem that names a file which is not there: the file it should be. */
export function missingFile(path: string): Problem {
  return problemAt(
    { file: path, line: 1, column: 1 },
    'E-MISSING-FILE',
    'no such file',
    `a file ${path}`,
  );
}

function misnamed({ source }: ReadFile): Problem {
  const nearest = nearestTo(source.path, FIXED_FILES.keys());
  const hint = nearest === undefined ? undefined : `did you mean ${nearest}?`;
  return problemAt(
    source.pointAt(0),
    'E-FILE-NAME',
    `a file named ${source.path}`,
    FILE_NAMES,
    hint,
  );
}

/** A file full of them (a picture, say) is one mistake, so only the first of each kind is told. */
function characterProblems({ source }: ReadFile): readonly Problem[] {
  const byCharacter = Map.groupBy(refusedCharacters(source.text), ({ character }) => character);
  return [...byCharacter].flatMap(([character, [first]]) => {
    const found =
      character === '\uFFFD' ? 'bytes that are not UTF-8 (U+FFFD)' : codePointName(character);
    return first ? [problemAt(source.pointAt(first.offset), 'E-CHARACTER', found, PLAIN_TEXT)] : [];
  });
}
