import type { IsoDayOrMonth } from '../schema/isoDate.ts';
import type { Claim, Position } from '../schema/position.ts';
import type { SourceId } from '../schema/source.ts';
import { shown } from './characters.ts';
import type { Entry } from './entry.ts';
import type { ParsedContent } from './parsedContent.ts';
import { problemAt, type Problem } from './problem.ts';
import { listProblems } from './references.ts';

/** What holds for positions and claims alike: sources that exist, and one neutral sentence. */
export function statementProblems(
  entry: Entry<Position | Claim>,
  content: ParsedContent,
): readonly Problem[] {
  const target = {
    code: 'E-UNKNOWN-SOURCE' as const,
    known: content.known.sources,
    expected: 'the id of a source of record/sources.yml',
  };
  return [
    ...listProblems(entry, 'sources', entry.value.sources, target),
    ...paraphraseProblems(entry),
  ];
}

/** Problems of sources published, by id, before the day of the statement they should carry. */
export function olderSources(
  { value, at }: Entry<Position>,
  published: ReadonlyMap<SourceId, IsoDayOrMonth>,
): readonly Problem[] {
  return value.sources.flatMap((id, index) => {
    const day = published.get(id) ?? value.date;
    const length = Math.min(day.length, value.date.length);
    if (day.slice(0, length) >= value.date.slice(0, length)) return [];
    const expected = `a source from ${value.date} or later`;
    return [
      problemAt(at('sources', index), 'E-SOURCE-OLDER', `a source published on ${day}`, expected),
    ];
  });
}

/** One sentence of ours, without anyone's quotation marks. */
function paraphraseProblems({ value, at }: Entry<Position | Claim>): readonly Problem[] {
  const { paraphrase } = value;
  const found = paraphraseFault(paraphrase);
  if (found === undefined) return [];
  return [
    problemAt(
      at('paraphrase'),
      'E-PARAPHRASE',
      found,
      'one sentence without quotation marks, closed by a full stop',
    ),
  ];
}

function paraphraseFault(text: string): string | undefined {
  if (/["“”„«»]/u.test(text)) return 'quotation marks';
  if (!text.endsWith('.')) return `no full stop at the end of ${shown(text)}`;
  return /[\p{Ll}\d)]\.\s+\p{Lu}/u.test(text) ? 'more than one sentence' : undefined;
}
