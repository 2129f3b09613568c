import type { APIRoute } from 'astro';
import { escapeText } from '../render/svgText.ts';

/** The pages a search engine may list, by path from the site's own folder. */
const PATHS = ['', 'table/', 'actors/', 'text/', 'borders/', 'embed/'];

/** The sitemap (sitemaps.org, 0.9). Written here because a site in a sub-folder must keep its path. */
export const GET: APIRoute = ({ site }) => {
  const urls = PATHS.map((path) => `<url><loc>${escapeText(new URL(path, site).href)}</loc></url>`);
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>\n`;
  return new Response(xml, { headers: { 'Content-Type': 'application/xml' } });
};
