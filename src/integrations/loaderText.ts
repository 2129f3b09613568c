import { createHash } from 'node:crypto';
import { bundleScript } from './bundleScript.ts';

/** The loader as it is served, byte for byte. */
export async function loaderText(): Promise<string> {
  return `${await bundleScript('embed/loader.ts')}\n`;
}

/** The loader's hash for an `integrity` attribute (Subresource Integrity, SHA-384). */
export async function loaderIntegrity(): Promise<string> {
  const hash = createHash('sha384').update(await loaderText());
  return `sha384-${hash.digest('base64')}`;
}
