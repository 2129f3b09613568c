import { expect, it } from 'vitest';
import { siteAddress } from '../../../src/integrations/siteAddress.ts';

it('means the same with and without its last slash', () => {
  expect(siteAddress('https://host.example/x/y')).toBe('https://host.example/x/y/');
  expect(siteAddress('https://host.example/x/y/')).toBe('https://host.example/x/y/');
  expect(siteAddress('http://host.example')).toBe('http://host.example/');
});

it('is an address that belongs to nobody where none is given', () => {
  expect(new URL(siteAddress(undefined)).hostname).toMatch(/\.example$/);
});
