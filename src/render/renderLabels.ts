import { fitCamera, type Box } from '../map/camera.ts';
import { LABEL_FONT } from '../map/labelSize.ts';
import { arrangeLabels, type ArrangedLabel } from '../map/arrangeLabels.ts';
import type { LabelSpec } from '../map/labelRequests.ts';
import { escapeText, STEADY } from './svgText.ts';

/** The free area that a picture's labels are set for, in pixels: a desk, a column of an article, a phone. */
export const STAGES = { wide: [920, 690], middle: [600, 350], narrow: [366, 350] } as const;

/** A name for each of the stages. */
export type StageName = keyof typeof STAGES;

/** Labels of a view as SVG in plane units, set for a stage so that they read there at their true size. */
export function renderLabels(specs: readonly LabelSpec[], view: Box, stage: StageName): string {
  const [width, height] = STAGES[stage];
  const free: Box = [0, 0, width, height];
  const camera = fitCamera(view, free);
  const unit = 1 / camera.k;
  const toPlane = (value: number, axis: 'x' | 'y'): number =>
    Math.round((value - camera[axis]) * unit);
  const drawn = arrangeLabels(specs, camera, free).map((label) =>
    renderLabel(label, toPlane, unit),
  );
  const size = `font-size="${em(LABEL_FONT.name, unit)}" stroke-width="${em(4, unit)}"`;
  return `<g class="labels ${stage}" ${size}>${drawn.join('')}</g>`;
}

function renderLabel(
  { id, box, align, leader, name, words, isLine }: ArrangedLabel,
  toPlane: (value: number, axis: 'x' | 'y') => number,
  unit: number,
): string {
  const x = toPlane(
    align === 'start' ? box[0] : align === 'end' ? box[2] : (box[0] + box[2]) / 2,
    'x',
  );
  const y = toPlane(box[1] + LABEL_FONT.line * 0.78, 'y');
  const line = (text: string): string =>
    `<tspan class="says" x="${String(x)}" dy="${em(LABEL_FONT.line, unit)}">${escapeText(text)}</tspan>`;
  const anchor = align === 'start' ? '' : ` text-anchor="${align}"`;
  const text = `<text x="${String(x)}" y="${String(y)}"${anchor}><tspan class="${isLine ? 'says' : 'name'}">${escapeText(name)}</tspan>${words.map(line).join('')}</text>`;
  return `<g class="label" data-label="${id}">${leader ? renderLeader(leader, toPlane) : ''}${text}</g>`;
}

function renderLeader(
  [x0, y0, x1, y1]: readonly [number, number, number, number],
  toPlane: (value: number, axis: 'x' | 'y') => number,
): string {
  const from = `${String(toPlane(x0, 'x'))} ${String(toPlane(y0, 'y'))}`;
  const to = `${String(toPlane(x1, 'x'))} ${String(toPlane(y1, 'y'))}`;
  return `<path class="leader" ${STEADY} d="M${from}L${to}"/><path class="pin" ${STEADY} d="M${from}h0"/>`;
}

function em(pixels: number, unit: number): string {
  return String(Math.round(pixels * unit * 10) / 10);
}
