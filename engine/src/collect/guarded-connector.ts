import { lookup as dnsLookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { AccordingError } from '../errors.ts';
import { isSpecialAddress } from './special-address.ts';

/**
 * Connects to public addresses alone, whatever their name or the redirect that led to them.
 *
 * A name is looked up once for each connection, and only its public addresses are handed on, so that no second answer
 * can put a private one in their place. What was connected to in the end is checked again.
 *
 * @param lookup - in place of the system's
 */
export function guardedConnector(
  allowPrivate: boolean | ((ip: string) => boolean),
  timeoutMs: number,
  lookup: LookupFunction = dnsLookup as LookupFunction,
): buildConnector.connector {
  const isRefused = (ip: string): boolean =>
    isSpecialAddress(ip) && !(typeof allowPrivate === 'function' ? allowPrivate(ip) : allowPrivate);
  const guarded = allowPrivate === true ? lookup : publicLookup(lookup, isRefused);
  const options = { timeout: timeoutMs, allowH2: false, lookup: guarded } as buildConnector.BuildOptions;
  const connect = buildConnector(options);
  if (allowPrivate === true) return connect;
  return (target, callback) => {
    const host = target.hostname.replace(/^\[|\]$/gu, '');
    // No lookup is made for a literal IP.
    if (isIP(host) !== 0 && isRefused(host)) {
      callback(privateAddress(host, host), null as never);
      return;
    }
    connect(target, (...[error, socket]) => {
      if (error !== null) return callback(error, null);
      const { remoteAddress } = socket;
      if (remoteAddress !== undefined && !isRefused(remoteAddress)) return callback(null, socket);
      socket.destroy();
      callback(privateAddress(host, remoteAddress ?? 'an unknown address'), null);
    });
  };
}

function publicLookup(lookup: LookupFunction, isRefused: (ip: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    const all: LookupOptions = { ...options, all: true };
    lookup(hostname, all as never, (error, found, family) => {
      if (error !== null) return callback(error, '', 0);
      const addresses: LookupAddress[] =
        typeof found === 'string' ? [{ address: found, family: family ?? isIP(found) }] : (found as LookupAddress[]);
      const open = addresses.filter(({ address }) => !isRefused(address));
      if (open.length === 0) {
        const shown = addresses.map(({ address }) => address).join(', ');
        return callback(privateAddress(hostname, shown || 'no address'), '', 0);
      }
      if (options.all) return callback(null, open as never);
      callback(null, open[0]!.address, open[0]!.family);
    });
  };
}

function privateAddress(host: string, address: string): AccordingError {
  const where = host === address ? host : `${host}, which is ${address}`;
  const message = `Expected a public address, got ${where}; private networks need to be allowed`;
  return new AccordingError('address-private', message, { host, address });
}
