// Asks for surfaces and curvature: one request in flight per worker, the latest per lane and kind wins.
import { createWorkshop, type WorkReply, type WorkRequest } from './workshop.ts';

type Task = Exclude<WorkRequest, { kind: 'experiment' }>;

export interface WorkClient {
  /** Whether a worker does the work; false where none can be had, and the main thread does it. */
  readonly threaded: boolean;
  /** Forgets what is waiting, and lets everything that follows speak of this experiment. */
  begin(request: Extract<WorkRequest, { kind: 'experiment' }>): void;
  /** Puts a task in line; it replaces a waiting one of the same lane and kind. */
  ask(task: Task): void;
  /** Whether a task of this lane and kind is waiting or under way. */
  busy(lane: number, kind: Task['kind']): boolean;
  dispose(): void;
}

const key = (lane: number, kind: Task['kind']) => `${kind}:${lane}`;

/**
 * @param onReply called with every answer that belongs to the current experiment
 * @param createWorker makes the worker; may throw where a page's policy forbids it
 */
export function createWorkClient(
  onReply: (reply: WorkReply) => void,
  createWorker: () => Worker = () =>
    new Worker(new URL('./surface-worker.ts', import.meta.url), { type: 'module' }),
): WorkClient {
  const waiting = new Map<string, Task>();
  let underWay: Task | null = null;
  let current: Extract<WorkRequest, { kind: 'experiment' }> | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let disposed = false;
  let worker: Worker | null = null;

  const receive = (reply: WorkReply | null) => {
    underWay = null;
    if (disposed) return;
    if (reply && reply.generation === current?.generation) onReply(reply);
    next();
  };

  // Without a worker the same functions run here, one task a turn, so that the page can breathe in between.
  const local = createWorkshop(() => performance.now());
  const retireWorker = () => {
    worker?.terminate();
    worker = null;
    if (disposed) return;
    if (current) local.handle(current);
    const lost = underWay;
    underWay = null;
    if (lost && !waiting.has(key(lost.lane, lost.kind))) {
      waiting.set(key(lost.lane, lost.kind), lost);
    }
    next();
  };
  try {
    worker = createWorker();
    worker.onmessage = ({ data }: MessageEvent<WorkReply | null>) => receive(data);
    worker.onerror = (event) => {
      event.preventDefault();
      retireWorker();
    };
    worker.onmessageerror = retireWorker;
  } catch {
    worker = null;
  }

  function next() {
    if (underWay || disposed) return;
    const first = waiting.entries().next();
    if (first.done) return;
    const [taskKey, task] = first.value;
    waiting.delete(taskKey);
    underWay = task;
    if (worker) worker.postMessage(task);
    else {
      timer = setTimeout(() => {
        timer = null;
        receive(local.handle(task));
      }, 0);
    }
  }

  return {
    get threaded() {
      return worker !== null;
    },
    begin(request) {
      waiting.clear();
      current = request;
      if (worker) worker.postMessage(request);
      else local.handle(request);
    },
    ask(task) {
      waiting.set(key(task.lane, task.kind), task);
      next();
    },
    busy(lane, kind) {
      return waiting.has(key(lane, kind)) || (underWay?.lane === lane && underWay.kind === kind);
    },
    dispose() {
      disposed = true;
      waiting.clear();
      worker?.terminate();
      worker = null;
      if (timer !== null) clearTimeout(timer);
    },
  };
}
