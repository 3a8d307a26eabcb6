// One line under a lane's pictures: what the surface is a slice of, since that is easily forgotten.
import { formatReading } from '../number-format.ts';
import type { LaneView } from '../session/types.ts';

/** @param live whether the parameters outside the slice are as they are now, or as at step 0 */
export function laneNote(view: LaneView, live: boolean): string {
  const { lane, adrift, surfaceIteration } = view;
  if (adrift) {
    const step = surfaceIteration.toLocaleString('en');
    return `The path has left the map. The surface is that of step ${step}.`;
  }
  const { size, names } = lane.objective;
  const bias = names.indexOf('b1[0]');
  if (size === 3 && bias >= 0) {
    return live
      ? `A slice at bias ${formatReading(lane.theta[bias] ?? 0)}: the bias is learned too, and the slice moves with it.`
      : `A slice at the starting bias ${formatReading(lane.start[bias] ?? 0)}; the bias is learned too.`;
  }
  return `A slice along 2 of ${size} parameters; the others are as ${live ? 'they are now' : 'at step 0'}.`;
}
