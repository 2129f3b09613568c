import type { APIRoute } from 'astro';
import { buildHistories } from '../../explore/histories.ts';
import { getSite } from '../../site.ts';

/**
 * Every statement in the words of a history panel, as a module: loaded when the first panel opens, so that
 * the page does not carry it. A module and no JSON, since the policy of the pages lets nothing be fetched.
 */
export const GET: APIRoute = () =>
  new Response(`export const histories = ${JSON.stringify(buildHistories(getSite().record))};\n`, {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
  });
