import type { Correction } from '../schema/correction.ts';

/** Address of an entry of the log of corrections, from the root of the site. */
export function correctionAddress({ id }: Pick<Correction, 'id'>): string {
  return `/method/#${id}`;
}

/** The full address of an address from the root of a site, whose own may name a folder. */
export function fullAddress(address: string, site: string): string {
  return new URL(address.replace(/^\//, ''), site).href;
}
