// When a run left what is stable: the step at which learning rate times lambda max passed 2.
import { curvature, largestCurvatureSize } from '../landscape/curvature.ts';
import { schedules } from '../optimizers/schedules.ts';
import type { Settings } from './experiment.ts';
import type { Lane } from './lane.ts';

/** Hessians that are computed, and a few more to find the step between two of them. */
const usualMost = 200;

/** Whether 2 / lambda max is a limit for a lane with these settings: gradient descent, full batch, nothing added. */
export const isPlainDescent = ({ optimizer, batch, decay, clip, normNoise }: Settings): boolean =>
  optimizer === 'sgd' &&
  batch === 0 &&
  clip === 0 &&
  normNoise === 0 &&
  (decay === 'auto' || decay === 0);

/**
 * The first step after which the learning rate, as the schedule has it, was above 2 / lambda max, while it was not after
 * the step recorded before it; 0 if it was so from the start. Paths with more than `most` recorded points are first
 * looked at in that many places, so that a short excursion may be missed.
 *
 * @returns null where it has not happened, or cannot be computed: another optimizer, mini-batches, too many parameters
 */
export function unstableSince(
  lane: Pick<Lane, 'settings' | 'objective' | 'trajectory'>,
  most = usualMost,
): number | null {
  const { settings, objective, trajectory } = lane;
  const { count, size, iterations, thetas } = trajectory;
  if (!isPlainDescent(settings) || size > largestCurvatureSize) return null;
  const { factor } = schedules.get(settings.schedule);
  const isUnstable = (entry: number) => {
    const theta = thetas.slice(entry * size, (entry + 1) * size);
    const rate = settings.learningRate * factor(iterations[entry] + 1, settings.knobs);
    return rate * curvature(objective, theta).sharpness > 2;
  };
  const stride = Math.max(1, Math.ceil(count / most));
  for (let entry = 0; entry < count; entry += stride) {
    if (!isUnstable(entry)) continue;
    // Stable at the place before: halve the way between until the two are neighbours.
    let stable = Math.max(-1, entry - stride);
    let unstable = entry;
    while (unstable - stable > 1) {
      const middle = (stable + unstable) >> 1;
      if (isUnstable(middle)) unstable = middle;
      else stable = middle;
    }
    return iterations[unstable];
  }
  return null;
}
