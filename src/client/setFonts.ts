import { endFresh } from './endFresh.ts';
import { keepReading } from './keepReading.ts';

/** The families of the page, as their `@font-face` rules call them. */
const FAMILIES = ['Source Serif 4', 'Source Sans 3'] as const;
/** All that has text, in parts that are small enough for one task. */
const PARTS = '.bar, .graphic, .rail, .ledger, .flow > section, .explore-screen, .ending > section';
/** Longest wait for an idle moment, in milliseconds. */
const PATIENCE = 300;

/**
 * Sets the page in its own fonts, one part after the other once all files are there. A font that arrives
 * by itself has the whole document set anew in one go: a long task on a slow phone, once a file.
 * Without fonts, or before, the fallbacks stand, which are of the same measure. What is
 * being read stays where it is.
 */
export async function setFonts(root: HTMLElement): Promise<void> {
  const parts = [...document.querySelectorAll<HTMLElement>(PARTS)];
  const text = document.body.textContent;
  try {
    await Promise.all(FAMILIES.map((family) => document.fonts.load(`1em "${family}"`, text)));
  } catch {
    keepReading(root, endFresh);
    return; // a file did not come: what was to be laid out in it waits no longer
  }
  const isInSight = (part: HTMLElement): boolean => {
    const { top, bottom } = part.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  };
  const seen = parts.filter(isInSight);
  for (const part of [...seen, ...parts.filter((each) => !seen.includes(each))]) {
    await idleMoment();
    keepReading(root, () => {
      part.dataset.typeset = '';
    });
  }
}

async function idleMoment(): Promise<void> {
  await new Promise<void>((resolve) => {
    if ('requestIdleCallback' in window) {
      requestIdleCallback(
        () => {
          resolve();
        },
        { timeout: PATIENCE },
      );
    } else setTimeout(resolve);
  });
}
