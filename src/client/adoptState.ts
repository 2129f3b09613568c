import type { Box } from '../map/camera.ts';
import type { LabelSpec } from '../map/labelRequests.ts';

/** A mark of a map as the document holds it. */
export interface Mark {
  readonly actor: string;
  readonly stance: string;
  readonly evidence: string;
  readonly spotlight: boolean;
}

/** The hooks a mark carries its state in. */
export const STATE_HOOKS = ['data-stance', 'data-evidence', 'data-spotlight'] as const;

/** All marks of a map, stripes among them: an actor that is reported beside its own word has two. */
export function marksOf(map: SVGSVGElement): readonly Mark[] {
  return [...map.querySelectorAll<SVGElement>('[data-actor]')].map(markOf);
}

function markOf({ dataset }: SVGElement): Mark {
  const { actor = '', stance = '', evidence = '' } = dataset;
  return { actor, stance, evidence, spotlight: dataset.spotlight !== undefined };
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
