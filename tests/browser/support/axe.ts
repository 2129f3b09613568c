import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

type Results = Awaited<ReturnType<AxeBuilder['analyze']>>;

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Windows and colours in which a page is looked at. */
export const LOOKS = [
  ['phone', 'light'],
  ['phone', 'dark'],
  ['desk', 'light'],
  ['desk', 'dark'],
] as const;

/** What axe finds in a page, one line a rule; `isDeep` looks into its frames as well. */
export async function violations(
  page: Page,
  { isDeep = false }: { readonly isDeep?: boolean } = {},
): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page })
    .withTags(TAGS)
    .options({ resultTypes: ['violations'], iframes: isDeep });
  return lines(await axe.setLegacyMode(!isDeep).analyze());
}

/**
 * Looks at parts of a page that `violations` has looked at before: axe is still in it, and asking it there
 * takes a quarter of the time.
 */
export async function violationsIn(
  page: Page,
  parts: readonly string[],
): Promise<readonly string[]> {
  const results = await page.evaluate(
    ([include, runOnly]) => {
      type Run = (context: object, options: object) => Promise<Results>;
      const { axe } = globalThis as unknown as { axe: { run: Run } };
      return axe.run({ include }, { runOnly, resultTypes: ['violations'] });
    },
    [parts.map((part) => [part]), TAGS] as const,
  );
  return lines(results);
}

/** One line a rule, with the first element that breaks it and how many do. */
function lines({ violations: found }: Results): readonly string[] {
  return found.map(({ id, nodes }) => {
    const [{ target, any, all, none } = { target: [], any: [], all: [], none: [] }] = nodes;
    const [reason] = [...any, ...all, ...none];
    return `${id} (${nodes.length}): ${target.join(' ')}: ${reason?.message ?? ''}`;
  });
}
