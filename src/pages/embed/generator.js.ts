import type { APIRoute } from 'astro';
import { bundleScript } from '../../integrations/bundleScript.ts';

/** The script of the page with the codes: a file of its own, so that the story's script stays as it is. */
export const GET: APIRoute = async () => {
  const code = await bundleScript('embed/generator.ts');
  return new Response(`${code}\n`, { headers: { 'Content-Type': 'text/javascript' } });
};
