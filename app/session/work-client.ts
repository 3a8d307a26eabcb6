// Asks for surfaces and curvature: the latest of each lane and kind wins, and whoever has room does the next piece.
import { startWorker } from './start-worker.ts';
import { kernelsReady } from '../../src/index.ts';
import { createSurfaceJob } from './surface-job.ts';
import { createWholeJob, type WorkJob } from './work-job.ts';
import type { ExperimentRequest, PieceReply, WorkReply, WorkTask } from './work-messages.ts';
import { createWorkPool, type Assignment } from './work-pool.ts';
import { createWorkshop } from './workshop.ts';

export interface WorkClient {
  /** How many workers do the work; 0 where none can be had, and the main thread does it. */
  readonly workers: number;
  /** Forgets what is waiting, and lets everything that follows speak of this experiment. */
  begin(request: ExperimentRequest): void;
  /** Puts a task in line; it replaces one of the same lane and kind, even if that is under way. */
  ask(task: WorkTask): void;
  /** Whether a task of this lane and kind is waiting or under way. */
  busy(lane: number, kind: WorkTask['kind']): boolean;
  dispose(): void;
}

export interface WorkClientOptions {
  /** Called with every answer that belongs to the current experiment. */
  onReply(reply: WorkReply): void;
  /** Called with a sentence for the reader, the first time that it is true. */
  onNote?(note: string): void;
  /** Makes a worker; may throw where a page's policy forbids it. */
  createWorker?(): Worker;
  readonly count?: number;
}

export const withoutWorkers =
  'This page cannot use a worker here: surfaces are computed between the frames of the picture, which takes longer.';

/** Most of the time the page leaves its own core to them; more than three would have little to do. */
export const workerCount = (cores = globalThis.navigator?.hardwareConcurrency ?? 2) =>
  cores < 2 ? 1 : cores <= 4 ? 2 : 3;

/** How much a new measurement of the cost of a point counts. */
const freshness = 0.3;

export function createWorkClient({
  onReply,
  onNote = () => undefined,
  createWorker = startWorker,
  count = workerCount(),
}: WorkClientOptions): WorkClient {
  /** In the order in which they were asked for. */
  const jobs = new Map<string, WorkJob>();
  const costs = new Map<number, number>();
  const spare: Float32Array[] = [];
  const noted = new Set<string>();
  let current: ExperimentRequest | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let disposed = false;

  const keyOf = ({ kind, lane }: Pick<WorkTask, 'kind' | 'lane'>) => `${kind}:${lane}`;

  const note = (text: string) => {
    if (noted.has(text)) return;
    noted.add(text);
    onNote(text);
  };

  const buffer = (length: number) => {
    const known = spare.pop();
    return known && known.length >= length ? known : new Float32Array(Math.max(4096, length));
  };

  const take = (): Assignment | null => {
    for (const patient of [false, true]) {
      for (const [key, job] of jobs) {
        if (job.isPatient !== patient) continue;
        const piece = job.next();
        if (piece) return { key, job, piece, expected: job.timeOf(piece) };
      }
    }
    return null;
  };

  const receive = ({ key, job, piece }: Assignment, reply: PieceReply | null) => {
    if (disposed) return;
    if (reply?.kind === 'band' && piece.kind === 'band') {
      spare.push(reply.heights);
      if (reply.note !== null) note(reply.note);
      const cost = reply.took / piece.points;
      const known = costs.get(piece.lane) ?? cost;
      costs.set(piece.lane, known + freshness * (cost - known));
    }
    // Something newer has taken its place.
    if (jobs.get(key) !== job) return;
    if (!reply) {
      jobs.delete(key);
      return;
    }
    const answer = job.accept(piece, reply);
    if (!answer) return;
    jobs.delete(key);
    onReply(answer);
  };

  const pool = createWorkPool({
    count,
    createWorker,
    onReply(assignment, reply) {
      receive(assignment, reply);
      next();
    },
    onLost(assignments) {
      if (disposed) return;
      for (const { job, piece } of assignments) job.giveBack(piece);
      if (pool.count === 0 && current) workHere(current);
      next();
    },
  });

  // Without a worker the same functions run here, one piece a turn, so that the page can breathe in between; and with the
  // same kernels, since single precision has other last digits without them.
  let isReady = false;
  void kernelsReady.then(() => {
    isReady = true;
    next();
  });
  const local = createWorkshop(() => performance.now());
  const workHere = (request: ExperimentRequest) => {
    note(withoutWorkers);
    local.begin(request);
  };

  const turn = () => {
    timer = null;
    const assignment = take();
    if (!assignment) return;
    let reply: PieceReply | null = null;
    try {
      reply = local.handle(assignment.piece);
    } finally {
      receive(assignment, reply);
      next();
    }
  };

  function next() {
    if (disposed) return;
    if (pool.count > 0) pool.fill(take);
    else if (isReady && timer === null && jobs.size > 0) timer = setTimeout(turn, 0);
  }

  return {
    get workers() {
      return pool.count;
    },
    begin(request) {
      jobs.clear();
      costs.clear();
      current = request;
      if (pool.count > 0) pool.begin(request);
      else workHere(request);
    },
    ask(task) {
      const { lane } = task;
      const job =
        task.kind === 'surface'
          ? createSurfaceJob({ task, measuredCost: () => costs.get(lane) ?? null, buffer })
          : createWholeJob(task);
      jobs.set(keyOf(task), job);
      next();
    },
    busy: (lane, kind) => jobs.has(keyOf({ lane, kind })),
    dispose() {
      disposed = true;
      jobs.clear();
      pool.dispose();
      if (timer !== null) clearTimeout(timer);
    },
  };
}
