// Finds a port of this machine that nothing listens on.
import { createServer } from 'node:net';

/**
 * @param {number} first where to begin
 * @returns {Promise<number>} the first free one of the next hundred
 * @throws {Error} if all of them are taken
 */
export async function freePort(first) {
  for (let port = first; port < first + 100; port++) if (await isFree(port)) return port;
  throw new Error(`taken ports: ${first} to ${first + 99}; end one of the servers there.`);
}

function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
