// What a worker does: a piece of work in, the workshop's answer out, with its buffers transferred.
import { kernelsReady } from '../../src/index.ts';
import type { FromWorker, ToWorker } from './work-messages.ts';
import { createWorkshop } from './workshop.ts';

/** The part of a worker's global scope that is used here; the page's own types know only a window. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: FromWorker, transfer: Transferable[]): void;
}

/** During long work the page is told so often, in milliseconds, that this worker is alive. */
const beatInterval = 1000;

/** Makes the worker that this is called in listen. */
export function serveSurfaces(): void {
  const scope = globalThis as unknown as WorkerScope;
  let heardAt = performance.now();
  const post = (message: FromWorker, transfer: Transferable[] = []) => {
    heardAt = performance.now();
    scope.postMessage(message, transfer);
  };
  const workshop = createWorkshop(
    () => performance.now(),
    () => {
      if (performance.now() - heardAt > beatInterval) post({ alive: true });
    },
  );

  const take = (data: ToWorker) => {
    if ('kind' in data) {
      workshop.begin(data);
      return;
    }
    heardAt = performance.now();
    const { ticket, piece } = data;
    const reply = workshop.handle(piece);
    post({ ticket, reply }, reply?.kind === 'band' ? [reply.heights.buffer] : []);
  };

  // What comes before the kernels waits for them: they are tens of times as fast.
  scope.onmessage = async ({ data }) => {
    await kernelsReady;
    take(data);
  };
}
