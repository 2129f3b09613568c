import type { APIRoute, GetStaticPaths } from 'astro';
import { bundleScript } from '../../../integrations/bundleScript.ts';
import { LOADER_VERSIONS } from '../../../embed/versions.ts';

/** One address that gets compatible fixes, and one for each full version, which never changes. */
export const getStaticPaths = (() =>
  LOADER_VERSIONS.map((version) => ({ params: { version } }))) satisfies GetStaticPaths;

/** The loader: the story in somebody's page. */
export const GET: APIRoute = async () => {
  const code = await bundleScript('embed/loader.ts');
  return new Response(`${code}\n`, { headers: { 'Content-Type': 'text/javascript' } });
};
