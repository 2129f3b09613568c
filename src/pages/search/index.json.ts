import type { APIRoute } from 'astro';
import { buildSearchIndex } from '../../search/buildSearchIndex.ts';
import { getSite } from '../../site.ts';

/** The index of the search, which its page loads when a reader turns to the field. */
export const GET: APIRoute = () =>
  new Response(`${JSON.stringify(buildSearchIndex(getSite().record))}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
