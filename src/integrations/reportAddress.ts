/**
 * Where readers report an error, from `REPORT_URL`: an https or mailto address, or undefined where none
 * is given; the method page then names the tracker and the publisher in words. Anything else ends the
 * build with a sentence.
 */
export function reportAddress(given: string | undefined): string | undefined {
  if (given === undefined || given === '') return undefined;
  const address = URL.parse(given);
  if (address?.protocol === 'https:' || address?.protocol === 'mailto:') return address.href;
  process.stderr.write(
    `REPORT_URL is "${given}", expected an address such as https://host.example/issues or mailto:desk@host.example\n`,
  );
  process.exit(1);
}
