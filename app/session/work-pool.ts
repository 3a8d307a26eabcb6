// The workers of a figure: who does what, and who has fallen silent and must be replaced.
import type {
  ExperimentRequest,
  FromWorker,
  Piece,
  PieceReply,
  ToWorker,
} from './work-messages.ts';
import type { WorkJob } from './work-job.ts';

/** A worker that has something to do and says nothing for so long, in milliseconds, is taken for dead. */
export const longestSilence = 5000;
const checkInterval = 1000;
/** A check that comes so much too late comes after a pause of the whole page, in which no worker could be heard. */
const lateness = 1500;
/** After so many failures there are no more workers. */
const mostFailures = 2;
/** While a worker does one band, the next lies ready, so that it need not wait for the page. */
const mostAtOnce = 2;

/** A piece of a job, as one worker has it. */
export interface Assignment {
  readonly key: string;
  readonly job: WorkJob;
  readonly piece: Piece;
}

interface Member {
  readonly worker: Worker;
  readonly assigned: Map<number, Assignment>;
  heardAt: number;
}

export interface WorkPoolOptions {
  readonly count: number;
  /** May throw where a page's policy forbids workers. */
  createWorker(): Worker;
  /** Null for a piece that could not be done. */
  onReply(assignment: Assignment, reply: PieceReply | null): void;
  /** A worker has been lost with these; there may be another one, or none. */
  onLost(assignments: readonly Assignment[]): void;
}

export interface WorkPool {
  /** How many workers there are. */
  readonly count: number;
  begin(request: ExperimentRequest): void;
  /** Takes work as long as somebody has room for it. */
  fill(take: () => Assignment | null): void;
  dispose(): void;
}

export function createWorkPool({
  count,
  createWorker,
  onReply,
  onLost,
}: WorkPoolOptions): WorkPool {
  let members: Member[] = [];
  let current: ExperimentRequest | null = null;
  let failures = 0;
  let tickets = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const post = ({ worker }: Member, message: ToWorker, transfer: Transferable[] = []) =>
    worker.postMessage(message, transfer);

  const hire = () => {
    let worker: Worker;
    try {
      worker = createWorker();
    } catch {
      return;
    }
    const member: Member = { worker, assigned: new Map(), heardAt: performance.now() };
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      member.heardAt = performance.now();
      if (!('ticket' in data)) return;
      const assignment = member.assigned.get(data.ticket);
      if (!assignment || !members.includes(member)) return;
      member.assigned.delete(data.ticket);
      onReply(assignment, data.reply);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      replace(member);
    };
    worker.onmessageerror = () => replace(member);
    members.push(member);
    if (current) post(member, current);
  };

  const dismiss = (member: Member) => {
    members = members.filter((each) => each !== member);
    member.worker.onmessage = null;
    member.worker.onerror = null;
    member.worker.terminate();
    return [...member.assigned.values()];
  };

  const replace = (member: Member) => {
    if (!members.includes(member)) return;
    const lost = dismiss(member);
    failures++;
    if (failures < mostFailures) hire();
    else lost.push(...members.flatMap(dismiss));
    onLost(lost);
  };

  /** Looks after the workers as long as any has something to do. */
  const watch = () => {
    if (timer !== undefined || members.every(({ assigned }) => assigned.size === 0)) return;
    const due = performance.now() + checkInterval;
    timer = setTimeout(() => {
      timer = undefined;
      const now = performance.now();
      for (const member of members) {
        if (now > due + lateness) member.heardAt = now;
        else if (member.assigned.size > 0 && now - member.heardAt >= longestSilence)
          replace(member);
      }
      watch();
    }, checkInterval);
  };

  for (let k = 0; k < count; k++) hire();

  return {
    get count() {
      return members.length;
    },
    begin(request) {
      current = request;
      for (const member of members) post(member, request);
    },
    fill(take) {
      for (let load = 0; load < mostAtOnce; load++) {
        for (const member of members) {
          const { assigned } = member;
          if (assigned.size !== load || [...assigned.values()].some(({ job }) => job.isLong))
            continue;
          const assignment = take();
          if (!assignment) return watch();
          if (assigned.size === 0) member.heardAt = performance.now();
          const ticket = ++tickets;
          assigned.set(ticket, assignment);
          const { piece } = assignment;
          post(member, { ticket, piece }, piece.kind === 'band' ? [piece.heights.buffer] : []);
        }
      }
      watch();
    },
    dispose() {
      clearTimeout(timer);
      for (const member of members) dismiss(member);
    },
  };
}
