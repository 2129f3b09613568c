import { Fragment, jsx } from 'astro/jsx-runtime';
import type { StoryStep } from '../story/story.ts';
import type { Site } from '../site.ts';

/** The components that an author's text may use, bound to the step it stands in. */
export function narrationComponents(site: Site, step: StoryStep | null): Record<string, unknown> {
  const text = (children: string): unknown => jsx(Fragment, { children });
  return {
    Count: (props: Record<string, string>) => text(site.countFor(step, props)),
    Figure: (props: Record<string, string>) => text(site.figureFor(props)),
    When: (props: Record<string, string>) => {
      const { date, words } = site.whenFor(props);
      return jsx('time', { datetime: date, children: words });
    },
    Quote: (props: Record<string, string>) => {
      const { text: words, language } = site.quoteFor(props);
      return jsx('q', { lang: language, translate: 'no', children: words });
    },
  };
}
