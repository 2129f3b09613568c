/** Ids that something may refer to. */
export interface KnownIds {
  readonly ids: ReadonlySet<string>;
  /** True for a known id, and for one that may stand in a file that could not be read. */
  readonly has: (id: string) => boolean;
  /** What authors write by mistake, in small letters → the id that they mean. */
  readonly aliases: ReadonlyMap<string, string>;
}

/** Collects ids; `isUnsure` says which others may stand in files that could not be read. */
export function createKnownIds(
  ids: Iterable<string>,
  isUnsure: (id: string) => boolean = () => false,
  aliases: KnownIds['aliases'] = new Map(),
): KnownIds {
  const set = new Set(ids);
  return { ids: set, has: (id) => set.has(id) || isUnsure(id), aliases };
}

/** The texts under a key of every entry of a list, as far as they are texts or lists of texts. */
export function textsUnder(list: unknown, key: string): readonly string[] {
  if (!Array.isArray(list)) return [];
  const entries: readonly unknown[] = list;
  return entries.flatMap((entry) => {
    const value: unknown = isGroup(entry) && Object.hasOwn(entry, key) ? entry[key] : [];
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return values.filter((one) => typeof one === 'string');
  });
}

/** The keys of a group; none for anything else. */
export function keysIn(value: unknown): readonly string[] {
  return isGroup(value) ? Object.keys(value) : [];
}

/** True for a YAML mapping turned into data. */
export function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
