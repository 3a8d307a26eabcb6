// Starts a worker from its own file. What is built into one script has start-inline-worker.ts in its place.
// oxlint-disable-next-line import/default -- the bundler makes this module
import address from './surface-worker.ts?worker&url';
import { trustedScript } from './trusted-script.ts';

/**
 * A page without an origin, such as a frame in a sandbox, may start workers from texts of its own alone. This one fetches
 * the file, keeps what it is told until the file can take it, and fails as a worker does if it cannot be had. It is no
 * module, since Chromium starts none there.
 */
const textOf = (file: string) => `const early = [];
onmessage = (event) => early.push(event);
import(${JSON.stringify(file)}).then(
  () => early.forEach((event) => onmessage(event)),
  (error) => setTimeout(() => { throw error; }),
);`;

let text: string | null = null;

/** @throws where the page's policy forbids it; in some browsers the worker itself reports that, as an error */
export function startWorker(): Worker {
  if (globalThis.origin !== 'null') return new Worker(trustedScript(address), { type: 'module' });
  text ??= URL.createObjectURL(new Blob([textOf(address)], { type: 'text/javascript' }));
  return new Worker(trustedScript(text));
}
