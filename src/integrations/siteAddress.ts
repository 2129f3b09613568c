/** Where a site stands that nobody has given an address yet. */
const NOWHERE = 'https://nothing-ruled-out.example/';

/**
 * The site's full address with its last slash, from `SITE_URL`: canonical and share addresses need it,
 * nothing else does. Anything but an http or https address ends the build with a sentence.
 */
export function siteAddress(given: string | undefined): string {
  const address = URL.parse(given ?? NOWHERE);
  if (address?.protocol === 'https:' || address?.protocol === 'http:') {
    return address.href.endsWith('/') ? address.href : `${address.href}/`;
  }
  process.stderr.write(
    `SITE_URL is "${given ?? ''}", expected a full address such as https://host.example/folder/\n`,
  );
  process.exit(1);
}
