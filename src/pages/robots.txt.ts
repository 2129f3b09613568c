import type { APIRoute } from 'astro';

/** Everything may be read; the sitemap is named by its full address. */
export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nAllow: /\nSitemap: ${new URL('sitemap.xml', site).href}\n`);
