import type { Box } from '../map/camera.ts';
import type { LabelSpec } from '../map/labelRequests.ts';

/** A mark of a map as the document holds it. */
export interface Mark {
  readonly actor: string;
  readonly stance: string;
  readonly evidence: string;
  readonly spotlight: boolean;
}

const known = new WeakMap<SVGSVGElement, readonly Mark[]>();

/**
 * All marks of one of the document's maps, which never change: an actor that is reported beside its own
 * word has two, the second among the stripes. Read once.
 */
export function marksOf(map: SVGSVGElement): readonly Mark[] {
  const read = known.get(map);
  if (read) return read;
  const marks = [...map.querySelectorAll<SVGElement>('[data-actor]')].map(markOf);
  known.set(map, marks);
  return marks;
}

function markOf({ dataset }: SVGElement): Mark {
  const { actor = '', stance = '', evidence = '' } = dataset;
  return { actor, stance, evidence, spotlight: dataset.spotlight !== undefined };
}

/** Writes a mark's state, where it differs, to an element that stands for its actor. */
export function writeMark(element: Element, { stance, evidence, spotlight }: Mark): void {
  writeAttribute(element, 'data-stance', stance || null);
  writeAttribute(element, 'data-evidence', evidence || null);
  writeAttribute(element, 'data-spotlight', spotlight ? '' : null);
}

/** Writes an attribute where it differs; null takes it away. */
export function writeAttribute(element: Element, name: string, value: string | null): void {
  if (element.getAttribute(name) === value) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

/** The box of the plane that a map was drawn for. */
export function viewOfMap(map: SVGSVGElement): Box {
  const { x, y, width, height } = map.viewBox.baseVal;
  return [x, y, x + width, y + height];
}

/** The labels of a map with their places on the plane, as the build wrote them. */
export function labelsOfMap(map: SVGSVGElement): readonly LabelSpec[] {
  type Row = [
    string,
    string,
    string[],
    [number, number],
    [number, number, number, number],
    boolean?,
  ];
  const rows = JSON.parse(map.dataset.labels ?? '[]') as Row[];
  return rows.map(([id, name, words, anchor, subject, keepsWords = false]) => ({
    id,
    name,
    words,
    anchor,
    subject,
    keepsWords,
  }));
}
