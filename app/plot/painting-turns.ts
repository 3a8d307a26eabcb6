// While many things move, lanes paint their bands in turns: two that paint in every second frame each look like two that paint
// in all of them, and no frame has the work of both. So it is with the texts around them.
import { frames } from '../session/clock.ts';
import type { FigureSession } from '../session/types.ts';

/** Frames that are farther apart, in milliseconds, are too few to leave any out. */
const quick = 25;

/** Whether it is the turn of the lane in this frame; of all lanes where frames are slow. */
export function isTurnOf(index: number): boolean {
  return frames.apart > quick || (frames.count + index) % 2 === 0;
}

/** Nobody reads numbers faster than every fourth frame changes them, and to change them lays them out. */
const textTurns = 4;

/**
 * Whether texts of this place, which are owed, may be written in this frame: while nothing trains, in every one. Otherwise
 * another frame is asked for.
 */
export function takeTextTurn(session: FigureSession, place: number): boolean {
  const isTurn =
    session.store.getState().status !== 'running' || (frames.count + place) % textTurns === 0;
  if (!isTurn) session.invalidate();
  return isTurn;
}
