import { getEntry, render } from 'astro:content';

/** The rendered narration of a content file, by its path under `content/stories/`; throws when it is missing. */
export async function narrationOf(
  file: string,
): Promise<Awaited<ReturnType<typeof render>>['Content']> {
  const id = file.slice(file.indexOf('stories/') + 'stories/'.length);
  const entry = await getEntry('narration', id);
  if (!entry) throw new Error(`narrationOf: ${file} is not in the collection`);
  return (await render(entry)).Content;
}
