import type { TroopRecord } from '../record/troopRecord.ts';
import { actorProblems } from './checkActors.ts';
import { contestedProblems } from './checkContested.ts';
import { correctionProblems } from './checkCorrections.ts';
import { placeProblems } from './checkPlaces.ts';
import { positionProblems } from './checkPositions.ts';
import { publishedProblems } from './checkPublished.ts';
import { sourceProblems } from './checkSources.ts';
import { standingsProblems } from './checkStandings.ts';
import { storyProblems } from './checkStory.ts';
import { parseContent } from './parseContent.ts';
import type { ParsedContent } from './parsedContent.ts';
import { inReadingOrder, type Problem } from './problem.ts';
import { recordFrom } from './recordFrom.ts';
import type { ContentFile } from './sourceText.ts';

/** Every mistake in an author's files, in reading order. Never throws; empty means the site may be built. */
export function checkContent(files: readonly ContentFile[]): readonly Problem[] {
  return checkParsed(parseContent(files));
}

/** The same for files that are parsed already. */
export function checkParsed(content: ParsedContent): readonly Problem[] {
  const record: TroopRecord | undefined = recordFrom(content);
  return inReadingOrder([
    ...content.problems,
    ...actorProblems(content),
    ...sourceProblems(content),
    ...positionProblems(content),
    ...standingsProblems(content, record),
    ...contestedProblems(content),
    ...correctionProblems(content),
    ...publishedProblems(content),
    ...placeProblems(content),
    ...content.stories.flatMap((story) => storyProblems(story, content, record)),
  ]);
}
