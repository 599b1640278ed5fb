import ipaddr from 'ipaddr.js';

const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');
const nat64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');

/**
 * Whether an IP address is no public one: private, loopback, link-local, multicast, reserved or otherwise special, and so
 * what is no IP address at all. IPv4 addresses within IPv6 ones (mapped, or translated by NAT64) are judged themselves.
 */
export function isSpecialAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/gu, '');
  if (ipaddr.IPv4.isValidFourPartDecimal(bare)) return isSpecialIpv4(ipaddr.IPv4.parse(bare));
  if (!ipaddr.IPv6.isValid(bare)) return true;
  const ip = ipaddr.IPv6.parse(bare);
  if (ip.isIPv4MappedAddress()) return isSpecialIpv4(ip.toIPv4Address());
  if (ip.match(nat64)) return isSpecialIpv4(new ipaddr.IPv4(ip.toByteArray().slice(12)));
  // Outside of 2000::/3 nothing is public; `::127.0.0.1` (“IPv4-compatible”) lies there too.
  return !ip.match(globalUnicast) || ip.range() !== 'unicast';
}

function isSpecialIpv4(ip: ipaddr.IPv4): boolean {
  return ip.range() !== 'unicast';
}
