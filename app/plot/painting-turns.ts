// While many things move, lanes paint their bands in turns: two that paint in every second frame each look like two that paint
// in all of them, and no frame has the work of both.
import { frames } from '../session/clock.ts';

/** Frames that are farther apart, in milliseconds, are too few to leave any out. */
const quick = 25;

/** Whether it is the turn of the lane in this frame; of all lanes where frames are slow. */
export function isTurnOf(index: number): boolean {
  return frames.apart > quick || (frames.count + index) % 2 === 0;
}
