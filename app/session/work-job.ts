// A task on its way: pieces that are handed out, and answers that are put together.
import type { CurvatureTask, FrameTask, Piece, PieceReply, WorkReply } from './work-messages.ts';

export interface WorkJob {
  /** Whether it waits for all jobs that are not patient. */
  readonly isPatient: boolean;
  /** Whether its pieces may take so long that nothing should stand in line behind them. */
  readonly isLong: boolean;
  /** The next piece to be done; null once all are handed out. */
  next(): Piece | null;
  /** How long a piece may take, in milliseconds. */
  timeOf(piece: Piece): number;
  /** This piece was lost with its worker, and has to be handed out again. */
  giveBack(piece: Piece): void;
  /** Takes an answer in; returns that of the whole task once it is there. */
  accept(piece: Piece, reply: PieceReply): WorkReply | null;
}

/** A task that cannot be divided. */
export function createWholeJob(task: CurvatureTask | FrameTask): WorkJob {
  let isWaiting = true;
  return {
    isPatient: false,
    isLong: true,
    next() {
      if (!isWaiting) return null;
      isWaiting = false;
      return task;
    },
    // Not known, and nothing stands in line behind it.
    timeOf: () => 0,
    giveBack() {
      isWaiting = true;
    },
    accept(_, reply) {
      const { generation, lane } = task;
      if (reply.kind !== 'curvature' && reply.kind !== 'frame') return null;
      return { generation, lane, ...reply };
    },
  };
}
