import type { APIRoute } from 'astro';
import { renderFeed } from '../data/feed.ts';
import { getSite } from '../site.ts';
import { publishedHere } from './data/_dataFiles.ts';

/** Changes of positions and corrections (Atom). */
export const GET: APIRoute = () =>
  new Response(renderFeed(getSite().record, publishedHere()), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
