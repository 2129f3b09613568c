import { outerBorder } from '../map/outerBorder.ts';
import { ringsFromPath } from '../map/pathRings.ts';
import { createPrepared, type Prepared } from './createPrepared.ts';

const SVG = 'http://www.w3.org/2000/svg';

/**
 * The outlines of organisations for the shared map, by the groups of strokes that the document's maps have.
 * There they are the strokes of all members behind a mask, which costs no bytes, but a browser draws a mask
 * anew in every tile of a large window. Worked out ahead, member by member, so that no piece of it is long.
 * `root` holds the shapes that the groups refer to; a group that refers to nothing throws.
 */
export function createOutlines(root: HTMLElement): Prepared<Element, Element> {
  const groups = [...root.querySelectorAll('.outline')];
  const rings = new WeakMap<Element, ReturnType<typeof ringsFromPath>>();
  const find = (use: Element | null): Element => {
    const found = root.querySelector(`.definitions ${use?.getAttribute('href') ?? 'none'}`);
    if (!found) throw new Error('createOutlines: an outline that refers to nothing');
    return found;
  };
  const usesOf = (group: Element): Element[] => [...find(group.querySelector('use')).children];
  const ringsOf = (use: Element): ReturnType<typeof ringsFromPath> => {
    const shape = find(use);
    const read = rings.get(shape) ?? ringsFromPath(shape.getAttribute('d') ?? '');
    rings.set(shape, read);
    return read;
  };
  return createPrepared([...groups.flatMap(usesOf), ...groups], (part) => {
    if (part.matches('.outline')) return drawLines(part, outerBorder(usesOf(part).map(ringsOf)));
    ringsOf(part);
    return part;
  });
}

/** A path a member, so that a tile draws only what is near it. */
function drawLines(group: Element, lines: readonly string[]): Element {
  const outline = group.cloneNode() as Element;
  outline.removeAttribute('mask');
  for (const d of lines) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('vector-effect', 'non-scaling-stroke');
    path.setAttribute('d', d);
    outline.append(path);
  }
  return outline;
}
