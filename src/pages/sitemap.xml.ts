import type { APIRoute } from 'astro';
import { actorAddress } from '../render/addresses.ts';
import { escapeText } from '../render/svgText.ts';
import { getSite } from '../site.ts';

/** The pages a search engine may list, by path from the site's own folder. */
const PATHS = [
  ...['', 'explore/', 'table/', 'actors/', 'time/', 'text/', 'borders/', 'search/'],
  ...['sources/', 'data/', 'method/', 'embed/'],
];

/** The sitemap (sitemaps.org, 0.9). Written here because a site in a sub-folder must keep its path. */
export const GET: APIRoute = ({ site }) => {
  const { actors, story } = getSite();
  const ofActors = actors.map(({ id }) => actorAddress(id).slice(1));
  const ofSteps = story.steps.map(({ id }) => `steps/${id}/`);
  const urls = [...PATHS, ...ofActors, ...ofSteps].map(
    (path) => `<url><loc>${escapeText(new URL(path, site).href)}</loc></url>`,
  );
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>\n`;
  return new Response(xml, { headers: { 'Content-Type': 'application/xml' } });
};
