// Starts a worker from a text that is at hand, so that no file need be fetched. Builds of one script, and of the package,
// put this in the place of start-worker.ts.
import { trustedScript } from './trusted-script.ts';
import { workerText } from './worker-text.ts';

let address: string | null = null;
/** A page that refuses one worker refuses all, and need not be asked again. */
let refused = false;

/** @throws where the page's policy forbids it; in some browsers the worker itself reports that, as an error */
export function startWorker(): Worker {
  if (refused) throw new Error('workers are refused');
  try {
    address ??= trustedScript(
      URL.createObjectURL(new Blob([workerText()], { type: 'text/javascript' })),
    );
    const worker = new Worker(address);
    let heard = false;
    worker.addEventListener('message', () => (heard = true), { once: true });
    worker.addEventListener('error', () => (refused ||= !heard), { once: true });
    return worker;
  } catch (error) {
    refused = true;
    throw error;
  }
}
