/** A page like those of other people, to try an embed in. */
export interface SampleHost {
  /** Folder below `/embed/hosts/`. */
  readonly id: string;
  readonly name: string;
  /** What is odd about it. */
  readonly odd: string;
}

/** The sample hosts; their ids are addresses, which tests and documents name. */
export const SAMPLE_HOSTS: readonly SampleHost[] = [
  { id: 'plain', name: 'Plain page', odd: 'An article without any style of its own.' },
  {
    id: 'hostile',
    name: 'Hostile styles',
    odd: 'Rules with !important for headings, paragraphs, lists, pictures and frames.',
  },
  {
    id: 'rem',
    name: 'Root size 62.5 %',
    odd: 'One rem is ten pixels, as older style sheets like it.',
  },
  { id: 'dark', name: 'Dark page', odd: 'A dark page with color-scheme: dark.' },
  {
    id: 'overflow',
    name: 'Hidden overflow',
    odd: 'The article stands in a box with overflow: hidden, in which nothing can stay in view.',
  },
  { id: 'narrow', name: '320 pixels', odd: 'The article is a column of 320 pixels.' },
];

/** What a sample host shows; ids are addresses below the host's. */
export const SAMPLE_CODES = ['stepper', 'duo', 'loader', 'step', 'picture'] as const;
export type SampleCode = (typeof SAMPLE_CODES)[number];

/** What the codes are called where one is chosen. */
export const SAMPLE_NAMES: Readonly<Record<SampleCode, string>> = {
  loader: 'Scroller with our script',
  stepper: 'Stepper',
  duo: 'Scroller without a script',
  step: 'One step',
  picture: 'Picture',
};
