/** What an attribute of a component may say. */
export type AttributeSpec =
  | { readonly kind: 'stances' | 'statement' | 'text'; readonly required: true }
  | { readonly kind: 'choice'; readonly values: readonly string[]; readonly required: false };

const STATEMENT = { kind: 'statement', required: true } as const;

/** The components a narration may use, by name, and their attributes, by name. */
export const COMPONENTS: ReadonlyMap<string, ReadonlyMap<string, AttributeSpec>> = new Map([
  [
    'Count',
    new Map<string, AttributeSpec>([
      ['stance', { kind: 'stances', required: true }],
      ['of', choice('states', 'all')],
      ['evidence', choice('on-record', 'reported')],
      ['as', choice('words', 'figures')],
    ]),
  ],
  [
    'Figure',
    new Map<string, AttributeSpec>([
      ['in', STATEMENT],
      ['value', { kind: 'text', required: true }],
    ]),
  ],
  [
    'When',
    new Map<string, AttributeSpec>([
      ['at', STATEMENT],
      ['form', choice('day', 'month')],
    ]),
  ],
  ['Quote', new Map<string, AttributeSpec>([['from', STATEMENT]])],
]);

function choice(...values: readonly string[]): AttributeSpec {
  return { kind: 'choice', values, required: false };
}
