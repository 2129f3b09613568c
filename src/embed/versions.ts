/** The loader's full version: its address is immutable, a changed loader needs another. */
export const LOADER_VERSION = '1.0.0';

/** The folders under `/embed/` that the loader stands in. */
export const LOADER_VERSIONS = ['v1', `v${LOADER_VERSION}`] as const;
