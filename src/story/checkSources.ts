import type { Source } from '../schema/source.ts';
import { shown } from './characters.ts';
import { isInRange, rangeOf } from './dateRange.ts';
import type { Entry } from './entry.ts';
import type { Keyed, ParsedContent } from './parsedContent.ts';
import { problemAt, type FilePoint, type Problem } from './problem.ts';
import { duplicateProblems } from './references.ts';

/** Sources: each address once, ids with their date, sound addresses, none unused. */
export function sourceProblems(content: ParsedContent): readonly Problem[] {
  const { sources, known } = content;
  const addresses = sources.map(({ value: [, source], at }) => ({
    value: source.url,
    point: at('url'),
  }));
  return [
    ...duplicateProblems('E-DUPLICATE-URL', 'address', addresses),
    ...sources.flatMap((entry) => [
      ...idProblems(entry),
      ...addressProblems(entry.value[1].url, entry.at('url')),
    ]),
    ...sources.flatMap((entry) => publishedProblems(entry, content)),
    ...sources.flatMap(({ value: [id], keyAt }) =>
      known.usedSources.has(id)
        ? []
        : [
            problemAt(
              keyAt(),
              'E-UNUSED',
              `the source ${shown(id)} used nowhere`,
              'a position, claim or story that rests on it',
            ),
          ],
    ),
  ];
}

function idProblems({ value: [id, source], keyAt }: Entry<Keyed<Source>>): readonly Problem[] {
  if (id.includes(source.published)) return [];
  return [
    problemAt(
      keyAt(),
      'E-ID-MISMATCH',
      `the id ${shown(id)}`,
      `an id that contains ${source.published}, the date of publication`,
    ),
  ];
}

function publishedProblems(
  { value: [, source], at }: Entry<Keyed<Source>>,
  content: ParsedContent,
): readonly Problem[] {
  if (isInRange(source.published, content)) return [];
  return [problemAt(at('published'), 'E-DATE-RANGE', source.published, rangeOf(content))];
}

/** What the schema's look at an address lets through: spaces, credentials, an unfinished host name. */
export function addressProblems(url: string, point: FilePoint): readonly Problem[] {
  const address = URL.parse(url);
  const isSound =
    address !== null &&
    /^https?:$/u.test(address.protocol) &&
    /^https?:\/\//iu.test(url) &&
    !/\s/u.test(url) &&
    address.username === '' &&
    address.password === '' &&
    !address.hostname.endsWith('.');
  return isSound ? [] : [problemAt(point, 'E-URL', shown(url), 'an http or https address')];
}
