import { LABEL_FONT } from '../map/labelSize.ts';
import type { ArrangedLabel } from '../map/arrangeLabels.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Draws placed labels in screen pixels, replacing those that were there. */
export function drawLabels(target: SVGSVGElement, labels: readonly ArrangedLabel[]): void {
  target.replaceChildren(...labels.map(drawLabel));
}

function drawLabel({ id, box, align, leader, name, words, isLine }: ArrangedLabel): SVGGElement {
  const group = element('g', { class: 'label', 'data-label': id });
  if (leader) {
    const [x0, y0, x1, y1] = leader;
    group.append(
      element('path', {
        class: 'leader',
        d: `M${String(x0)} ${String(y0)}L${String(x1)} ${String(y1)}`,
      }),
      element('path', { class: 'pin', d: `M${String(x0)} ${String(y0)}h0` }),
    );
  }
  const x = align === 'start' ? box[0] : align === 'end' ? box[2] : (box[0] + box[2]) / 2;
  const text = element('text', { y: box[1] + LABEL_FONT.line * 0.78, 'text-anchor': align });
  text.append(
    textLine(isLine ? 'says' : 'name', name, x, 0),
    ...words.map((line) => textLine('says', line, x, LABEL_FONT.line)),
  );
  group.append(text);
  return group;
}

function textLine(className: string, text: string, x: number, dy: number): SVGElement {
  const line = element('tspan', { class: className, x, dy });
  line.textContent = text;
  return line;
}

function element<Name extends 'g' | 'path' | 'text' | 'tspan'>(
  name: Name,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[Name] {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}
