// Starts a worker from the text of the script that it is called in, so that one file is all there is. The build of such
// files puts this in the place of start-worker.ts, and wraps the whole script in a function of this name.
import { trustedScript } from './trusted-script.ts';

declare const normscapeScript: { toString(): string };

let address: string | null = null;
/** A page that refuses one worker refuses all, and need not be asked again. */
let refused = false;

/** @throws where the page's policy forbids it; in some browsers the worker itself reports that, as an error */
export function startWorker(): Worker {
  if (refused) throw new Error('workers are refused');
  try {
    address ??= trustedScript(
      URL.createObjectURL(
        new Blob([`(${normscapeScript.toString()})()`], { type: 'text/javascript' }),
      ),
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
