import type { TroopRecord } from '../record/troopRecord.ts';
import type { Front, Members, Regions } from '../schema/place.ts';
import { formatProblems } from './formatProblems.ts';
import type { ParsedContent, ParsedStory } from './parsedContent.ts';
import { inReadingOrder } from './problem.ts';
import { recordFrom } from './recordFrom.ts';

/** Everything the pages are made of. */
export interface Content {
  readonly record: TroopRecord;
  /** Lines and bands by id. */
  readonly front: Front;
  readonly regions: Regions;
  readonly members: Members;
  /** Stories by id; `buildStory` resolves one. */
  readonly stories: ReadonlyMap<string, ParsedStory>;
}

/**
 * The content of everything that could be read. Entries with mistakes are left out, so that the
 * live mode can go on; throws an error with the list when a file that all pages need is unreadable.
 */
export function buildContent(parsed: ParsedContent): Content {
  const record = recordFrom(parsed);
  const members = parsed.members?.value;
  if (!record || !members) throw new Error(`\n${formatProblems(inReadingOrder(parsed.problems))}`);
  return {
    record,
    front: Object.fromEntries(parsed.front.map(({ value }) => value)),
    regions: Object.fromEntries(parsed.regions.map(({ value }) => value)),
    members,
    stories: new Map(parsed.stories.map((story) => [story.id, story])),
  };
}
