import { isInRange, rangeOf } from './dateRange.ts';
import type { Band, Line } from '../schema/place.ts';
import { addressProblems } from './checkSources.ts';
import type { Entry } from './entry.ts';
import { createKnownIds } from './knownIds.ts';
import type { Keyed, ParsedContent } from './parsedContent.ts';
import { problemAt, type Problem } from './problem.ts';
import { listedTwice, referenceProblems } from './references.ts';

/** The region that the first and the last screen show. */
const COVER = 'europe';

/** Lines, bands and memberships: dates, references, each member once; the region of the cover. */
export function placeProblems(content: ParsedContent): readonly Problem[] {
  return [
    ...content.front.flatMap((entry) => frontProblems(entry, content)),
    ...memberProblems(content),
    ...coverProblems(content),
  ];
}

function frontProblems(
  entry: Entry<Keyed<Line | Band>>,
  content: ParsedContent,
): readonly Problem[] {
  const [, place] = entry.value;
  const dated = isInRange(place.as_of, content)
    ? []
    : [problemAt(entry.at('as_of'), 'E-DATE-RANGE', place.as_of, rangeOf(content))];
  return [
    ...dated,
    ...('follows' in place ? bandProblems(place, entry, content) : lineProblems(place, entry)),
  ];
}

function bandProblems(
  place: Band,
  { at }: Entry<unknown>,
  { known, stories }: ParsedContent,
): readonly Problem[] {
  const claims = createKnownIds(
    stories.flatMap((story) => [...story.knownClaims.ids]),
    (id) => stories.some((story) => story.knownClaims.has(id)),
  );
  return [
    ...referenceProblems(place.follows, at('follows'), {
      code: 'E-UNKNOWN-PLACE',
      known: known.places,
      expected: 'the id of a line',
    }),
    ...referenceProblems(place.claim, at('claim'), {
      code: 'E-UNKNOWN-CLAIM',
      known: claims,
      expected: 'the id of a claim',
    }),
  ];
}

function lineProblems(place: Line, { at }: Entry<unknown>): readonly Problem[] {
  const own = createKnownIds(Object.keys(place.sources));
  const target = {
    code: 'E-UNKNOWN-SOURCE' as const,
    known: own,
    expected: 'the id of one of this line’s sources',
  };
  return [
    ...place.points.flatMap(({ source }, index) =>
      referenceProblems(source, at('points', index, 'source'), target),
    ),
    ...Object.entries(place.sources).flatMap(([id, { url }]) =>
      addressProblems(url, at('sources', id, 'url')),
    ),
  ];
}

function memberProblems({ members }: ParsedContent): readonly Problem[] {
  if (!members) return [];
  return Object.entries(members.value).flatMap(([organisation, { always, since }]) => {
    const entry = {
      ...members,
      at: (...path: readonly PropertyKey[]) => members.at(organisation, ...path),
    };
    return [
      ...listedTwice(entry, 'always', always),
      ...Object.keys(since ?? {})
        .filter((id) => always.includes(id))
        .map((id) =>
          problemAt(
            members.keyAt(organisation, 'since', id),
            'E-LISTED-TWICE',
            `${id} under always too`,
            'each member once',
          ),
        ),
    ];
  });
}

function coverProblems({ regions, known }: ParsedContent): readonly Problem[] {
  const [first] = regions;
  if (!first || known.places.has(COVER)) return [];
  const { file } = first.at();
  const expected = `the key ${COVER}, which the first screen shows`;
  return [problemAt({ file, line: 1, column: 1 }, 'E-MISSING-KEY', `no ${COVER}`, expected)];
}
