/**
 * Keeps a stroke's width on the screen whatever the camera. An attribute of the path itself, since styles
 * of the page do not reach its copies by ancestor and the property is not inherited.
 */
export const STEADY = 'vector-effect="non-scaling-stroke"';

/** Text made safe for SVG and HTML content and double-quoted attributes. */
export function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Attributes as ` name="value"`; undefined and false are left out, true stands alone. */
export function attributes(
  values: Readonly<Record<string, string | number | boolean | undefined>>,
): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([name, value]) =>
      value === true ? ` ${name}` : ` ${name}="${escapeText(String(value))}"`,
    )
    .join('');
}
