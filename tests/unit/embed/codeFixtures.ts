import { elementBody, elementCode, type CodeStory } from '../../../src/embed/codes.ts';

/** A story as codes name it, with every character that markup could trip over. */
export const story: CodeStory = {
  base: 'https://story.example/x/',
  title: 'Tale & "more"',
  question: 'Who <would> go?',
  steps: [
    {
      id: 'one',
      title: 'First "no"',
      alt: 'A map. Yes: 1 & 2.',
      shows: 'Combat troops, as of 1 May 2024',
    },
    {
      id: 'two',
      title: 'Then <maybe>',
      alt: 'Another map.',
      shows: 'Instructors, as of 2 May 2024',
    },
  ],
};

export const [one, two] = story.steps as [CodeStory['steps'][0], CodeStory['steps'][0]];

export const body = elementBody(story, [
  {
    narration: '<p>They said <q lang="fr">non</q> on <time datetime="2024-05-01">1 May</time>.</p>',
    evidence: ['Freedonia: rules it out · <a href="https://news.example/1">News</a>'],
  },
  { narration: '<p>Then they wavered.</p>', evidence: [] },
]);

const options = { theme: 'dark', top: 64, version: 'v1' } as const;

/** The story with the custom element. */
export const elementHtml = elementCode(story, body, { ...options, tag: 'nothing-ruled-out' });

/** The story with a div. */
export const divHtml = elementCode(story, body, { ...options, tag: 'div' });
