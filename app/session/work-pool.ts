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
/**
 * While a worker does one band, the next lie ready, so that it need not wait for the page: one at least, and as many as
 * are expected to be done in this time, in milliseconds. Newer work comes after them.
 */
const leastAtOnce = 2;
const lineTime = 10;

/** A piece of a job, as one worker has it. */
export interface Assignment {
  readonly key: string;
  readonly job: WorkJob;
  readonly piece: Piece;
  /** How long it may take, in milliseconds. */
  readonly expected: number;
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

  /** Who has the least in line, of those with room for more. */
  const freest = (): Member | null => {
    let found: Member | null = null;
    let least = Infinity;
    for (const member of members) {
      const line = [...member.assigned.values()];
      const load = line.reduce((sum, { expected }) => sum + expected, 0);
      const hasRoom = line.length < leastAtOnce || load < lineTime;
      if (!hasRoom || line.some(({ job }) => job.isLong)) continue;
      if (line.length + load < least) [found, least] = [member, line.length + load];
    }
    return found;
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
      for (let member = freest(); member; member = freest()) {
        const assignment = take();
        if (!assignment) break;
        const { assigned } = member;
        if (assigned.size === 0) member.heardAt = performance.now();
        const ticket = ++tickets;
        assigned.set(ticket, assignment);
        const { piece } = assignment;
        post(member, { ticket, piece }, piece.kind === 'band' ? [piece.heights.buffer] : []);
      }
      watch();
    },
    dispose() {
      clearTimeout(timer);
      for (const member of members) dismiss(member);
    },
  };
}
