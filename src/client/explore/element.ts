const SVG = 'http://www.w3.org/2000/svg';

type Attributes = Readonly<Record<string, string | undefined>>;

/** An element with its attributes (undefined ones left out) and what is in it; text stays text. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  return filled(document.createElement(name), attributes, children);
}

/** The same for a part of a picture. */
export function shape<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): SVGElementTagNameMap[Name] {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

/** Sets an attribute, or takes it away where the value is empty; what is so already is not touched. */
export function setOrRemove(target: Element, name: string, value: string | undefined): void {
  if ((target.getAttribute(name) ?? '') === (value ?? '')) return;
  if (value) target.setAttribute(name, value);
  else target.removeAttribute(name);
}

function filled<T extends Element>(
  target: T,
  attributes: Attributes,
  children: readonly (Node | string)[],
): T {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) target.setAttribute(name, value);
  }
  target.append(...children);
  return target;
}
