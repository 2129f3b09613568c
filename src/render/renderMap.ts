import type { Actor } from '../schema/actor.ts';
import { QUESTION_NAME } from '../i18n/words.ts';
import { formatDate } from '../i18n/dates.ts';
import { labelSpecs, type LabelSpec } from '../map/labelRequests.ts';
import type { MapState } from '../map/mapState.ts';
import type { Plane } from '../map/plane.ts';
import { viewOf } from '../map/viewOf.ts';
import { renderLabels, type StageName } from './renderLabels.ts';
import { renderMarks } from './renderMarks.ts';
import { renderOverlay } from './renderOverlay.ts';
import { attributes } from './svgText.ts';

/** A label as the page carries it: the fields of a `LabelSpec` without their names. */
function labelRow({ id, name, words, anchor, subject, keepsWords }: LabelSpec): readonly unknown[] {
  return [id, name, words, anchor, subject, ...(keepsWords ? [keepsWords] : [])];
}

/** What a map shows and for which day. */
export function mapTitle({ question, asOf }: MapState): string {
  return `${QUESTION_NAME[question]}, as of ${formatDate(asOf)}`;
}

/** A page's map has labels for a desk and for a phone, and shows those that fit. */
const PAGE_STAGES: readonly StageName[] = ['wide', 'narrow'];

/**
 * The picture of a map state as an SVG string: what is drawn at build for every step, and what the browser
 * adopts as the state itself. Shapes are referred to (`<use>`) from the definitions of `renderDefinitions`.
 */
export function renderMap(
  state: MapState,
  plane: Plane,
  actors: readonly Actor[],
  id: string,
  stages = PAGE_STAGES,
): string {
  const view = viewOf(plane, state.view);
  const specs = [
    ...labelSpecs(plane, state.labels),
    ...state.layers.flatMap((layer) => plane.layerLabels[layer] ?? []),
  ];
  const head = attributes({
    class: 'map',
    'data-map': '',
    'data-as-of': state.asOf,
    'data-question': state.question,
    'data-labels': JSON.stringify(specs.map(labelRow)),
    viewBox: `${String(view[0])} ${String(view[1])} ${String(view[2] - view[0])} ${String(view[3] - view[1])}`,
    role: 'img',
    'aria-label': mapTitle(state),
  });
  const parts = [
    '<use href="#base"/>',
    `<g data-part="marks">${renderMarks(state, plane, actors)}</g>`,
    `<g data-part="overlay">${renderOverlay(state, plane, actors, id)}</g>`,
    ...stages.map((stage) => renderLabels(specs, view, stage)),
  ];
  return `<svg${head}>${parts.join('')}</svg>`;
}
