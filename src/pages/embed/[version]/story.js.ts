import type { APIRoute, GetStaticPaths } from 'astro';
import { LOADER_VERSIONS } from '../../../embed/versions.ts';
import { loaderText } from '../../../integrations/loaderText.ts';

/** One address that gets compatible fixes, and one for each full version, which never changes. */
export const getStaticPaths = (() =>
  LOADER_VERSIONS.map((version) => ({ params: { version } }))) satisfies GetStaticPaths;

/** The loader: the story in somebody's page. */
export const GET: APIRoute = async () =>
  new Response(await loaderText(), { headers: { 'Content-Type': 'text/javascript' } });
