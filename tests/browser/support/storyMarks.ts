import type { Part } from './storyPicture.ts';

/** Defines `storyMarks` in a page. One function each: they are sent as text. */
export function installMarks(): void {
  const all = (selector: string, from: ParentNode = document) => [
    ...from.querySelectorAll<Part>(selector),
  ];
  const one = (selector: string, from: ParentNode = document) => {
    const found = from.querySelector<Part>(selector);
    if (!found) throw new Error(`nothing in the page is ${selector}`);
    return found;
  };

  /** An empty attribute says as little as a missing one. */
  const said = (value = '') => (value === '' ? '–' : value);
  const lineOf = ({ dataset: { actor, stance, evidence, spotlight } }: Part) =>
    [actor, said(stance), said(evidence), ...(spotlight === undefined ? [] : ['spotlit'])].join(
      ' ',
    );

  /**
   * A reference to a pattern is read as what the pattern draws: each map has patterns of its own. The shared
   * map's outlines of organisations are lines of its own too, which cameraView.spec.ts looks at.
   */
  const overlayLine = (part: Part) => {
    if (part.matches('.outline')) return part.getAttribute('class') ?? '';
    const written = ['class', 'href', 'mask', 'clip-path'].map((name) => part.getAttribute(name));
    const pattern = /^url\(#(.*)\)$/.exec(part.getAttribute('fill') ?? '')?.[1];
    if (pattern === undefined) return [part.tagName, ...written].join(' ');
    const stripe = document.getElementById(pattern)?.querySelector<SVGElement>('.stripe');
    return [part.tagName, ...written, 'striped as', stripe?.dataset.stance ?? 'nothing'].join(' ');
  };

  /** Where room is short a label may leave its words out, but says nothing that its step does not. */
  const strayLabels = (map: SVGSVGElement) => {
    const rows = JSON.parse(map.dataset.labels ?? '[]') as [string, string, string[]][];
    const known = new Map(rows.map(([, name, words]) => [name, words]));
    return all('.live-labels .label').flatMap((label) => {
      const [name = '', ...words] = all('tspan', label).map(({ textContent }) => textContent);
      const isKnown = known.has(name) && words.every((line) => known.get(name)?.includes(line));
      return isKnown ? [] : [[name, ...words].join(' / ')];
    });
  };

  globalThis.storyMarks = {
    all,
    one,
    live: () => one('[data-graphic] svg.live') as SVGSVGElement,
    lineOf,
    marks: (map) => all('[data-actor]', map).map(lineOf),
    overlay: (map) => all('[data-part="overlay"] :not(.outline *)', map).map(overlayLine),
    strayLabels,
  };
}
