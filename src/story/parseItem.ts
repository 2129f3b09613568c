import { passage, step, translation } from '../schema/story.ts';
import type { ItemPath } from './contentPath.ts';
import { readEntry, type Entries } from './entry.ts';
import { findFrontmatter } from './frontmatter.ts';
import { isGroup } from './knownIds.ts';
import { parseBody } from './parseBody.ts';
import type { ItemFront, ParsedItem } from './parsedContent.ts';
import { parseYaml, type YamlText } from './parseYaml.ts';
import { problemAt, type Problem } from './problem.ts';
import type { SourceText } from './sourceText.ts';

/** Reads one MDX file; in a translation the frontmatter holds words alone. */
export function parseItem(
  path: ItemPath,
  source: SourceText,
  isTranslation: boolean,
): { readonly item: ParsedItem; readonly problems: readonly Problem[] } {
  const item = { path, file: source.path };
  const found = findFrontmatter(source.text);
  if (!found) {
    const problem = problemAt(
      source.pointAt(0),
      'E-FRONTMATTER',
      'no closed frontmatter',
      'YAML between two lines of ---',
    );
    return { item: { ...item, front: undefined, body: undefined }, problems: [problem] };
  }
  const yaml = parseYaml(source, found.text, found.offset);
  const { front, problems } = readFront(yaml, isTranslation);
  const body = parseBody(source, found.end);
  return {
    item: { ...item, front, body },
    problems: [...yaml.problems, ...problems, ...body.problems],
  };
}

interface Front {
  readonly front: ItemFront | undefined;
  readonly problems: readonly Problem[];
}

function readFront(yaml: YamlText, isTranslation: boolean): Front {
  if (yaml.value === undefined) return { front: undefined, problems: [] };
  const value = yaml.value ?? {};
  if (isTranslation) {
    return frontOf(readEntry(translation, yaml, [], value), (entry) => ({
      kind: 'translation',
      entry,
    }));
  }
  if (isGroup(value) && Object.hasOwn(value, 'kind')) {
    return frontOf(readEntry(passage, yaml, [], value), (entry) => ({ kind: 'passage', entry }));
  }
  return frontOf(readEntry(step, yaml, [], value), (entry) => ({ kind: 'step', entry }));
}

function frontOf<T>(
  { entries, problems }: Entries<T>,
  wrap: (entry: Entries<T>['entries'][number]) => ItemFront,
): Front {
  const [entry] = entries;
  return { front: entry && wrap(entry), problems };
}
