// Where a request comes from: the connection's own address, or what a trusted proxy says.

import proxyAddress from 'proxy-addr';

/**
 * Makes the function that reads a request's address. `X-Forwarded-For` is believed only from the
 * addresses named here, from right to left, up to the first that is not one of them.
 * @param {string[]} trusted addresses and networks (`10.0.0.0/8`), or `loopback`, `linklocal`,
 *   `uniquelocal`; an unknown word throws.
 * @returns {(request: import('node:http').IncomingMessage) => string}
 */
export function addressReader(trusted) {
  const isTrusted = proxyAddress.compile(trusted);
  return (request) =>
    request.socket.remoteAddress === undefined ? 'unknown' : proxyAddress(request, isTrusted);
}
