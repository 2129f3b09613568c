import { outerBorder } from '../map/outerBorder.ts';

const SVG = 'http://www.w3.org/2000/svg';

/**
 * An organisation's outline as lines. The document has the strokes of all members behind a mask, which
 * costs no bytes, but a browser draws a mask anew in every tile of a large window. `root` holds the shapes
 * that the given group of strokes refers to. A path a member, so that a tile draws what is near it.
 */
export function drawOutline(root: HTMLElement, group: Element): Element {
  const find = (use: Element | null): Element => {
    const found = root.querySelector(`.definitions ${use?.getAttribute('href') ?? 'none'}`);
    if (!found) throw new Error('drawOutline: an outline that refers to nothing');
    return found;
  };
  const members = [...find(group.querySelector('use')).children].map(find);
  const borders = outerBorder(members.map((member) => member.getAttribute('d') ?? ''));
  const outline = group.cloneNode() as Element;
  outline.removeAttribute('mask');
  for (const d of borders) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('vector-effect', 'non-scaling-stroke');
    path.setAttribute('d', d);
    outline.append(path);
  }
  return outline;
}
