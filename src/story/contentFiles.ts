import { readContentPath, type ContentPath } from './contentPath.ts';
import { parseYaml, type YamlText } from './parseYaml.ts';
import type { Problem } from './problem.ts';
import { createSourceText, type ContentFile, type SourceText } from './sourceText.ts';

/** One file of the content folder; YAML files come parsed. */
export interface ReadFile {
  readonly path: ContentPath;
  readonly source: SourceText;
  readonly yaml: YamlText | undefined;
}

/** All files, in path order, so that lists come out the same on every machine. */
export function readFiles(files: readonly ContentFile[]): readonly ReadFile[] {
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return sorted.map((file) => {
    const path = readContentPath(file.path);
    const source = createSourceText(file);
    const isYaml = path.kind !== 'item' && path.kind !== 'unknown';
    return { path, source, yaml: isYaml ? parseYaml(source) : undefined };
  });
}

/** The parsed YAML of the only file of a kind; undefined when it is missing. */
export function yamlOf(
  files: readonly ReadFile[],
  kind: ContentPath['kind'],
): YamlText | undefined {
  return files.find(({ path }) => path.kind === kind)?.yaml;
}

/** Syntax problems of all YAML files. */
export function yamlProblems(files: readonly ReadFile[]): readonly Problem[] {
  return files.flatMap(({ yaml }) => yaml?.problems ?? []);
}
