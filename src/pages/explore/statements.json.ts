import type { APIRoute } from 'astro';
import { buildHistories } from '../../explore/histories.ts';
import { getSite } from '../../site.ts';

/** Every statement in the words of a history panel; the page loads it when the first panel opens. */
export const GET: APIRoute = () =>
  new Response(`${JSON.stringify(buildHistories(getSite().record))}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
