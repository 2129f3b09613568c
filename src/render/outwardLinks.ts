/** Links of a page but those that stay on it. */
const OUTWARD = /<a (?=[^>]*href="[^#"])/g;

/**
 * HTML whose links that leave the page open a new window without a way back to this one: inside a frame,
 * another site would be shown too small, or refuse to be shown.
 */
export function withOutwardLinks(html: string): string {
  return html.replace(OUTWARD, '<a target="_blank" rel="noopener" ');
}
