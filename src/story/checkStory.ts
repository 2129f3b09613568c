import type { TroopRecord } from '../record/troopRecord.ts';
import type { Step } from '../schema/story.ts';
import { componentProblems, type ComponentContext } from './checkComponents.ts';
import { headingProblems, proseProblems } from './checkProse.ts';
import { spotlightProblems } from './checkSpotlight.ts';
import { statementProblems } from './checkStatement.ts';
import { isInRange, rangeOf } from './dateRange.ts';
import type { Entry } from './entry.ts';
import { createKnownIds } from './knownIds.ts';
import type { ParsedContent, ParsedItem, ParsedStory } from './parsedContent.ts';
import { problemAt, type Problem } from './problem.ts';
import {
  duplicateProblems,
  listProblems,
  positionTarget,
  listedTwice,
  referenceProblems,
} from './references.ts';
import { statementsOf } from './statement.ts';
import { translationProblems } from './checkTranslations.ts';

/** One story: its claims, its scenes, its narration, its translations. */
export function storyProblems(
  story: ParsedStory,
  content: ParsedContent,
  record: TroopRecord | undefined,
): readonly Problem[] {
  return [
    ...storyFileProblems(story, content),
    ...story.claims.flatMap((claim) => claimProblems(claim, content)),
    ...itemNames(story),
    ...translationProblems(story),
    ...story.items.flatMap((item) => itemProblems(item, story, content, record)),
  ];
}

function storyFileProblems(
  { story, original }: ParsedStory,
  { known }: ParsedContent,
): readonly Problem[] {
  if (!story) return [];
  const target = {
    code: 'E-UNKNOWN-SOURCE' as const,
    known: known.sources,
    expected: 'the id of a source of record/sources.yml',
  };
  return [
    ...referenceProblems(story.value.article, story.at('article'), target),
    ...listedTwice(story, 'languages', story.value.languages),
    ...(['title', 'question', 'standfirst'] as const).flatMap((key) =>
      headingProblems(story.value[key], story.at(key), original),
    ),
  ];
}

function claimProblems(
  claim: ParsedStory['claims'][number],
  content: ParsedContent,
): readonly Problem[] {
  const { value, at } = claim;
  const target = {
    code: 'E-UNKNOWN-ACTOR' as const,
    known: content.known.actors,
    expected: 'the id of an actor',
  };
  return [
    ...listProblems(claim, 'actors', value.actors, target),
    ...statementProblems(claim, content),
    ...(isInRange(value.date, content)
      ? []
      : [problemAt(at('date'), 'E-DATE-RANGE', value.date, rangeOf(content))]),
    ...(value.check === 'differs' && value.note === undefined
      ? [
          problemAt(
            at(),
            'E-MISSING-KEY',
            'no note',
            'the key note, because the check says differs',
          ),
        ]
      : []),
  ];
}

/** Within one language every number and every slug stands once. */
function itemNames({ items }: ParsedStory): readonly Problem[] {
  const uses = items.map(({ path, file }) => ({ path, point: { file, line: 1, column: 1 } }));
  return [...Map.groupBy(uses, ({ path }) => path.language).values()].flatMap((own) => [
    ...duplicateProblems(
      'E-DUPLICATE-ID',
      'file number',
      own.map(({ path, point }) => ({ value: path.number, point })),
    ),
    ...duplicateProblems(
      'E-DUPLICATE-ID',
      'slug',
      own.map(({ path, point }) => ({ value: path.slug, point })),
    ),
  ]);
}

function itemProblems(
  item: ParsedItem,
  story: ParsedStory,
  content: ParsedContent,
  record: TroopRecord | undefined,
): readonly Problem[] {
  const { front, body, path } = item;
  const step = front?.kind === 'step' ? front.entry : undefined;
  return [
    ...(step ? sceneProblems(step, story, content) : []),
    ...(step && record ? spotlightProblems(step, record) : []),
    ...(front
      ? headingProblems(front.entry.value.title, front.entry.at('title'), path.language)
      : []),
    ...(body ? proseProblems(body, path.language) : []),
    ...(body && record
      ? body.components.flatMap((use) =>
          componentProblems(use, contextOf(item, story, content, record)),
        )
      : []),
  ];
}

function sceneProblems(
  step: Entry<Step>,
  { knownClaims }: ParsedStory,
  content: ParsedContent,
): readonly Problem[] {
  const { value, at } = step;
  const { actors, places } = content.known;
  const seen = createKnownIds(
    [...actors.ids, ...places.ids],
    (id) => actors.has(id) || places.has(id),
    actors.aliases,
  );
  return [
    ...(isInRange(value.date, content)
      ? []
      : [problemAt(at('date'), 'E-DATE-RANGE', value.date, rangeOf(content))]),
    ...listProblems(step, 'spotlight', value.spotlight, positionTarget(content.known)),
    ...listProblems(step, 'claims', value.claims ?? [], {
      code: 'E-UNKNOWN-CLAIM',
      known: knownClaims,
      expected: 'the id of a claim of this story',
    }),
    ...listProblems(step, 'view', value.view, {
      code: 'E-UNKNOWN-PLACE',
      known: seen,
      expected: 'the id of an actor, a region or a line',
    }),
    ...listedTwice(step, 'layers', value.layers ?? []),
  ];
}

function contextOf(
  item: ParsedItem,
  story: ParsedStory,
  content: ParsedContent,
  record: TroopRecord,
): ComponentContext {
  const { positions } = content.known;
  const claims = story.claims.map(({ value }) => value);
  const original = story.items.find(
    ({ path }) => path.language === story.original && path.slug === item.path.slug,
  );
  return {
    statements: statementsOf(record, claims),
    known: createKnownIds(
      [...positions.ids, ...story.knownClaims.ids],
      (id) => positions.has(id) || story.knownClaims.has(id),
    ),
    hasScene: original?.front?.kind !== 'passage',
  };
}
