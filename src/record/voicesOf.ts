import type { Actor } from '../schema/actor.ts';
import type { TroopRecord } from './troopRecord.ts';

/** A rule on whose word counts, and the actors it holds for. */
export interface Voice {
  readonly rule: string;
  /** Alphabetical by name. */
  readonly actors: readonly Actor[];
}

/** The rules on whose word counts, the most common first, then by name of the first actor. */
export function voicesOf({ actors }: TroopRecord): readonly Voice[] {
  const sorted = [...actors.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
  const byRule = Map.groupBy(sorted, ({ spokesperson_rule: rule }) => rule);
  return [...byRule]
    .map(([rule, of]) => ({ rule, actors: of }))
    .sort((a, b) => b.actors.length - a.actors.length);
}
