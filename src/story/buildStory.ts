import type { TroopRecord } from '../record/troopRecord.ts';
import type { Step } from '../schema/story.ts';
import type { Content } from './buildContent.ts';
import type { ParsedItem, ParsedStory } from './parsedContent.ts';
import type { Story, StoryPassage, StoryStep } from './story.ts';

/**
 * Resolves one story in one of its languages, the original by default. What could not be read is
 * left out; throws when there is no such story or its `story.yml` is unreadable.
 */
export function buildStory(content: Content, id: string, language?: string): Story {
  const parsed = content.stories.get(id);
  const story = parsed?.story?.value;
  if (!parsed || !story) throw new Error(`no readable story "${id}" in content/stories`);
  const { title, question, standfirst, article } = story;
  const items = storyItems(parsed, content.record, language ?? parsed.original);
  return {
    id,
    language: language ?? parsed.original,
    title,
    question,
    standfirst,
    article,
    claims: parsed.claims.map(({ value }) => value),
    steps: items.filter((item) => item.kind === 'step'),
    items,
  };
}

function storyItems(parsed: ParsedStory, record: TroopRecord, language: string): Story['items'] {
  const originals = parsed.items.filter(({ path }) => path.language === parsed.original);
  const ordered = originals.toSorted((a, b) => Number(a.path.number) - Number(b.path.number));
  let index = 0;
  return ordered.flatMap((original) => {
    const worded = wordedItem(parsed, original, language);
    const item = worded && storyItem(original, worded, record, index);
    if (item?.kind === 'step') index += 1;
    return item ? [item] : [];
  });
}

/** The file with the words: the original itself, or its translation. */
function wordedItem(
  parsed: ParsedStory,
  original: ParsedItem,
  language: string,
): ParsedItem | undefined {
  if (language === parsed.original) return original;
  return parsed.items.find(
    ({ path }) => path.language === language && path.slug === original.path.slug,
  );
}

function storyItem(
  { path, front }: ParsedItem,
  worded: ParsedItem,
  record: TroopRecord,
  index: number,
): StoryStep | StoryPassage | undefined {
  const words = worded.front?.entry.value;
  if (!front || !words || front.kind === 'translation') return undefined;
  const common = { id: path.slug, file: worded.file, title: words.title };
  if (front.kind === 'passage') return { kind: 'passage', ...common };
  const dateline = 'dateline' in words ? words.dateline : undefined;
  return {
    kind: 'step',
    ...common,
    index,
    dateline,
    ...sceneOf(front.entry.value, record),
  };
}

type SceneFields = Pick<
  StoryStep,
  'date' | 'question' | 'spotlight' | 'claims' | 'layers' | 'view' | 'show'
>;

function sceneOf(step: Step, record: TroopRecord): SceneFields {
  const { date, question, spotlight, claims = [], layers = [], view, show = 'record' } = step;
  const positions = new Map(record.positions.map((one) => [one.id, one]));
  return {
    date,
    question,
    spotlight: spotlight.flatMap((id) => positions.get(id) ?? []),
    claims,
    layers,
    view,
    show,
  };
}
