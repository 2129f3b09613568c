import { Fragment, jsx } from 'astro/jsx-runtime';
import { formatDate } from '../i18n/dates.ts';
import { numberInWords } from '../i18n/words.ts';
import { countFor, type CountRequest } from '../story/countFor.ts';
import { dayFor } from '../story/dayFor.ts';
import { figureFor } from '../story/figureFor.ts';
import { quoteFor } from '../story/quoteFor.ts';
import type { Statement } from '../story/statement.ts';
import type { StoryStep } from '../story/story.ts';
import type { Site } from '../site.ts';

/**
 * The components that an author's text may use, bound to the step it stands in (null in a passage).
 * The content check has already refused what they cannot answer; here they throw.
 */
export function narrationComponents(site: Site, step: StoryStep | null): Record<string, unknown> {
  const statement = (id: string): Statement => found(site.statements.get(id), `no record "${id}"`);
  return {
    Count: (props: CountRequest & { readonly as?: 'words' | 'figures' }) => {
      const count = countFor(site.record, found(step, 'a count outside a step'), props);
      return jsx(Fragment, {
        children: props.as === 'words' ? numberInWords(count) : String(count),
      });
    },
    Figure: (props: { readonly in: string; readonly value: string }) =>
      jsx(Fragment, { children: found(figureFor(statement(props.in), props.value), props.value) }),
    When: (props: { readonly at: string; readonly form?: 'day' | 'month' }) => {
      const date = found(dayFor(statement(props.at), props.form), `no day in "${props.at}"`);
      return jsx('time', { datetime: date, children: formatDate(date) });
    },
    Quote: (props: { readonly from: string }) => {
      const quote = found(quoteFor(statement(props.from)), `no quote in "${props.from}"`);
      return jsx('q', { lang: quote.language, translate: 'no', children: quote.text });
    },
  };
}

function found<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`narration: ${what}`);
  return value;
}
