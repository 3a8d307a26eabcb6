// The doorway of the worker: a message in, the workshop's answer out, with its buffers transferred.
import { createWorkshop, type WorkReply, type WorkRequest } from './workshop.ts';

/** The part of a worker's global scope that is used here; the page's own types know only a window. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<WorkRequest>) => void) | null;
  postMessage(message: WorkReply | null, transfer: Transferable[]): void;
}

const scope = globalThis as unknown as WorkerScope;
const workshop = createWorkshop(() => performance.now());

scope.onmessage = ({ data }) => {
  const reply = workshop.handle(data);
  // A new experiment asks for nothing; every task gets an answer, if only an empty one.
  if (data.kind === 'experiment') return;
  scope.postMessage(reply, reply?.kind === 'surface' ? [reply.heights.buffer] : []);
};
