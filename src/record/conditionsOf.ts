import type { Position } from '../schema/position.ts';

/** A condition with the positions that name it, in their order. */
export interface NamedCondition {
  /** Id in the vocabulary. */
  readonly id: string;
  readonly positions: readonly Position[];
}

/** The conditions that positions name, in the order in which they first came up. */
export function conditionsOf(positions: readonly Position[]): readonly NamedCondition[] {
  const ids = new Set(positions.flatMap(({ conditions }) => conditions));
  return [...ids].map((id) => ({
    id,
    positions: positions.filter(({ conditions }) => conditions.includes(id)),
  }));
}
