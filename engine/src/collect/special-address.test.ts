import { describe, expect, it } from 'vitest';
import { isSpecialAddress } from './special-address.ts';

describe('isSpecialAddress', () => {
  it.each([
    ['loopback', '127.0.0.1'],
    ['all of the loopback net', '127.255.0.9'],
    ['private, class A', '10.1.2.3'],
    ['private, class B', '172.16.0.1'],
    ['private, class C', '192.168.1.1'],
    ['link-local, where clouds keep their keys', '169.254.169.254'],
    ['unspecified', '0.0.0.0'],
    ['behind a carrier’s NAT', '100.64.0.1'],
    ['multicast', '224.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['for documentation', '203.0.113.5'],
    ['IPv6 loopback', '::1'],
    ['IPv6 loopback as in an address', '[::1]'],
    ['IPv6 unspecified', '::'],
    ['IPv6 link-local with a zone', 'fe80::1%eth0'],
    ['IPv6 unique local', 'fd00::1'],
    ['IPv6 site-local', 'fec0::1'],
    ['IPv6 multicast', 'ff02::1'],
    ['IPv4 mapped', '::ffff:127.0.0.1'],
    ['IPv4 mapped, in hexadecimal', '::ffff:7f00:1'],
    ['IPv4 compatible', '::127.0.0.1'],
    ['IPv4 translated by NAT64', '64:ff9b::10.0.0.1'],
    ['IPv4 translated by a local NAT64', '64:ff9b:1::808:808'],
    ['6to4', '2002:7f00:1::'],
    ['Teredo', '2001::1'],
    ['for documentation, IPv6', '2001:db8::1'],
    ['no address', 'localhost'],
    ['nothing', ''],
  ])('is true of %s', (_, address) => {
    expect(isSpecialAddress(address)).toBe(true);
  });

  it.each([['8.8.8.8'], ['172.32.0.1'], ['2606:4700::1111'], ['::ffff:8.8.8.8'], ['64:ff9b::8.8.8.8']])(
    'is false of the public address %s',
    (address) => {
      expect(isSpecialAddress(address)).toBe(false);
    },
  );
});
