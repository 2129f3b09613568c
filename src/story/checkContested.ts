import type { ParsedContent } from './parsedContent.ts';
import type { Problem } from './problem.ts';
import { listProblems, positionTarget } from './references.ts';

/** The contested points: each names positions that are there, each of them once. */
export function contestedProblems({ contested, known }: ParsedContent): readonly Problem[] {
  return contested.flatMap((entry) =>
    listProblems(entry, 'positions', entry.value.positions, positionTarget(known)),
  );
}
