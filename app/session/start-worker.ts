// Starts a worker from its own file. What is built into one script has start-inline-worker.ts in its place.
// oxlint-disable-next-line import/default -- the bundler makes this module
import address from './surface-worker.ts?worker&url';
import { trustedScript } from './trusted-script.ts';

/** @throws where the page's policy, or its sandbox, forbids it */
export function startWorker(): Worker {
  return new Worker(trustedScript(address), { type: 'module' });
}
